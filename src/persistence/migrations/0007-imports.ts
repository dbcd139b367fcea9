import { Migration } from '@mikro-orm/migrations';

/** Running registers taken over: each import with its lines, and the index by which a case's old number is found. */
export class Imports extends Migration {
  override name = '0007-imports';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `create table "import" ("id" uuid not null, "actor" jsonb not null, "account" varchar(255) not null, "district" varchar(255) not null, "file_name" text null, "sha256" varchar(255) not null, "command_id" varchar(255) not null, "fingerprint" varchar(255) not null, "on_day" date not null, "at" timestamptz not null, primary key ("id"))`,
  `create index "import_account_index" on "import" ("account")`,
  `create index "import_sha256_index" on "import" ("sha256")`,
  `alter table "import" add constraint "import_command_id_unique" unique ("command_id")`,
  `create table "import_line" ("id" uuid not null, "import_id" uuid not null, "row_no" int not null, "status" varchar(255) not null, "problems" jsonb not null, "given" jsonb null, "case_id" uuid null, "command_id" varchar(255) null, primary key ("id"))`,
  `alter table "import_line" add constraint "import_line_import_id_row_no_unique" unique ("import_id", "row_no")`,
  `create index "import_line_status_index" on "import_line" ("status")`,
  `alter table "import_line" add constraint "import_line_import_id_foreign" foreign key ("import_id") references "import" ("id") deferrable initially deferred`,
  `alter table "import_line" add constraint "import_line_case_id_foreign" foreign key ("case_id") references "case_record" ("id") deferrable initially deferred`,
  `create index "dispute_external_number_index" on "dispute" ("external_number")`,
];
