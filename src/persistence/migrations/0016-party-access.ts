import { Migration } from '@mikro-orm/migrations';

/** Parties come to their case by a check code, and apply without an account. */
export class PartyAccess extends Migration {
  override name = '0016-party-access';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `create table "party_code" ("party_id" uuid not null, "case_id" uuid not null, "code_hash" varchar(255) not null, "given_at" timestamptz not null, primary key ("party_id"))`,
  `create index "party_code_case_id_index" on "party_code" ("case_id")`,
  `alter table "party_code" add constraint "party_code_party_id_foreign" foreign key ("party_id") references "party" ("id") deferrable initially deferred`,
  `alter table "party_code" add constraint "party_code_case_id_foreign" foreign key ("case_id") references "dispute" ("id") deferrable initially deferred`,
  `create table "party_visit" ("token_hash" varchar(255) not null, "party_id" uuid not null, "case_id" uuid not null, "started_at" timestamptz not null, "seen_at" timestamptz not null, primary key ("token_hash"))`,
  `create index "party_visit_party_id_index" on "party_visit" ("party_id")`,
  `create index "party_visit_seen_at_index" on "party_visit" ("seen_at")`,
  `alter table "party_visit" add constraint "party_visit_party_id_foreign" foreign key ("party_id") references "party" ("id") deferrable initially deferred`,
  `create table "application" ("id" uuid not null, "token_hash" varchar(255) not null, "answers" bytea not null, "started_at" timestamptz not null, "saved_at" timestamptz not null, "case_id" uuid null, primary key ("id"))`,
  `alter table "application" add constraint "application_token_hash_unique" unique ("token_hash")`,
  `create index "application_saved_at_index" on "application" ("saved_at")`,
  `alter table "application" add constraint "application_case_id_foreign" foreign key ("case_id") references "dispute" ("id") deferrable initially deferred`,
  `create table "application_file" ("id" uuid not null, "application_id" uuid not null, "name" text not null, "media_type" varchar(255) not null, "bytes" int not null, "sha256" varchar(255) not null, "added_at" timestamptz not null, "content" bytea not null, primary key ("id"))`,
  `create index "application_file_application_id_index" on "application_file" ("application_id")`,
  `alter table "application_file" add constraint "application_file_application_id_sha256_unique" unique ("application_id", "sha256")`,
  `alter table "application_file" add constraint "application_file_application_id_foreign" foreign key ("application_id") references "application" ("id") on delete cascade deferrable initially deferred`,
];
