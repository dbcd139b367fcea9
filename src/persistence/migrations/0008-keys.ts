import { Migration } from '@mikro-orm/migrations';
import { blindOf } from '../keys/blind-index.ts';
import { seal } from '../keys/cipher.ts';
import { type Ask, DataKeys } from '../keys/data-keys.ts';
import type { KeyRing } from '../keys/key-ring.ts';
import { placeOf } from '../keys/sealed.ts';
import { ringOf } from '../keys/sealing-driver.ts';

type Row = Record<string, unknown>;
type Table = { table: string; key: string[]; owner: string; columns: Column[] };
type Column = { name: string; type: 'text' | 'jsonb' | 'bytea'; isNullable?: boolean };

/** What was in clear before, with whose key it is sealed, row by row. */
const tables: Table[] = [
  {
    table: 'party',
    key: ['id'],
    owner: 'dispute_id',
    columns: [
      { name: 'phone', type: 'text', isNullable: true },
      { name: 'address', type: 'text', isNullable: true },
      { name: 'id_number', type: 'text', isNullable: true },
      { name: 'details', type: 'jsonb' },
      { name: 'agent', type: 'jsonb', isNullable: true },
    ],
  },
  {
    table: 'dispute',
    key: ['id'],
    owner: 'id',
    columns: [
      { name: 'facts', type: 'text' },
      { name: 'elements', type: 'jsonb' },
    ],
  },
  {
    table: 'claim',
    key: ['dispute_id', 'no'],
    owner: 'dispute_id',
    columns: [
      { name: 'basis', type: 'text' },
      { name: 'facts', type: 'jsonb', isNullable: true },
    ],
  },
  {
    table: 'case_text',
    key: ['case_id', 'seq'],
    owner: 'case_id',
    columns: [{ name: 'texts', type: 'jsonb' }],
  },
  { table: 'command', key: ['id'], owner: 'case_id', columns: [{ name: 'texts', type: 'jsonb' }] },
  { table: 'draft', key: ['id'], owner: 'owner', columns: [{ name: 'content', type: 'jsonb' }] },
  {
    table: 'import_line',
    key: ['id'],
    owner: 'import_id',
    columns: [
      { name: 'problems', type: 'jsonb' },
      { name: 'given', type: 'jsonb', isNullable: true },
    ],
  },
  {
    table: 'referral',
    key: ['id'],
    owner: 'id',
    columns: [
      { name: 'reason', type: 'text' },
      { name: 'request', type: 'text' },
      { name: 'contact', type: 'text' },
      { name: 'brought', type: 'jsonb', isNullable: true },
    ],
  },
  {
    table: 'paper',
    key: ['id'],
    owner: 'case_id',
    columns: [
      { name: 'facts', type: 'jsonb' },
      { name: 'file', type: 'bytea', isNullable: true },
    ],
  },
  {
    table: 'evidence',
    key: ['id'],
    owner: 'case_id',
    columns: [
      { name: 'note', type: 'text', isNullable: true },
      { name: 'content', type: 'bytea' },
    ],
  },
];

const BATCH = 200;

const before = [
  `create table "data_key" ("no" serial primary key, "owner" varchar(255) not null, "master" varchar(255) not null, "wrapped" bytea null, "created_at" timestamptz not null, "destroyed_at" timestamptz null)`,
  `alter table "data_key" add constraint "data_key_owner_unique" unique ("owner")`,
  `create index "data_key_master_index" on "data_key" ("master")`,
  `drop index "party_id_number_index"`,
  `drop index "party_phone_key_index"`,
  `drop function "phone_key"`,
  `alter table "party" add column "id_number_blind" text null, add column "phone_blind" text null`,
];

const after = [
  `create index "party_id_number_blind_index" on "party" ("id_number_blind")`,
  `create index "party_phone_blind_index" on "party" ("phone_blind")`,
  // Files are ciphertext: nothing to compress.
  `alter table "evidence" alter column "content" set storage external`,
  `alter table "paper" alter column "file" set storage external`,
];

/** People's numbers, words and files are sealed, with a key for each case; numbers are found by keyed hashes. */
export class Keys extends Migration {
  override name = '0008-keys';

  override async up(): Promise<void> {
    const ring = ringOf(this.driver);
    for (const statement of before) await this.execute(statement);
    const ask: Ask = (sql, params) => this.execute(sql, params as never) as never;
    const keys = new DataKeys(ring);
    for (const one of tables) {
      for (const { name } of one.columns)
        await this.execute(`alter table "${one.table}" add column "${name}_sealed" bytea null`);
      await sealTable(ask, ring, keys, one);
      for (const { name, isNullable } of one.columns) {
        await this.execute(`alter table "${one.table}" drop column "${name}"`);
        await this.execute(`alter table "${one.table}" rename column "${name}_sealed" to "${name}"`);
        if (!isNullable) await this.execute(`alter table "${one.table}" alter column "${name}" set not null`);
      }
    }
    for (const statement of after) await this.execute(statement);
  }
}

/** In the order of the key, so that no row is met twice. */
async function sealTable(
  ask: Ask,
  ring: KeyRing,
  keys: DataKeys,
  { table, key, owner, columns }: Table,
): Promise<void> {
  const keyText = `concat_ws('/', ${key.map((name) => `"${name}"::text`).join(', ')})`;
  const values = columns.map(({ name, type }) => `"${name}"${type === 'jsonb' ? '::text' : ''} as "${name}"`);
  for (let last = ''; ; ) {
    const rows = await ask<Row>(
      `select ${keyText} as "row_key", "${owner}"::text as "row_owner", ${values.join(', ')} from "${table}"
       where ${keyText} > ? order by 1 limit ${BATCH}`,
      [last],
    );
    if (rows.length === 0) return;
    const owners = await keys.byOwner(ask, [...new Set(rows.map(({ row_owner }) => String(row_owner)))]);
    for (const row of rows) {
      const sealed = columns.map(({ name, type }) => {
        const value = row[name];
        if (value === null || value === undefined) return null;
        const plain = type === 'jsonb' ? JSON.stringify(JSON.parse(String(value))) : value;
        const bytes = Buffer.isBuffer(plain) ? plain : Buffer.from(String(plain));
        return seal(owners.get(String(row.row_owner))!, placeOf(table, name, [row.row_key]), bytes);
      });
      const blinds =
        table === 'party'
          ? [blindOf(ring, 'id-number', text(row.id_number)), blindOf(ring, 'phone', text(row.phone))]
          : [];
      const sets = [
        ...columns.map(({ name }) => `"${name}_sealed" = ?`),
        ...(table === 'party' ? ['"id_number_blind" = ?', '"phone_blind" = ?'] : []),
      ];
      await ask(`update "${table}" set ${sets.join(', ')} where ${keyText} = ?`, [
        ...sealed,
        ...blinds,
        row.row_key,
      ]);
    }
    last = String(rows.at(-1)!.row_key);
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : null);
