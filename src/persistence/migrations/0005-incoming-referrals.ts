import { Migration } from '@mikro-orm/migrations';

/** Referrals of other bodies to us: how they came, their number there, what they brought, the dispute they opened. */
export class IncomingReferrals extends Migration {
  override name = '0005-incoming-referrals';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `alter table "referral" add column "channel" varchar(255) null, add column "other_number" text null, add column "brought" jsonb null, add column "child_id" uuid null`,
  `create index "referral_from_body_index" on "referral" ("from_body")`,
  `create index "referral_child_id_index" on "referral" ("child_id")`,
  `alter table "referral" add constraint "referral_child_id_foreign" foreign key ("child_id") references "case_record" ("id") deferrable initially deferred`,
];
