/** Columns that hold sealed values: an entity names them by these types, and says whose key they are sealed with. */
import { type EntityMetadata, type EntityProperty, p, Type } from '@mikro-orm/core';
import type { BlindKind } from './blind-index.ts';

/** What the database holds is bytes; what the unit of work compares is the plain value as a string, or as bytes. */
abstract class Sealed<T> extends Type<T, unknown> {
  override getColumnType(): string {
    return 'bytea';
  }
  override ensureComparable(): boolean {
    return false;
  }
}

class SealedText extends Sealed<string> {
  override compareAsType(): string {
    return 'string';
  }
}

class SealedJson extends Sealed<object> {
  override convertToDatabaseValue(value: object): unknown {
    return value === null || value === undefined || Buffer.isBuffer(value) || typeof value === 'string'
      ? value
      : JSON.stringify(value);
  }
  override convertToJSValue(value: unknown): object {
    return typeof value === 'string' ? JSON.parse(value) : (value as object);
  }
  override get runtimeType(): string {
    return 'any';
  }
  override compareAsType(): string {
    return 'string';
  }
}

class SealedBytes extends Sealed<Buffer> {
  override get runtimeType(): string {
    return 'Buffer';
  }
  override compareAsType(): string {
    return 'buffer';
  }
}

export const sealedText = () => p.type(SealedText).$type<string>();
export const sealedJson = <T extends object>() => p.type(SealedJson).$type<T>();
export const sealedBytes = () => p.type(SealedBytes).$type<Buffer>();

/** Of an entity with sealed columns: the property that holds the owner of the key. */
const owners: Record<string, string> = {
  Party: 'disputeId',
  Dispute: 'id',
  Claim: 'disputeId',
  CaseText: 'caseId',
  Command: 'caseId',
  Draft: 'owner',
  ImportLine: 'importId',
  Referral: 'id',
  Paper: 'caseId',
  Evidence: 'caseId',
  Application: 'id',
  ApplicationFile: 'applicationId',
};

/** Beside a number stands its keyed hash, in the property of the same name with `Blind`. */
const blinds: Record<string, Record<string, BlindKind>> = {
  Party: { phone: 'phone', idNumber: 'id-number' },
};

type Meta = EntityMetadata<object>;
export type SealedTable = {
  meta: Meta;
  columns: readonly EntityProperty[];
  owner: EntityProperty;
  blinds: Record<string, BlindKind>;
};

/** Null where an entity has none. */
export function sealedTable(meta: Meta): SealedTable | null {
  const columns = Object.values<EntityProperty>(meta.properties).filter(
    ({ customType }) => (customType as unknown) instanceof Sealed,
  );
  if (columns.length === 0) return null;
  const owner = meta.properties[owners[meta.className] as never] as EntityProperty | undefined;
  if (owner === undefined) throw new TypeError(`whose key seals ${meta.className}?`);
  return { meta, columns, owner, blinds: blinds[meta.className] ?? {} };
}

/** What a sealed value is bound to. */
export function placeOf(table: string, column: string, row: readonly unknown[]): string {
  return `${table}.${column}/${row.join('/')}`;
}
