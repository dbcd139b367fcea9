import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/render.ts';
import { paperKindNames } from '../../src/domain/case.ts';
import { exampleOf } from '../../src/papers/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'wanhe-render-'));
const out = join(folder, 'paper.pdf');
afterAll(() => rmSync(folder, { recursive: true }));

async function render(args: string[], stdin = '') {
  const said: string[] = [];
  const io = { stdin: async () => stdin, out: (text: string) => void said.push(text), err: () => {} };
  const exit = await run(args, io);
  return { exit, said: said.join('\n') };
}

test('an example is drawn to a file and described in one JSON document', async () => {
  const { said: example } = await render(['referral-letter', '--example']);
  const { exit, said } = await render(['referral-letter', '--facts', '-', '--out', out, '--json'], example);
  expect(exit).toBe(0);
  expect(JSON.parse(said)).toEqual({
    kind: 'referral-letter',
    path: out,
    pages: expect.any(Number),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
});

test('every kind that a case may issue is listed with its blanks', async () => {
  const { said } = await render(['--list', '--json']);
  const kinds = JSON.parse(said).kinds.map(({ kind }: { kind: string }) => kind);
  // A case file is bound out of papers; no wording of its own.
  expect(kinds.sort()).toEqual(paperKindNames.filter((kind) => kind !== 'case-file').sort());
  expect((await render(['--list'])).said).toContain('劳动者.姓名');
});

test.each([
  [['poster', '--example'], 'poster'],
  [['agreement', '--out', out], '--facts'],
  [['agreement', '--facts', '-'], '--out'],
  [[], '一种文书'],
])('%j is wrong usage', async (args, word) => {
  await expect(render(args)).rejects.toThrow(
    expect.objectContaining({ message: expect.stringContaining(word) }),
  );
});

test('facts that are no JSON, or lack a fact, are named', async () => {
  const args = ['agreement', '--facts', '-', '--out', out];
  await expect(render(args, '{')).rejects.toThrow('不是 JSON');
  await expect(render(args, '{}')).rejects.toThrow('facts 和 issue');
  const { issue } = JSON.parse(exampleOf('agreement'));
  await expect(render(args, JSON.stringify({ facts: {}, issue }))).rejects.toThrow(
    expect.objectContaining({ code: 'paper/blank-without-fact' }),
  );
});
