/** The picture of the dispute's states in the README is the rules' own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagramOf, withDiagram } from '../../src/cli/drawing/diagram.ts';
import { disputeEdges } from '../../src/cli/drawing/dispute-edges.ts';
import { projectRoot } from '../../src/config.ts';
import type { DisputeAction } from '../../src/domain/dispute/commands.ts';
import { actsOfLegalEffect } from '../../src/domain/dispute/legal-effect.ts';
import { type DisputeStateName, disputeStates } from '../../src/domain/dispute/state.ts';
import { disputeTable } from '../../src/domain/dispute/table.ts';
import { codeWords } from '../../templates/zh-CN/words.ts';

const edges = disputeEdges();
const told = edges.map(({ from, act, to }) => `${from} ${act} ${to}`);

/** The states one comes to from these, any number of steps on. */
function ahead(...from: DisputeStateName[]): Set<DisputeStateName> {
  const reached = new Set(from);
  for (const state of reached) for (const edge of edges) if (edge.from === state) reached.add(edge.to);
  return reached;
}

test('every state of the table is reached from a new dispute', () => {
  expect([...ahead('new')].sort()).toEqual([...disputeStates].sort());
});

test('from every state the file can be closed, and bound', () => {
  for (const state of disputeStates) expect([...ahead(state)]).toContain('archived');
});

test('every edge is an act the table allows in its state, and there is each edge once', () => {
  const wrong = edges.filter(({ from, act }) => !(act in disputeTable[from]));
  expect(wrong).toEqual([]);
  expect(new Set(told).size).toBe(edges.length);
  expect(edges.filter(({ from, to }) => from === to)).toEqual([]);
});

test('each act that is made to move a dispute moves it', () => {
  const movers: DisputeAction[] = [
    ...(['receive', 'receive-settled', 'consult', 'accept', 'decline', 'settle-between-sides'] as const),
    ...(['withdraw', 'hold-session', 'fail', 'sign-agreement', 'record-payment', 'record-duty'] as const),
    ...(['declare-default', 'close', 'archive', 'approve-request'] as const),
  ];
  expect([...new Set(edges.map(({ act }) => act))].sort()).toEqual([...movers].sort());
});

test('the ways people ask about are among the edges', () => {
  expect(told).toEqual(
    expect.arrayContaining([
      'new receive received',
      'new receive-settled closed',
      'consulting accept accepted',
      'mediating sign-agreement agreed',
      'defaulted record-payment performing',
      'defaulted close closed',
      'performed approve-request performing',
      'failed approve-request mediating',
      'archived approve-request consulting',
    ]),
  );
});

test('the picture names every state and every act in words', () => {
  const diagram = diagramOf(edges);
  for (const state of disputeStates) expect(diagram).toContain(`state "${codeWords[state]}" as `);
  for (const { act } of edges) expect(diagram).toContain(codeWords[act]);
  expect(diagram.split('\n').filter((line) => /-->\s*\w+: .*[a-z]/.test(line))).toEqual([]);
});

test('the README shows it as it is', () => {
  const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
  if (withDiagram(readme, diagramOf(edges)) !== readme)
    throw new Error(
      'the states drawn in README.md are not those of the rules: run `npm run -s wanhe -- draw --write`',
    );
});

test('a text without the marks is left alone', () => {
  expect(withDiagram('# Wanhe', 'x')).toBeNull();
  expect(withDiagram('<!-- dispute-states:end --><!-- dispute-states:begin -->', 'x')).toBeNull();
});

test('what moves a dispute is first shown, but for what is merely taken down as it happens', () => {
  const takenDown: DisputeAction[] = [
    ...(['receive', 'receive-settled', 'import', 'consult', 'hold-session'] as const),
    ...(['record-payment', 'record-duty'] as const),
  ];
  const movers = new Set(edges.map(({ act }) => act));
  expect([...movers].filter((act) => !actsOfLegalEffect.has(act) && !takenDown.includes(act))).toEqual([]);
});
