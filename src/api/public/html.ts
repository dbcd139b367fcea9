/** HTML as text that is escaped unless it is HTML already. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Shown = string | number | Html | null | undefined | false | readonly Shown[];

/** Whatever is put into a blank is escaped, also within an attribute in double quotes; what is not there leaves it empty. */
export function html(strings: TemplateStringsArray, ...blanks: Shown[]): Html {
  return new Html(String.raw({ raw: strings }, ...blanks.map(textOf)));
}

function textOf(one: Shown): string {
  if (one === null || one === undefined || one === false) return '';
  if (one instanceof Html) return one.text;
  if (Array.isArray(one)) return one.map(textOf).join('');
  return String(one).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
