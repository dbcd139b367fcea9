/** Fields of a form that works without script: label, hint, what is wrong, and what was typed. */
import { publicWords as words } from '../../../templates/zh-CN/public-words.ts';
import { type Html, html } from './html.ts';

/** What a form was sent with: text by name, several where a name comes several times. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;
/** What is wrong: by field, and of the whole. */
export type Problems = { above: readonly string[]; fields: Readonly<Record<string, string>> };
/** A form as it is shown: with what was typed and what is wrong with it. */
export type Filled = { typed: Typed; problems: Problems };
export const unfilled: Filled = { typed: {}, problems: { above: [], fields: {} } };

export const typedOf = ({ typed }: Filled, name: string): string => {
  const value = typed[name] ?? '';
  return typeof value === 'string' ? value : (value[0] ?? '');
};
export const chosenOf = ({ typed }: Filled, name: string): readonly string[] => {
  const value = typed[name] ?? [];
  return typeof value === 'string' ? [value] : value;
};

type Asked = { name: string; label: string; hint?: string };

/** A line of text; `type` also gives the phone its keyboard. */
export function lineField(
  filled: Filled,
  asked: Asked & {
    type?: 'text' | 'tel' | 'date' | 'password';
    inputMode?: 'decimal' | 'numeric';
    autoComplete?: string;
    most?: number;
  },
): Html {
  const { name, type = 'text', inputMode, autoComplete = 'off', most = 200 } = asked;
  return field(
    filled,
    asked,
    html`<input id="${name}" name="${name}" type="${type}" value="${typedOf(filled, name)}" maxlength="${most}" autocomplete="${autoComplete}"${inputMode && html` inputmode="${inputMode}"`}${describedBy(filled, asked)}>`,
  );
}

export function wordsField(filled: Filled, asked: Asked & { most?: number; rows?: number }): Html {
  const { name, most = 2000, rows = 5 } = asked;
  return field(
    filled,
    asked,
    html`<textarea id="${name}" name="${name}" rows="${rows}" maxlength="${most}"${describedBy(filled, asked)}>
${typedOf(filled, name)}</textarea>`,
  );
}

type Choice = { value: string; label: string; hint?: string };

export function selectField(filled: Filled, asked: Asked & { choices: readonly Choice[] }): Html {
  const chosen = chosenOf(filled, asked.name);
  const options = asked.choices.map(
    ({ value, label }) =>
      html`<option value="${value}"${chosen.includes(value) && html` selected`}>${label}</option>`,
  );
  return field(
    filled,
    asked,
    html`<select id="${asked.name}" name="${asked.name}"${describedBy(filled, asked)}><option value=""></option>${options}</select>`,
  );
}

/** One of a few, each a target of its own. */
export function choiceField(filled: Filled, asked: Asked & { choices: readonly Choice[] }): Html {
  const { name, label, hint, choices } = asked;
  const chosen = chosenOf(filled, name);
  const buttons = choices.map(
    (one, index) =>
      html`<label class="choice"><input type="radio"${index === 0 && html` id="${name}"`} name="${name}" value="${one.value}"${chosen.includes(one.value) && html` checked`}${describedBy(filled, asked)}><span>${one.label}${one.hint && html`<small>${one.hint}</small>`}</span></label>`,
  );
  return html`<fieldset class="field${wrongClass(filled, name)}"><legend>${label}</legend>${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}${wrongOf(filled, name)}${buttons}</fieldset>`;
}

/** To be ticked. */
export function tickField(filled: Filled, asked: Asked): Html {
  const { name, label } = asked;
  return html`<div class="field${wrongClass(filled, name)}">${wrongOf(filled, name)}<label class="choice"><input type="checkbox" id="${name}" name="${name}" value="yes"${chosenOf(filled, name).includes('yes') && html` checked`}${describedBy(filled, asked)}><span>${label}</span></label></div>`;
}

/** A file; what was chosen is chosen again where the form comes back. */
export function fileField(filled: Filled, asked: Asked & { accept: string }): Html {
  const { name, accept } = asked;
  return field(
    filled,
    asked,
    html`<input id="${name}" name="${name}" type="file" accept="${accept}"${describedBy(filled, asked)}>`,
  );
}

function field(filled: Filled, { name, label, hint }: Asked, input: Html): Html {
  return html`<div class="field${wrongClass(filled, name)}"><label for="${name}">${label}</label>${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}${wrongOf(filled, name)}${input}</div>`;
}

const wrongClass = ({ problems }: Filled, name: string) => (problems.fields[name] ? ' wrong' : '');

const wrongOf = ({ problems }: Filled, name: string) =>
  problems.fields[name] && html`<p class="problem" id="${name}-problem">${problems.fields[name]}</p>`;

function describedBy({ problems }: Filled, { name, hint }: Asked): Html {
  const isWrong = problems.fields[name] !== undefined;
  const ids = [...(hint ? [`${name}-hint`] : []), ...(isWrong ? [`${name}-problem`] : [])];
  return html`${ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`}${isWrong && html` aria-invalid="true"`}`;
}

/** Above a form: everything that is wrong, each with the way to its field. */
export function problemsAbove({ problems: { above, fields } }: Filled): Html | false {
  const lines = [
    ...above.map((said) => html`<li>${said}</li>`),
    ...Object.entries(fields).map(([name, said]) => html`<li><a href="#${name}">${said}</a></li>`),
  ];
  if (lines.length === 0) return false;
  return html`<div class="problems" role="alert" aria-labelledby="problems"><h2 id="problems">${words.problems}</h2><ul>${lines}</ul></div>`;
}

export const submit = (label: string): Html => html`<p><button type="submit">${label}</button></p>`;
