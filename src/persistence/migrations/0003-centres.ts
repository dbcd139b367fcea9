import { Migration } from '@mikro-orm/migrations';

/** Mediation centres: the capacities they hold, and what their mediators can take on. */
export class Centres extends Migration {
  override name = '0003-centres';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `create table "capacity" ("id" varchar(255) not null, "body" varchar(255) not null, "kind" varchar(255) not null, "valid_from" date not null, "valid_until" date null, "of_body" varchar(255) null, "is_sign_off_required" boolean not null, "heading" text not null, "confirmed" boolean not null, primary key ("id"))`,
  `create index "capacity_body_index" on "capacity" ("body")`,
  `alter table "capacity" add constraint "capacity_body_foreign" foreign key ("body") references "body" ("id") deferrable initially deferred`,
  `alter table "capacity" add constraint "capacity_of_body_foreign" foreign key ("of_body") references "body" ("id") deferrable initially deferred`,
  `create table "mediator_profile" ("account_id" uuid not null, "no" int not null, "skills" text[] not null, "max_cases" int null, "away_from" date null, "away_until" date null, "changed_by" varchar(255) not null, "changed_at" timestamptz not null, "command_id" varchar(255) not null, primary key ("account_id", "no"))`,
  `alter table "mediator_profile" add constraint "mediator_profile_command_id_unique" unique ("command_id")`,
  `alter table "mediator_profile" add constraint "mediator_profile_account_id_foreign" foreign key ("account_id") references "account" ("id") deferrable initially deferred`,
  `create or replace function "mediator_profile_mediator_profile_row_stays_fn"() returns trigger as $$ begin raise exception 'a mediator''s profile is never changed or deleted: add the next one'; end; $$ language plpgsql`,
  `create trigger "mediator_profile_row_stays" before update or delete on "mediator_profile" for each row execute function "mediator_profile_mediator_profile_row_stays_fn"()`,
  `create trigger "mediator_profile_table_stays" before truncate on "mediator_profile" for each statement execute function "mediator_profile_mediator_profile_row_stays_fn"()`,
];
