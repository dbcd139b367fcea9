import { Migration } from '@mikro-orm/migrations';

/** The law room joined to the record: rule packs, the facts and workings of claims, the end of employment. */
export class LawRoom extends Migration {
  override name = '0002-law-room';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `create table "rule_pack" ("id" varchar(255) not null, "name" text not null, "valid_from" date not null, "content" jsonb not null, "sha256" varchar(255) not null, "published_by" varchar(255) not null, "published_at" timestamptz not null, "command_id" varchar(255) not null, primary key ("id"))`,
  `alter table "rule_pack" add constraint "rule_pack_command_id_unique" unique ("command_id")`,
  `create or replace function "rule_pack_rule_pack_row_stays_fn"() returns trigger as $$ begin raise exception 'a published rule pack is never changed or deleted: publish another one'; end; $$ language plpgsql`,
  `create trigger "rule_pack_row_stays" before update or delete on "rule_pack" for each row execute function "rule_pack_rule_pack_row_stays_fn"()`,
  `create trigger "rule_pack_table_stays" before truncate on "rule_pack" for each statement execute function "rule_pack_rule_pack_row_stays_fn"()`,
  `alter table "dispute" add column "employment_ended_on" date null`,
  `alter table "claim" add column "facts" jsonb null`,
  `create table "claim_working" ("dispute_id" uuid not null, "seq" int not null, "no" int not null, "kind" varchar(255) not null, "input" jsonb not null, "amount_fen" bigint not null, "steps" jsonb not null, "articles" jsonb not null, "warnings" jsonb not null, "pack" varchar(255) not null, primary key ("dispute_id", "seq", "no"))`,
  `alter table "claim_working" add constraint "claim_working_dispute_id_foreign" foreign key ("dispute_id") references "dispute" ("id") deferrable initially deferred`,
];
