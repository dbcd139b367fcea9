/** Edges as a mermaid state diagram, and its place in a file of Markdown. */
import { codeWords } from '../../../templates/zh-CN/words.ts';
import { disputeStates } from '../../domain/dispute/state.ts';
import type { Edge } from './dispute-edges.ts';

const MARKS = { begin: '<!-- dispute-states:begin -->', end: '<!-- dispute-states:end -->' } as const;

/** Mermaid takes no hyphen in the name of a state. */
const nameOf = (state: string) => state.replaceAll('-', '_');

export function diagramOf(edges: readonly Edge[]): string {
  const acts = new Map<string, string[]>();
  for (const { from, act, to } of edges) {
    const arrow = `${nameOf(from)} --> ${nameOf(to)}`;
    acts.set(arrow, [...(acts.get(arrow) ?? []), codeWords[act]]);
  }
  return [
    'stateDiagram-v2',
    ...disputeStates.map((state) => `  state "${codeWords[state]}" as ${nameOf(state)}`),
    '  [*] --> new',
    ...[...acts].map(([arrow, words]) => `  ${arrow}: ${words.join('、')}`),
  ].join('\n');
}

/** The text with the diagram between its marks; null where a mark is missing. */
export function withDiagram(text: string, diagram: string): string | null {
  const begin = text.indexOf(MARKS.begin);
  const end = text.indexOf(MARKS.end);
  if (begin === -1 || end < begin) return null;
  const block = `${MARKS.begin}\n\`\`\`mermaid\n${diagram}\n\`\`\`\n`;
  return text.slice(0, begin) + block + text.slice(end);
}
