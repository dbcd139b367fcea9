/** The part of JSON schema that the API's document uses. */
type Type = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
export type Schema = {
  /** With `null` beside it where the field may be told to be empty. */
  type?: Type | readonly (Type | 'null')[];
  properties?: Record<string, Schema>;
  required?: readonly string[];
  items?: Schema;
  enum?: readonly string[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  default?: unknown;
  oneOf?: readonly Schema[];
  anyOf?: readonly Schema[];
};

const AMOUNT = String.raw`^\d{1,11}(\.\d{1,2})?$`;
const CLOCK = String.raw`^([01]\d|2[0-3]):[0-5]\d$`;

export type FieldKind =
  | 'choice'
  | 'choices'
  | 'day'
  | 'clock'
  | 'amount'
  | 'number'
  | 'yes-no'
  | 'line'
  | 'words'
  | 'rows'
  | 'group';

const LONG = 300;

/** How a field is filled in. What has a list of choices is chosen, whatever its type. */
export function kindOf(schema: Schema, hasChoices: boolean): FieldKind {
  const type = typeof schema.type === 'object' ? schema.type.find((one) => one !== 'null') : schema.type;
  if (type === 'object') return 'group';
  if (type === 'array')
    return schema.items?.enum || (hasChoices && schema.items?.type !== 'object') ? 'choices' : 'rows';
  if (hasChoices) return 'choice';
  if (type === 'boolean') return 'yes-no';
  if (schema.enum) return 'choice';
  if (type === 'integer' || type === 'number') return 'number';
  if (schema.format === 'date') return 'day';
  if (schema.pattern === CLOCK) return 'clock';
  if (schema.pattern === AMOUNT) return 'amount';
  return (schema.maxLength ?? 0) > LONG ? 'words' : 'line';
}

/** What was filled in, without what was left empty: an empty field is one that is not there. */
export function filledIn(value: unknown): unknown {
  if (Array.isArray(value)) {
    const rows = value.map(filledIn).filter((row) => row !== undefined);
    return rows.length > 0 ? rows : undefined;
  }
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const fields = Object.entries(value).flatMap(([name, part]) => {
    const kept = filledIn(part);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

/** These fields of it alone. */
export function pick(schema: Schema, names: readonly string[]): Schema {
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => names.includes(name));
  return {
    properties: Object.fromEntries(properties),
    required: (schema.required ?? []).filter((name) => names.includes(name)),
  };
}
