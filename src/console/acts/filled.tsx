/** What was filled in, read back as people know it: names for ids, words for codes. */
import './form.css';
import { sayChoice } from '../../../templates/zh-CN/say-choice.ts';
import { words } from '../words/zh-CN.ts';
import { nameOfField } from './field-name.ts';
import type { Schema } from './schema.ts';
import type { Choices, Labels } from './schema-form.tsx';

export type Named = { schema: Schema; choices: Choices; labels: Labels };

export function Filled({ of, named }: { of: Record<string, unknown>; named: Named }) {
  return (
    <dl className="filled">
      {Object.entries(of).map(([name, value]) => (
        <div key={name}>
          <dt>{nameOfField(name, named.labels)}</dt>
          <dd>
            <Value name={name} of={value} named={{ ...named, schema: partOf(named.schema, name) }} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const partOf = ({ properties = {} }: Schema, name: string): Schema => properties[name] ?? {};

function Value({ name, of, named }: { name: string; of: unknown; named: Named }) {
  if (Array.isArray(of))
    return of.every((one) => typeof one !== 'object') ? (
      of.map((one) => say(name, one, named)).join('、')
    ) : (
      <ol>
        {of.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows that are only read have no other name
          <li key={index}>
            <Value name={name} of={one} named={{ ...named, schema: named.schema.items ?? {} }} />
          </li>
        ))}
      </ol>
    );
  if (typeof of === 'object' && of !== null)
    return <Filled of={of as Record<string, unknown>} named={named} />;
  return <span className="lines">{say(name, of, named)}</span>;
}

function say(name: string, value: unknown, { choices, schema }: Named): string {
  const chosen = choices[name]?.find((one) => one.value === value);
  if (chosen !== undefined) return chosen.label;
  if (typeof value === 'boolean') return value ? words.form.yes : words.form.no;
  const isCode = (schema.enum ?? schema.items?.enum)?.includes(String(value)) === true;
  return isCode ? sayChoice(name, String(value)) : String(value);
}
