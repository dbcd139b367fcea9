import { Migration } from '@mikro-orm/migrations';

/** What surrounds an intake: evidence files, drafts, and the indexes by which look-alikes are found. */
export class EvidenceAndDrafts extends Migration {
  override name = '0004-evidence';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `create table "evidence" ("id" uuid not null, "case_id" uuid not null, "no" int null, "name" text not null, "media_type" varchar(255) not null, "bytes" int not null, "sha256" varchar(255) not null, "note" text null, "added_by" varchar(255) not null, "added_at" timestamptz not null, "added_on" date not null, "status" varchar(255) not null, "seq" int null, "withdrawn_seq" int null, "command_id" varchar(255) not null, "content" bytea not null, primary key ("id"))`,
  `create index "evidence_case_id_index" on "evidence" ("case_id")`,
  `alter table "evidence" add constraint "evidence_case_id_no_unique" unique ("case_id", "no")`,
  `alter table "evidence" add constraint "evidence_case_id_foreign" foreign key ("case_id") references "case_record" ("id") deferrable initially deferred`,
  // Photographs and PDFs are compressed already.
  `alter table "evidence" alter column "content" set storage external`,
  `create table "draft" ("id" uuid not null, "owner" varchar(255) not null, "kind" varchar(255) not null, "title" text not null, "content" jsonb not null, "saved_at" timestamptz not null, "version" int not null, "command_id" varchar(255) not null, primary key ("id"))`,
  `create index "draft_owner_index" on "draft" ("owner")`,
  `create index "draft_command_id_index" on "draft" ("command_id")`,
  // Full and half width, spaces, brackets, marks and the forms of 有限公司 make no other name.
  `create function "name_key"(given text) returns text language sql immutable parallel safe as $$ select regexp_replace(regexp_replace(regexp_replace(lower(normalize(given, NFKC)), '[[:space:][:punct:]·•・‧【】〔〕《》〈〉「」『』“”‘’、。…—]', '', 'g'), '(股份){0,1}有限(责任){0,1}公司', '公司', 'g'), '公司$', '') $$`,
  `create function "phone_key"(given text) returns text language sql immutable parallel safe as $$ select regexp_replace(given, '[^0-9]', '', 'g') $$`,
  `create index "party_id_number_index" on "party" ("id_number")`,
  `create index "party_credit_code_index" on "party" ("credit_code")`,
  `create index "party_name_key_index" on "party" (name_key("name"))`,
  `create index "party_phone_key_index" on "party" (phone_key("phone"))`,
];
