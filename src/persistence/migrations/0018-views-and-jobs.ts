import { Migration } from '@mikro-orm/migrations';

/** Lists as people keep them under a name; commands that were ordered together, to be found again. */
export class ViewsAndJobs extends Migration {
  override name = '0018-views-and-jobs';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `create table "saved_view" ("id" uuid not null, "owner" varchar(255) not null, "page" varchar(255) not null, "name" text not null, "query" text not null, "place" int not null, "at" timestamptz not null, primary key ("id"))`,
  `create index "saved_view_owner_index" on "saved_view" ("owner")`,
  `create table "job" ("id" uuid not null, "owner" varchar(255) not null, "kind" varchar(255) not null, "about" varchar(255) not null, "at" timestamptz not null, primary key ("id"))`,
  `create index "job_owner_at_index" on "job" ("owner", "at")`,
  `alter table "command" add column "job_id" uuid null`,
  `create index "command_job_id_index" on "command" ("job_id")`,
  `alter table "command" add constraint "command_job_id_foreign" foreign key ("job_id") references "job" ("id") deferrable initially deferred`,
];
