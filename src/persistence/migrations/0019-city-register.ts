import { Migration } from '@mikro-orm/migrations';

/** The city's register is kept by administrators: bodies may close, and every change has its event. */
export class CityRegister extends Migration {
  override name = '0019-city-register';

  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const statements = [
  `alter table "body" add column "closed_on" date null`,
  `create table "city_event" ("thing" varchar(255) not null, "id" varchar(255) not null, "no" int not null, "kind" varchar(255) not null, "district" varchar(255) not null, "by" varchar(255) not null, "at" timestamptz not null, "changes" jsonb not null, "command_id" varchar(255) not null, "fingerprint" varchar(255) not null, primary key ("thing", "id", "no"))`,
  `create index "city_event_district_index" on "city_event" ("district")`,
  `alter table "city_event" add constraint "city_event_command_id_unique" unique ("command_id")`,
  `create or replace function "city_event_city_event_row_stays_fn"() returns trigger as $$ begin raise exception 'what happened to the city''s register is never changed or deleted'; end; $$ language plpgsql`,
  `create trigger "city_event_row_stays" before update or delete on "city_event" for each row execute function "city_event_city_event_row_stays_fn"()`,
  `create trigger "city_event_table_stays" before truncate on "city_event" for each statement execute function "city_event_city_event_row_stays_fn"()`,
];
