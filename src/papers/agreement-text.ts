/** The text of an agreement as its paper has it, for who reads it on a screen: the same facts, the same wording. */
import { agreementBook } from './agreement.ts';
import type { AgreementFacts, PaperIssue } from './facts.ts';
import { type Filled, fill, type Piece } from './fill.ts';
import { templateOf } from './wording.ts';

export type TextBlock =
  | { kind: 'title' | 'heading' | 'subheading' | 'text'; text: string }
  | { kind: 'table'; head: string[]; rows: string[][] };

/** `template` names the wording: where it is not the one the paper was drawn with, the file alone says what is agreed. */
export function agreementText(given: { facts: AgreementFacts; issue: PaperIssue }): {
  template: string;
  blocks: TextBlock[];
} {
  const template = templateOf('agreement', agreementBook);
  return { template: template.version, blocks: fill(template, agreementBook, given).flatMap(blocksOf) };
}

const textIn = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');
const headings: Partial<Record<string, TextBlock['kind']>> = {
  ...{ title: 'title', heading: 'heading', subheading: 'subheading' },
};

/** Who signs where is the page's own matter. */
function blocksOf(part: Filled): TextBlock[] {
  switch (part.kind) {
    case 'line': {
      const kind = (headings[part.style] ?? 'text') as 'text';
      return [{ kind, text: textIn(part.pieces) }];
    }
    case 'together':
      return part.body.flatMap(blocksOf);
    case 'closing':
      return [{ kind: 'text', text: `${textIn(part.by)} ${textIn(part.on)}` }];
    case 'table':
      return [{ kind: 'table', head: part.head.map(textIn), rows: part.rows.map((row) => row.map(textIn)) }];
    default:
      return [];
  }
}
