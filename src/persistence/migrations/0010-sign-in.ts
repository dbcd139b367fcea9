import { Migration } from '@mikro-orm/migrations';

/** Sign-in made whole: wrong passwords counted, one-time passwords, what happens to accounts, listed sessions, service keys. */
export class SignInWhole extends Migration {
  override name = '0010-sign-in';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const stays = (table: string, what: string) => [
  `create or replace function "${table}_${table}_row_stays_fn"() returns trigger as $$ begin raise exception '${what}'; end; $$ language plpgsql`,
  `create trigger "${table}_row_stays" before update or delete on "${table}" for each row execute function "${table}_${table}_row_stays_fn"()`,
  `create trigger "${table}_table_stays" before truncate on "${table}" for each statement execute function "${table}_${table}_row_stays_fn"()`,
];

const statements = [
  // As rate-limiter-flexible reads and writes it; it has no entity.
  `create table "rate_limit" ("key" varchar(255) not null, "points" int not null default 0, "expire" bigint null, primary key ("key"))`,
  `alter table "account" add column "kind" varchar(255) not null default 'person', add column "one_time_until" timestamptz null, add column "version" int not null default 1`,
  // Of sessions of before browser and address are not known.
  `alter table "sign_in" add column "id" uuid not null default gen_random_uuid(), add column "seen_at" timestamptz not null default now(), add column "browser" varchar(255) not null default '', add column "address" varchar(255) not null default ''`,
  `alter table "sign_in" alter column "id" drop default, alter column "seen_at" drop default, alter column "browser" drop default, alter column "address" drop default`,
  `alter table "sign_in" add constraint "sign_in_id_unique" unique ("id")`,
  `create table "account_event" ("account_id" uuid not null, "no" int not null, "kind" varchar(255) not null, "by" varchar(255) not null, "at" timestamptz not null, "changes" jsonb not null, "command_id" varchar(255) not null, "fingerprint" varchar(255) not null, primary key ("account_id", "no"))`,
  `alter table "account_event" add constraint "account_event_command_id_unique" unique ("command_id")`,
  `alter table "account_event" add constraint "account_event_account_id_foreign" foreign key ("account_id") references "account" ("id") deferrable initially deferred`,
  ...stays('account_event', 'what happened to an account is never changed or deleted'),
  `create table "service_key" ("id" varchar(255) not null, "account_id" uuid not null, "scopes" text[] not null, "secret_hash" varchar(255) not null, "expires_at" timestamptz not null, "created_by" uuid not null, "created_at" timestamptz not null, "revoked_at" timestamptz null, "revoked_by" uuid null, "last_used_on" date null, primary key ("id"))`,
  `alter table "service_key" add constraint "service_key_account_id_unique" unique ("account_id")`,
  `alter table "service_key" add constraint "service_key_account_id_foreign" foreign key ("account_id") references "account" ("id") deferrable initially deferred`,
];
