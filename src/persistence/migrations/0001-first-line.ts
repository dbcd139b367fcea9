import { Migration } from '@mikro-orm/migrations';

/** The first line: accounts, the city, cases with their events, disputes, referrals, clocks, tasks, papers. */
export class FirstLine extends Migration {
  override name = '0001-first-line';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = `
create table "account" ("id" uuid not null, "login" varchar(255) not null, "name" text not null, "password_hash" text not null, "roles" text[] not null, "district" varchar(255) not null, "body" varchar(255) null, "is_active" boolean not null, "created_at" timestamptz not null, primary key ("id"));
alter table "account" add constraint "account_login_unique" unique ("login");
create table "body" ("id" varchar(255) not null, "kind" varchar(255) not null, "name" text not null, "district" varchar(255) not null, "numbering" jsonb not null, primary key ("id"));
create index "body_district_index" on "body" ("district");
create table "case_event" ("case_id" uuid not null, "seq" int not null, "command_id" varchar(255) not null, "kind" varchar(255) not null, "on_day" date not null, "actor" varchar(255) not null, "recorded_at" timestamptz not null, "event" jsonb not null, "texts_hash" varchar(255) not null, "previous_hash" varchar(255) not null, "hash" varchar(255) not null, primary key ("case_id", "seq"));
alter table "case_event" add constraint "case_event_case_id_command_id_unique" unique ("case_id", "command_id");
create table "case_record" ("id" uuid not null, "story" varchar(255) not null, "district" varchar(255) not null, "state" varchar(255) not null, "seq" int not null, "snapshot" jsonb not null, "owner" varchar(255) not null, "next_action" varchar(255) null, "next_on" date null, "opened_on" date not null, "is_open" boolean not null, "head_hash" varchar(255) not null, "created_at" timestamptz not null, "updated_at" timestamptz not null, primary key ("id"));
create index "case_record_district_index" on "case_record" ("district");
create index "case_record_state_index" on "case_record" ("state");
create index "case_record_owner_index" on "case_record" ("owner");
create table "case_text" ("case_id" uuid not null, "seq" int not null, "texts" jsonb not null, primary key ("case_id", "seq"));
create table "claim" ("dispute_id" uuid not null, "no" int not null, "head" varchar(255) not null, "amount_fen" bigint not null, "basis" text not null, primary key ("dispute_id", "no"));
create table "clock" ("case_id" uuid not null, "id" varchar(255) not null, "rule" varchar(255) not null, "name" text not null, "article" text not null, "about" varchar(255) null, "started_on" date not null, "warn_on" date not null, "due_on" date not null, "explanation" jsonb not null, "provisional" boolean not null, "confirmed" boolean not null, "pack" varchar(255) not null, "rung" varchar(255) not null, "ended_on" date null, "outcome" varchar(255) null, primary key ("case_id", "id"));
create index "clock_due_on_index" on "clock" ("due_on");
create table "command" ("id" varchar(255) not null, "story" varchar(255) not null, "case_id" uuid not null, "kind" varchar(255) not null, "caused_by" varchar(255) null, "order_given" jsonb not null, "asked" jsonb not null, "texts" jsonb not null, "fingerprint" varchar(255) not null, "status" varchar(255) not null, "answer" jsonb null, "attempts" int not null, "next_try_at" timestamptz not null, "created_at" timestamptz not null, "settled_at" timestamptz null, primary key ("id"));
create index "command_case_id_index" on "command" ("case_id");
create index "command_caused_by_index" on "command" ("caused_by");
create index "command_status_next_try_at_index" on "command" ("status", "next_try_at");
create table "dispute" ("id" uuid not null, "receipt_number" varchar(255) not null, "channel" varchar(255) not null, "place" text not null, "since" date not null, "facts" text not null, "amount_fen" bigint not null, "concluded_on" date null, "closed_on" date null, primary key ("id"));
alter table "dispute" add constraint "dispute_receipt_number_unique" unique ("receipt_number");
create table "district" ("code" varchar(255) not null, "name" text not null, "parent" varchar(255) null, primary key ("code"));
create table "paper" ("id" uuid not null, "case_id" uuid not null, "seq" int not null, "kind" varchar(255) not null, "number" varchar(255) not null, "issuer" text not null, "issued_on" date not null, "facts" jsonb not null, "check_code" varchar(255) not null, "status" varchar(255) not null, "void_reason" varchar(255) null, "template" varchar(255) null, "pages" int null, "sha256" varchar(255) null, "file" bytea null, primary key ("id"));
alter table "paper" add constraint "paper_number_unique" unique ("number");
alter table "paper" add constraint "paper_check_code_unique" unique ("check_code");
alter table "paper" add constraint "paper_case_id_seq_kind_unique" unique ("case_id", "seq", "kind");
create table "paper_series" ("series" varchar(255) not null, "year" int not null, "last" int not null, primary key ("series", "year"));
create table "party" ("id" uuid not null, "dispute_id" uuid not null, "no" int not null, "side" varchar(255) not null, "name" text not null, "phone" text null, "address" text null, "gender" varchar(255) null, "born_on" date null, "id_number" text null, "credit_code" text null, "representative" text null, "representative_title" text null, primary key ("id"));
create index "party_dispute_id_index" on "party" ("dispute_id");
create table "referral" ("id" uuid not null, "parent_id" uuid null, "from_body" varchar(255) not null, "to_body" varchar(255) not null, "urgency" varchar(255) not null, "reason" text not null, "request" text not null, "materials" jsonb not null, "contact" text not null, "closed_on" date null, primary key ("id"));
create index "referral_parent_id_index" on "referral" ("parent_id");
create index "referral_to_body_index" on "referral" ("to_body");
create table "sign_in" ("token_hash" varchar(255) not null, "account_id" uuid not null, "csrf_token" varchar(255) not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("token_hash"));
create index "sign_in_account_id_index" on "sign_in" ("account_id");
create table "task" ("case_id" uuid not null, "key" varchar(255) not null, "why" varchar(255) not null, "owner" varchar(255) not null, "due_on" date not null, primary key ("case_id", "key"));
create index "task_owner_index" on "task" ("owner");
create index "task_due_on_index" on "task" ("due_on");
alter table "account" add constraint "account_district_foreign" foreign key ("district") references "district" ("code") deferrable initially deferred;
alter table "account" add constraint "account_body_foreign" foreign key ("body") references "body" ("id") deferrable initially deferred;
alter table "body" add constraint "body_district_foreign" foreign key ("district") references "district" ("code") deferrable initially deferred;
alter table "case_record" add constraint "case_record_district_foreign" foreign key ("district") references "district" ("code") deferrable initially deferred;
alter table "case_event" add constraint "case_event_case_id_foreign" foreign key ("case_id") references "case_record" ("id") deferrable initially deferred;
alter table "case_text" add constraint "case_text_case_id_foreign" foreign key ("case_id") references "case_record" ("id") deferrable initially deferred;
alter table "command" add constraint "command_case_id_foreign" foreign key ("case_id") references "case_record" ("id") deferrable initially deferred;
alter table "clock" add constraint "clock_case_id_foreign" foreign key ("case_id") references "case_record" ("id") deferrable initially deferred;
alter table "task" add constraint "task_case_id_foreign" foreign key ("case_id") references "case_record" ("id") deferrable initially deferred;
alter table "dispute" add constraint "dispute_id_foreign" foreign key ("id") references "case_record" ("id") deferrable initially deferred;
alter table "party" add constraint "party_dispute_id_foreign" foreign key ("dispute_id") references "dispute" ("id") deferrable initially deferred;
alter table "claim" add constraint "claim_dispute_id_foreign" foreign key ("dispute_id") references "dispute" ("id") deferrable initially deferred;
alter table "referral" add constraint "referral_id_foreign" foreign key ("id") references "case_record" ("id") deferrable initially deferred;
alter table "referral" add constraint "referral_parent_id_foreign" foreign key ("parent_id") references "case_record" ("id") deferrable initially deferred;
alter table "referral" add constraint "referral_from_body_foreign" foreign key ("from_body") references "body" ("id") deferrable initially deferred;
alter table "referral" add constraint "referral_to_body_foreign" foreign key ("to_body") references "body" ("id") deferrable initially deferred;
alter table "paper" add constraint "paper_case_id_foreign" foreign key ("case_id") references "case_record" ("id") deferrable initially deferred;
alter table "sign_in" add constraint "sign_in_account_id_foreign" foreign key ("account_id") references "account" ("id") deferrable initially deferred;
alter table "district" add constraint "district_parent_foreign" foreign key ("parent") references "district" ("code") deferrable initially deferred;
`
  .trim()
  .split('\n');
