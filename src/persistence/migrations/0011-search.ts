import { Migration } from '@mikro-orm/migrations';
import { searchedAs, searchKeys } from '../name-keys.ts';

/** Names found by fragment and by how they are read, numbers by their figures; what is here already is made to be found too. */
export class Search extends Migration {
  override name = '0011-search';

  override async up(): Promise<void> {
    // Foreign keys still to be checked, of this run's earlier migrations, keep a table from being altered.
    await this.execute('set constraints all immediate');
    for (const statement of columns) await this.execute(statement);
    const rows = (await this.execute('select id, name from party')) as { id: string; name: string }[];
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const written = rows.slice(from, from + AT_ONCE).map(({ id, name }) => {
        const searched = searchedAs([name]);
        return { id, searched, keys: searchKeys(searched).join(' ') };
      });
      await this.execute(
        `update party p set searched = v.searched, search = string_to_array(v.keys, ' ')
         from jsonb_to_recordset(?::jsonb) as v (id uuid, searched text, keys text) where p.id = v.id`,
        [JSON.stringify(written)],
      );
    }
    for (const statement of indexes) await this.execute(statement);
    await this.execute('set constraints all deferred');
  }
}

const AT_ONCE = 2_000;

const MARKS = '[-[:space:]_/.,:;()\\[\\]{}〔〕【】《》–—第号]';
const folded = `regexp_replace(lower(normalize(given, NFKC)), '${MARKS}', '', 'g')`;

const columns = [
  `create function "number_fold"(given text) returns text language sql immutable parallel safe as $$ select ${folded} $$`,
  // Each two characters that follow one another, and the last run of figures without its zeros, as people say it.
  `create function "number_keys"(given text) returns text[] language sql immutable parallel safe as $$ select array(select substr(f, i, 2) from (select ${folded} as f) t, generate_series(1, length(f) - 1) i) || ('#' || coalesce(ltrim(substring(given from '([0-9]+)[^0-9]*$'), '0'), '')) $$`,
  `create function "is_searched_as"(name text, searched text) returns boolean language sql immutable parallel safe as $$ select split_part(searched, E'\\n', 1) = name $$`,
  `alter table "party" add column "searched" text not null default '', add column "search" text[] not null default '{}'`,
  `alter table "party" alter column "searched" drop default, alter column "search" drop default`,
];

const indexes = [
  // What is written past the entity cannot leave a name that nobody finds.
  `alter table "party" add constraint "party_is_searched_as_named" check (is_searched_as(name, searched))`,
  `create index "party_search_index" on "party" using gin ("search") with (fastupdate = off)`,
  `create index "dispute_receipt_number_keys_index" on "dispute" using gin (number_keys("receipt_number")) with (fastupdate = off)`,
  `create index "dispute_external_number_keys_index" on "dispute" using gin (number_keys("external_number")) with (fastupdate = off)`,
  `create index "referral_other_number_keys_index" on "referral" using gin (number_keys("other_number")) with (fastupdate = off)`,
  `create index "paper_number_keys_index" on "paper" using gin (number_keys("number")) with (fastupdate = off)`,
];
