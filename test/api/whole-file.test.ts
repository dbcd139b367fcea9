/** One dispute told to its end: who sees what of it, and where nothing of its people may be found. */
import { createHash } from 'node:crypto';
import { routes } from '../../src/api/app.ts';
import { closeDispute, tellDispute } from '../../src/cli/stories/dispute.ts';
import { startTelling } from '../../src/cli/stories/telling.ts';
import { readConfig } from '../../src/config.ts';
import { disputeTable } from '../../src/domain/dispute/table.ts';
import type { CaseId } from '../../src/domain/ids.ts';
import { type Hat, openActions } from '../../src/domain/role.ts';
import { connectClient } from '../../src/engine/connect.ts';
import { workflowIdOf } from '../../workflows/messages.ts';
import { Caller } from './caller.ts';
import { type Instance, startInstance } from './instance.ts';

type Paper = {
  id: string;
  kind: string;
  number: string;
  checkCode: string;
  sha256: string;
  pages: number;
  file: string;
};
type Dispute = {
  state: string;
  owner: string;
  actions: string[];
  papers: Paper[];
  parties: { name: string; phone: string }[];
  tasks: { why: string; sentence: string }[];
  referrals: { id: string; outcome: string }[];
};

/** What the story is told with, and what only its parties and their mediator may know. */
const people = [
  '周大明',
  '南阳示例建筑劳务有限公司',
  '吴示例',
  '13800000001',
  '0377-6000001',
  '0377-6000002',
  '411303198506150014',
  '91411303MA0000000W',
  '杨秀英',
  '贾示例',
  '13800000099',
  '做工',
  '七一路',
  '尚未结算',
];

let city: Instance;
let id: string;
let dispute: Dispute;
beforeAll(async () => {
  city = await startInstance({ engine: true });
  const { telling } = startTelling(city.url, city.logins, () => undefined);
  id = await tellDispute(telling);
  const clerk = await city.as('clerk');
  for (const { file } of (await clerk.get(`/api/disputes/${id}`)).body.papers as Paper[])
    await clerk.getSettled(file);
  dispute = (await clerk.get(`/api/disputes/${id}`)).body as unknown as Dispute;
}, 90_000);
afterAll(() => city.stop());

const paper = (kind: string) => dispute.papers.findLast((one) => one.kind === kind)!;

describe('the public check page', () => {
  test.each(['agreement', 'referral-letter'])(
    'of a paper (%s) shows its number and hash, and no one’s name',
    async (kind) => {
      const { number, sha256, checkCode, pages } = paper(kind);
      const { status, text, headers } = await new Caller(city.url).get(`/check/${checkCode}`);
      expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      for (const shown of [number, sha256, `<dd>${pages}</dd>`, '有效']) expect(text).toContain(shown);
      expect(people.filter((one) => text.includes(one))).toEqual([]);
      expect((await new Caller(city.url).get(`/check/${checkCode.toLowerCase()}`)).text).toBe(text);
    },
  );

  test.each(['AAAAAAAAAAAA', 'x', '%27or%271', '<script>'])(
    'of %s says that there is no such paper',
    async (code) => {
      const { status, text } = await new Caller(city.url).get(`/check/${code}`);
      expect(status).toBe(404);
      expect(text).toContain('没有查到这份文书');
      expect(text).not.toContain('script');
    },
  );
});

describe('a paper’s file', () => {
  test('is the PDF whose hash the record states', async () => {
    for (const { file, sha256 } of dispute.papers) {
      const caller = await city.as('mediator-411303');
      const response = await fetch(`${city.url}${file}`, { headers: caller.headers });
      expect(response.headers.get('content-type')).toBe('application/pdf');
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  });

  test.each<[string, string, string, number]>([
    ['a mediator of another district', 'mediator-411302', 'agreement', 404],
    ['the body that received the letter', 'liaison-hr', 'referral-letter', 200],
    ['the body that received the letter', 'liaison-hr', 'agreement', 404],
    ['another body', 'liaison-court', 'referral-letter', 404],
    ['the city’s auditor', 'auditor', 'agreement', 200],
    ['a system administrator', 'admin', 'agreement', 403],
  ])('is asked for by %s (%s): %s, %i', async (_who, login, kind, status) => {
    expect((await (await city.as(login)).get(paper(kind).file)).status).toBe(status);
  });
});

const inspected = () => dispute.referrals.find(({ outcome }) => outcome === 'payment-ordered')!;

describe('the referral', () => {
  const items = async (login: string) =>
    (await (await city.as(login)).get('/api/referrals')).body.items as {
      id: string;
      state: string;
      parentNumber: string;
    }[];

  test('is listed for both its bodies, and for no other', async () => {
    expect((await items('mediator-411303')).map(({ id, state }) => [id, state]).sort()).toEqual(
      dispute.referrals.map(({ id }) => [id, 'closed']).sort(),
    );
    for (const login of ['liaison-hr', 'liaison-procuratorate']) expect(await items(login)).toHaveLength(1);
    expect(await items('liaison-court')).toEqual([]);
    expect(await items('mediator-411302')).toEqual([]);
  });

  test('is opened by both its bodies, and is not there for another', async () => {
    const path = `/api/referrals/${inspected().id}`;
    for (const login of ['mediator-411303', 'liaison-hr', 'manager']) {
      const { status, body } = await (await city.as(login)).get(path);
      expect([login, status, body.outcome]).toEqual([login, 200, 'payment-ordered']);
    }
    expect((await (await city.as('liaison-court')).get(path)).status).toBe(404);
    expect((await (await city.as('liaison-hr')).get(`/api/disputes/${id}`)).status).toBe(403);
  });
});

describe('what is to be done', () => {
  const tasks = async (login: string, query = '') =>
    (await (await city.as(login)).get(`/api/tasks${query}`)).body.items as {
      case: string;
      sentence: string;
    }[];
  const mine = (all: { case: string }[]) => all.filter((task) => task.case === id);

  test('is in the mediator’s inbox, in the district’s on request, and in no one else’s', async () => {
    expect(mine(await tasks('mediator-411303'))).toMatchObject([{ sentence: '没有未了事项，办结案件' }]);
    expect(mine(await tasks('manager'))).toEqual([]);
    expect(mine(await tasks('manager', '?mine=false'))).toHaveLength(1);
    expect(mine(await tasks('mediator-411302', '?mine=false'))).toEqual([]);
  });

  test('is offered as buttons to who may do it', async () => {
    const actions = async (login: string) =>
      ((await (await city.as(login)).get(`/api/disputes/${id}`)).body.actions as string[]).sort();
    const hatsHere: Record<string, Hat[]> = {
      'mediator-411303': ['mediator', 'owner'],
      manager: ['manager'],
      clerk: ['intake-clerk'],
    };
    for (const login of Object.keys(hatsHere)) {
      const hats = new Set<Hat>(hatsHere[login]);
      expect(await actions(login)).toEqual(openActions(disputeTable, 'performed', hats).sort());
    }
    expect(await actions('mediator-411303')).toContain('close');
    expect(await actions('manager')).toEqual(
      expect.arrayContaining(['assign', 'move-pack', 'approve-request']),
    );
    expect(await actions('auditor')).toEqual([]);
  });
});

test('a telephone number is shown with its middle left out', () => {
  const shown = dispute.parties.map(({ phone }) => phone);
  expect(shown).toHaveLength(14);
  expect(shown.filter((phone) => !/^\d{3}\*{4}\d{4}$/.test(phone))).toEqual([]);
  expect(shown).toEqual(expect.arrayContaining(['138****0001', '037****0001']));
});

describe('numbers of people', () => {
  const numbers = ['13800000001', '0377-6000001', '411303198506150014'];
  const paths = routes
    .filter(
      ({ method, path, answer }) =>
        method === 'get' && /^.(disputes|referrals|tasks)/.test(path) && !('mediaType' in answer),
    )
    .map(({ path }) => path);

  test.each(paths)('are on no page of the case (%s)', async (path) => {
    const caseId = path.startsWith('/referrals') ? dispute.referrals[0]?.id : id;
    for (const login of ['mediator-411303', 'clerk', 'manager', 'auditor']) {
      const { status, text } = await (await city.as(login)).get(`/api${path.replace(':id', caseId ?? '')}`);
      if (status === 403) continue;
      expect([login, status]).toEqual([login, 200]);
      expect([login, numbers.filter((one) => text.includes(one))]).toEqual([login, []]);
    }
  });

  test('are not told by the event that wrote them, which names what was changed', async () => {
    const { items } = (await (await city.as('auditor')).get(`/api/disputes/${id}/events`)).body as {
      items: { kind: string; texts: object }[];
    };
    const completed = items.filter(({ kind }) => kind === 'party-completed').map(({ texts }) => texts);
    expect(completed).toHaveLength(14);
    expect(completed[0]).toEqual({ changed: expect.arrayContaining(['gender', 'bornOn', 'address']) });
    expect(completed.at(-1)).toEqual({
      changed: expect.arrayContaining(['creditCode', 'representative', 'representativeTitle']),
    });
  });
});

describe('nothing of the people is found', () => {
  const found = (text: string) => people.filter((one) => text.includes(one));

  test('in the log, talkative as it was', () => {
    expect(city.log.length).toBeGreaterThan(20);
    expect(found(city.log.join('\n'))).toEqual([]);
    expect(city.log.join('\n')).not.toContain(city.passwordOf('clerk'));
  });

  test('in the workflows’ histories', async () => {
    const client = await connectClient({
      ...readConfig({}),
      temporalAddress: process.env.WANHE_TEST_TEMPORAL_ADDRESS ?? '',
    });
    for (const workflow of [
      workflowIdOf('dispute', id as CaseId),
      workflowIdOf('referral', dispute.referrals[0]?.id as CaseId),
    ]) {
      const { events } = await client.workflow.getHandle(workflow).fetchHistory();
      const text = JSON.stringify(events).replace(/"data":"([^"]+)"/g, (_, payload: string) =>
        Buffer.from(payload, 'base64').toString(),
      );
      expect(text.includes('"kind":"paper-drawn"')).toBe(true);
      expect(found(text)).toEqual([]);
    }
    await client.connection.close();
  });

  test('in commands that are settled', async () => {
    const rows = await city.orm.em
      .fork()
      .execute<{ row: string }[]>(`select command::text as row from command where status <> 'pending'`);
    expect(rows.length).toBeGreaterThan(20);
    expect(found(rows.map(({ row }) => row).join('\n'))).toEqual([]);
  });

  test('in tasks, clocks, snapshots and events', async () => {
    for (const table of ['task', 'clock', 'case_record', 'case_event']) {
      const rows = await city.orm.em
        .fork()
        .execute<{ row: string }[]>(`select t::text as row from ${table} t`);
      expect([table, found(rows.map(({ row }) => row).join('\n'))]).toEqual([table, []]);
    }
  });
});

test('the file is closed, and nothing more can be done to it', async () => {
  const { telling } = startTelling(city.url, city.logins, () => undefined);
  await closeDispute(telling, id, dispute.owner);
  const mediator = await city.as('mediator-411303');
  const { body } = await mediator.get(`/api/disputes/${id}`);
  expect(body).toMatchObject({ state: 'closed', tasks: [] });
  expect((body.actions as string[]).sort()).toEqual(['archive', 'ask-reopen']);
  const again = await mediator.post(`/api/disputes/${id}/close`, {});
  expect([again.status, again.body.code]).toEqual([409, 'case/not-in-this-state']);
});
