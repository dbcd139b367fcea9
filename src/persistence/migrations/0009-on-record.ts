import { Migration } from '@mikro-orm/migrations';

/** What is on record stays: triggers on events and their words; who looked at what; the daily anchors of all chains. */
export class OnRecord extends Migration {
  override name = '0009-on-record';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

/** As the entities describe it, and the whole table against `truncate`, which they cannot say. */
function stays(table: string, body: string): string[] {
  const call = `execute function "${table}_${table}_row_stays_fn"()`;
  return [
    `create or replace function "${table}_${table}_row_stays_fn"() returns trigger as $$ begin ${body}; end; $$ language plpgsql`,
    `create trigger "${table}_row_stays" before update or delete on "${table}" for each row ${call}`,
    `create trigger "${table}_table_stays" before truncate on "${table}" for each statement ${call}`,
  ];
}

const ANCHOR_STAYS = `raise exception 'an anchor of the audit is never changed or deleted'`;

const statements = [
  ...stays('case_event', `raise exception 'an event on record is never changed or deleted'`),
  ...stays(
    'case_text',
    `if tg_op = 'UPDATE' then if current_setting('wanhe.reseal', true) = 'on' and new.case_id = old.case_id and new.seq = old.seq then return new; end if; end if; raise exception 'the words of an event are never changed or deleted'`,
  ),
  `create table "reading" ("account" varchar(255) not null, "no" int not null, "at" timestamptz not null, "what" varchar(255) not null, "case_id" uuid null, "about" text null, "reason" text null, "row_count" int null, "previous_hash" varchar(255) not null, "hash" varchar(255) not null, primary key ("account", "no"))`,
  `create index "reading_account_at_index" on "reading" ("account", "at")`,
  `create index "reading_case_id_at_index" on "reading" ("case_id", "at")`,
  `create index "reading_at_index" on "reading" ("at")`,
  ...stays('reading', `raise exception 'a reading on record is never changed or deleted'`),
  `create table "audit_anchor" ("no" int not null, "day" date not null, "at" timestamptz not null, "cases" int not null, "events" int not null, "readings" int not null, "previous_hash" varchar(255) not null, "key_id" varchar(255) not null, "hash" varchar(255) not null, "signature" text not null, primary key ("no"))`,
  `alter table "audit_anchor" add constraint "audit_anchor_day_unique" unique ("day")`,
  ...stays('audit_anchor', ANCHOR_STAYS),
  `create table "audit_anchor_head" ("kind" varchar(255) not null, "chain" varchar(255) not null, "seq" int not null, "hash" varchar(255) not null, "anchor_no" int not null, primary key ("kind", "chain", "seq"))`,
  `create index "audit_anchor_head_anchor_no_index" on "audit_anchor_head" ("anchor_no")`,
  `alter table "audit_anchor_head" add constraint "audit_anchor_head_anchor_no_foreign" foreign key ("anchor_no") references "audit_anchor" ("no") deferrable initially deferred`,
  ...stays('audit_anchor_head', ANCHOR_STAYS),
];
