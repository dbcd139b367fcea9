/** The case file of a real case: its papers as they were drawn, its evidence, each in its place. */
import { bindCaseFile } from '../../activities/bind-case-file.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import { Paper } from '../../src/persistence/paper.entity.ts';
import { caseFileWords } from '../../templates/zh-CN/case-file-words.ts';
import { aDisputeTakenIn } from '../api/bodies.ts';
import type { Caller } from '../api/caller.ts';
import { type Instance, startInstance } from '../api/instance.ts';
import { readPdf } from '../papers/read-pdf.ts';

let city: Instance;
let clerk: Caller;
let mediator: Caller;
let id: CaseId;
let papers: Paper[];
beforeAll(async () => {
  city = await startInstance({ engine: true });
  clerk = await city.as('clerk');
  mediator = await city.as('mediator-411303');
  id = (await aDisputeTakenIn(clerk, { facts: '装订卷宗的案件' })) as CaseId;
  await act('consult', { on: '2026-03-03', result: 'reached' });
  await act('record-consent', { on: '2026-03-03', isGiven: true });
  await act('accept', { on: '2026-03-05' });
  await act('certify-limitation', { on: '2026-03-05' });
  await act('refer', {
    ...{ on: '2026-03-06', body: 'hr-411303', reason: '欠薪', request: '请核实', contact: '0377-6000002' },
    isWorkerConsenting: true,
  });
  const { referrals } = (await mediator.get(`/api/disputes/${id}`)).body as { referrals: { id: string }[] };
  await mediator.post(`/api/referrals/${referrals[0]?.id}/send`, { on: '2026-03-06' });
  await act('fail', { on: '2026-03-09', reason: 'too-far-apart', note: '差距过大' });
  await add('聊天截图.png', Buffer.from(PNG, 'base64'));
  await add('录音.amr', Buffer.from('#!AMR\n<'));
  await add('传错了.pdf', Buffer.from('%PDF-1.7\n%%EOF'));
  await mediator.post(`/api/disputes/${id}/evidence/3/withdraw`, { note: '传错' });
  papers = await drawn();
}, 90_000);
afterAll(() => city.stop());

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==';

async function act(action: string, body: object): Promise<void> {
  const { status, body: answer } = await mediator.post(`/api/disputes/${id}/${action}`, body);
  if (status !== 200) throw new Error(`${action}: ${status} ${JSON.stringify(answer)}`);
}

async function add(name: string, bytes: Buffer): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  form.append('on', '2026-03-04');
  const url = `${city.url}/api/disputes/${id}/evidence`;
  const { status } = await fetch(url, { method: 'POST', headers: mediator.headers, body: form });
  if (status !== 201) throw new Error(`${name}: ${status}`);
}

/** The papers of the case and its referral, once each has its file. */
async function drawn(): Promise<Paper[]> {
  const all = await city.orm.em.fork().find(Paper, {}, { orderBy: { issuedOn: 'asc' }, populate: ['file'] });
  for (const paper of all) await clerk.getSettled(`/api/papers/${paper.id}/file`);
  return city.orm.em.fork().find(Paper, {}, { orderBy: { issuedOn: 'asc' }, populate: ['file'] });
}

const bind = () => bindCaseFile(city.orm.em.fork(), id);

test('holds every drawn paper in the order of its day, then the evidence that was not withdrawn', async () => {
  const kept = papers.filter(({ status }) => status !== 'void');
  expect(kept.length).toBeGreaterThanOrEqual(3);
  const { pdf, pages } = await bind();
  const read = await readPdf(pdf);
  expect(read.pages).toHaveLength(pages);
  const own = await Promise.all(kept.map(async ({ file }) => readPdf(Buffer.from(file!))));
  const count = own.reduce((sum, { pages: all }) => sum + all.length, 0);
  const before = pages - count - 2;
  const texts = read.pages.map((page) => page.replace(/\d+$/, ''));
  const expected = own.flatMap((paper) => paper.pages.map((page) => page.replace(/\d+$/, '')));
  expect(texts.slice(before, before + count)).toEqual(expected);
  expect(read.outline.slice(2).slice(-2)).toEqual(['证据1　聊天截图.png', '证据2　录音.amr']);
  expect(read.outline).toHaveLength(2 + kept.length + 2);
  const days = kept.map(({ issuedOn }) => issuedOn);
  expect(days).toEqual(days.toSorted());
  expect(texts.join('')).not.toContain('传错了');
});

test('has a cover that says whose case it is and what came of it', async () => {
  const [cover = ''] = (await readPdf((await bind()).pdf)).pages;
  for (const stated of [
    '周大明',
    '南阳示例建筑有限公司',
    '追索劳动报酬纠纷',
    '2026年3月2日',
    '卧龙区调解员（示例）',
  ])
    expect(cover).toContain(stated);
  expect(cover).toContain(caseFileWords.outcomes['mediation-failed']);
  expect(cover).toContain(caseFileWords.retentionSet);
});

test('gives the recording a sheet with its hash', async () => {
  const sheet = (await readPdf((await bind()).pdf)).pages.at(-1) ?? '';
  const [file] = await city.orm.em
    .fork()
    .execute<{ sha256: string }[]>('select sha256 from evidence where case_id = ? and no = 2', [id]);
  expect(sheet).toContain(file!.sha256);
});

test('is the same to the byte when it is bound again', async () => {
  const [first, second] = [await bind(), await bind()];
  expect(second.sha256).toBe(first.sha256);
});

test('waits for a paper that is not drawn yet', async () => {
  await city.orm.em
    .fork()
    .transactional(async (em) => {
      await em.execute('update paper set file = null where id = ?', [papers[0]!.id]);
      await expect(bindCaseFile(em, id)).rejects.toThrow('not drawn yet');
      throw new Error('put back');
    })
    .catch((error: Error) => expect(error.message).toBe('put back'));
});

test('is not there before the case is archived, and not for a stranger', async () => {
  const { status, body } = await clerk.get(`/api/disputes/${id}/case-file`);
  expect([status, body.code]).toEqual([404, 'paper/not-bound']);
  const stranger = await (await city.as('mediator-411302')).get(`/api/disputes/${id}/case-file`);
  expect([stranger.status, stranger.body.code]).toEqual([404, 'case/not-found']);
});
