import { Migration } from '@mikro-orm/migrations';

/** Breaking the glass before a case, which stays on record, and notices to those concerned. */
export class Walls extends Migration {
  override name = '0012-walls';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `create table "break_glass" ("id" uuid not null, "account_id" uuid not null, "case_id" uuid not null, "reason" text not null, "at" timestamptz not null, "until" timestamptz not null, "command_id" varchar(255) not null, primary key ("id"))`,
  `create index "break_glass_case_id_index" on "break_glass" ("case_id")`,
  `create index "break_glass_account_id_until_index" on "break_glass" ("account_id", "until")`,
  `alter table "break_glass" add constraint "break_glass_command_id_unique" unique ("command_id")`,
  `alter table "break_glass" add constraint "break_glass_account_id_foreign" foreign key ("account_id") references "account" ("id") deferrable initially deferred`,
  `alter table "break_glass" add constraint "break_glass_case_id_foreign" foreign key ("case_id") references "case_record" ("id") deferrable initially deferred`,
  `create or replace function "break_glass_break_glass_row_stays_fn"() returns trigger as $$ begin raise exception 'that a case was opened by breaking the glass is never changed or deleted'; end; $$ language plpgsql`,
  `create trigger "break_glass_row_stays" before update or delete on "break_glass" for each row execute function "break_glass_break_glass_row_stays_fn"()`,
  `create trigger "break_glass_table_stays" before truncate on "break_glass" for each statement execute function "break_glass_break_glass_row_stays_fn"()`,
  `create table "notice" ("id" uuid not null, "account_id" uuid not null, "case_id" uuid not null, "kind" varchar(255) not null, "facts" jsonb not null, "at" timestamptz not null, "seen_at" timestamptz null, primary key ("id"))`,
  `create index "notice_account_id_at_index" on "notice" ("account_id", "at")`,
  `alter table "notice" add constraint "notice_account_id_foreign" foreign key ("account_id") references "account" ("id") deferrable initially deferred`,
  `alter table "notice" add constraint "notice_case_id_foreign" foreign key ("case_id") references "case_record" ("id") deferrable initially deferred`,
];
