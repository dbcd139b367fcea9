import { Migration } from '@mikro-orm/migrations';

/** A dispute with all its elements, agents and group claims; several papers of a kind in one act. */
export class DisputeWhole extends Migration {
  override name = '0006-dispute-whole';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `alter table "dispute" add column "external_number" text null, add column "elements" jsonb not null default '{}', add column "archived_on" date null`,
  `alter table "dispute" alter column "elements" drop default`,
  `alter table "party" add column "kind" varchar(255) null, add column "details" jsonb not null default '{}', add column "agent" jsonb null`,
  `alter table "party" alter column "details" drop default`,
  `alter table "claim" add column "party_id" uuid null, add column "from_day" date null, add column "until_day" date null`,
  `alter table "claim" add constraint "claim_party_id_foreign" foreign key ("party_id") references "party" ("id") deferrable initially deferred`,
  `alter table "paper" add column "about" varchar(255) not null default ''`,
  `alter table "paper" alter column "about" drop default`,
  `alter table "paper" drop constraint "paper_case_id_seq_kind_unique"`,
  `alter table "paper" add constraint "paper_case_id_seq_kind_about_unique" unique ("case_id", "seq", "kind", "about")`,
];
