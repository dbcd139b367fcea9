/** The one door between sealed rows and the rest of the house: rows are sealed as they are written and opened as they are read. */
import type { Dictionary, EntityProperty } from '@mikro-orm/core';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import { blindOf } from './blind-index.ts';
import { keyNoOf, open, seal } from './cipher.ts';
import { type Ask, DataKeys } from './data-keys.ts';
import type { KeyRing } from './key-ring.ts';
import { placeOf, type SealedTable, sealedTable } from './sealed.ts';

type Row = Dictionary;
type Options = { ctx?: unknown; upsert?: boolean } | undefined;
type Find = PostgreSqlDriver['find'];
type Insert = PostgreSqlDriver['nativeInsert'];
type InsertMany = PostgreSqlDriver['nativeInsertMany'];
type Update = PostgreSqlDriver['nativeUpdate'];
type UpdateMany = PostgreSqlDriver['nativeUpdateMany'];

const rings = new WeakMap<object, KeyRing>();

/** The ring with which a driver seals. */
export function ringOf(driver: object): KeyRing {
  const ring = rings.get(driver);
  if (ring === undefined) throw new TypeError('not opened with a key ring');
  return ring;
}

/** Made for one ring: the ORM makes its driver itself. */
export function sealingDriver(ring: KeyRing): typeof PostgreSqlDriver {
  const keys = new DataKeys(ring);

  return class SealingDriver extends PostgreSqlDriver {
    constructor(config: ConstructorParameters<typeof PostgreSqlDriver>[0]) {
      super(config);
      rings.set(this, ring);
    }

    // findOne comes through here, too
    override find: Find = async (entity, where, options) => {
      const rows = await super.find(entity, where, options);
      const table = this.#tableOf(entity);
      if (table !== null) await openRows(keys, this.#ask(options), table, rows as Row[]);
      return rows;
    };

    override nativeInsert: Insert = async (entity, row, options) => {
      const table = this.#tableOf(entity);
      const [sealed] = table === null ? [row] : await this.#sealNew(table, [row as Row], options);
      return super.nativeInsert(entity, sealed as typeof row, options);
    };

    override nativeInsertMany: InsertMany = async (entity, rows, options, transform) => {
      const table = this.#tableOf(entity);
      const sealed = table === null ? rows : await this.#sealNew(table, rows as Row[], options);
      return super.nativeInsertMany(entity, sealed as typeof rows, options, transform);
    };

    override nativeUpdate: Update = async (entity, where, row, options) => {
      const table = this.#tableOf(entity);
      const sealed = table === null ? [row] : await this.#sealChanged(table, [where], [row as Row], options);
      return super.nativeUpdate(entity, where, sealed[0] as typeof row, options);
    };

    override nativeUpdateMany: UpdateMany = async (entity, where, rows, options, transform) => {
      const table = this.#tableOf(entity);
      const sealed = table === null ? rows : await this.#sealChanged(table, where, rows as Row[], options);
      return super.nativeUpdateMany(entity, where, sealed as typeof rows, options, transform);
    };

    #tableOf(entity: unknown): SealedTable | null {
      return sealedTable(this.metadata.get(entity as never) as never);
    }

    #ask(options: Options): Ask {
      return (sql, params) => this.execute(sql, params, 'all', options?.ctx as never) as never;
    }

    #sealNew(table: SealedTable, rows: Row[], options: Options): Promise<Row[]> {
      const of = rows.map((row) => ({
        row,
        key: table.meta.primaryKeys.map((name) => row[name]),
        owner: row[table.owner.name],
      }));
      return sealRows(ring, keys, this.#ask(options), table, of);
    }

    async #sealChanged(table: SealedTable, where: unknown[], rows: Row[], options: Options): Promise<Row[]> {
      const touched = rows.some((row) => table.columns.some(({ name }) => name in row));
      if (!touched) return rows;
      if (options?.upsert) throw new TypeError(`${table.meta.className} has sealed columns: no upsert`);
      const ask = this.#ask(options);
      const of = await Promise.all(
        rows.map(async (row, index) => {
          const key = keyOf(table, where[index]);
          return { row, key, owner: await ownerOf(ask, table, key) };
        }),
      );
      return sealRows(ring, keys, ask, table, of);
    }
  };
}

/** The row's primary key; a sealed value is changed in a row that is named, never by a condition. */
function keyOf({ meta }: SealedTable, where: unknown): unknown[] {
  const key =
    where !== null && typeof where === 'object' && !Array.isArray(where)
      ? meta.primaryKeys.map((name) => (where as Row)[name])
      : [where].flat();
  const isNamed = (part: unknown) => typeof part === 'string' || typeof part === 'number';
  if (key.length !== meta.primaryKeys.length || !key.every(isNamed))
    throw new TypeError(`sealed columns of ${meta.className} are changed row by row`);
  return key;
}

async function ownerOf(ask: Ask, { meta, owner }: SealedTable, key: unknown[]): Promise<unknown> {
  const inKey = meta.primaryKeys.indexOf(owner.name as never);
  if (inKey >= 0) return key[inKey];
  const column = (property: EntityProperty) => `"${property.fieldNames[0]}"`;
  const where = meta.primaryKeys.map((name) => `${column(meta.properties[name])} = ?`).join(' and ');
  const [row] = await ask<{ owner: string }>(
    `select ${column(owner)}::text as owner from "${meta.tableName}" where ${where}`,
    key,
  );
  // Nothing is there: nothing will be written either.
  return row?.owner ?? key[0];
}

type ToSeal = { row: Row; key: unknown[]; owner: unknown };

async function sealRows(
  ring: KeyRing,
  keys: DataKeys,
  ask: Ask,
  table: SealedTable,
  given: ToSeal[],
): Promise<Row[]> {
  const isSealed = ({ row }: ToSeal) => table.columns.some(({ name }) => row[name] != null);
  const owners = [...new Set(given.filter(isSealed).map(({ owner }) => String(owner)))];
  const keyOfOwner = owners.length === 0 ? new Map() : await keys.byOwner(ask, owners);
  return given.map(({ row, key, owner }) => {
    const sealed = { ...row };
    for (const [name, kind] of Object.entries(table.blinds))
      if (name in row) sealed[`${name}Blind`] = blindOf(ring, kind, row[name]);
    for (const { name, fieldNames } of table.columns) {
      const value: unknown = row[name];
      if (value === null || value === undefined) continue;
      const place = placeOf(table.meta.tableName, fieldNames[0]!, key);
      sealed[name] = seal(keyOfOwner.get(String(owner))!, place, bytesOf(value));
    }
    return sealed;
  });
}

function bytesOf(value: unknown): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
}

async function openRows(keys: DataKeys, ask: Ask, table: SealedTable, rows: Row[]): Promise<void> {
  const { meta } = table;
  const closed = rows.flatMap((row) =>
    table.columns.flatMap(({ name, fieldNames, customType }) => {
      const value: unknown = row[name];
      if (!(value instanceof Uint8Array)) return [];
      const key = meta.primaryKeys.map((one) => row[one]);
      const place = placeOf(meta.tableName, fieldNames[0]!, key);
      return [
        { row, name, place, value: Buffer.from(value), isBytes: customType?.compareAsType() === 'buffer' },
      ];
    }),
  );
  if (closed.length === 0) return;
  const byNo = await keys.byNo(
    ask,
    closed.map(({ value, place }) => keyNoOf(value, place)),
  );
  for (const { row, name, place, value, isBytes } of closed) {
    const bytes = open(byNo.get(keyNoOf(value, place))!, place, value);
    row[name] = isBytes ? bytes : bytes.toString('utf8');
  }
}
