/** Each field of intake with a wrong value: a Chinese sentence that names it, and nothing half-saved. */
import { addDays, dayAt } from '../../src/domain/day.ts';
import { intakeBody } from './bodies.ts';
import { type Instance, startInstance } from './instance.ts';

let city: Instance;
let empty: Record<string, number>;
beforeAll(async () => {
  city = await startInstance({ engine: false });
  empty = await city.count();
});
afterAll(() => city.stop());

const [worker] = intakeBody().workers;
const [employer] = intakeBody().employers;
const [claim] = intakeBody().claims;
const ofWorker = (change: object) => ({ workers: [{ ...worker, ...change }] });
const ofEmployer = (change: object) => ({ employers: [{ ...employer, ...change }] });
const ofClaim = (change: object) => ({ claims: [{ ...claim, ...change }] });
const many = (one: unknown, count: number) => Array.from({ length: count }, () => one);

const wrong: [what: string, change: object, path: string, sentence: string][] = [
  ['a day that does not exist', { receivedOn: '2026-02-30' }, 'receivedOn', '「收到申请日」不是有效的日期'],
  ['a day written another way', { receivedOn: '2026年3月2日' }, 'receivedOn', '「收到申请日」不是有效的日期'],
  ['no channel', { channel: undefined }, 'channel', '「来源渠道」没有填写，请填 online、phone'],
  ['a channel nobody knows', { channel: 'pigeon' }, 'channel', '「来源渠道」不在可选的范围内'],
  ['a district’s name for its code', { district: '卧龙区' }, 'district', '「区县」应为六位行政区划代码'],
  ['no workers', { workers: undefined }, 'workers', '「劳动者」没有填写'],
  ['an empty list of workers', { workers: [] }, 'workers', '「劳动者」至少要有 1 项'],
  ['more workers than one form holds', { workers: many(worker, 201) }, 'workers', '「劳动者」最多 200 项'],
  ['one worker not in a list', { workers: worker }, 'workers', '「劳动者」应为一组值'],
  [
    'a worker without name',
    ofWorker({ name: undefined }),
    'workers[0].name',
    '「劳动者」第1项的「姓名或者名称」没有填写',
  ],
  [
    'a name of blanks',
    ofWorker({ name: '  ' }),
    'workers[0].name',
    '「劳动者」第1项的「姓名或者名称」没有填写',
  ],
  [
    'a name longer than any',
    ofWorker({ name: '周'.repeat(51) }),
    'workers[0].name',
    '「姓名或者名称」太长，最多 50 个字',
  ],
  [
    'a name with a control character',
    ofWorker({ name: '周\u0000明' }),
    'workers[0].name',
    '「姓名或者名称」含有看不见的控制字符',
  ],
  [
    'a name over two lines',
    ofWorker({ name: '周\n明' }),
    'workers[0].name',
    '「姓名或者名称」含有看不见的控制字符',
  ],
  [
    'half a character in a name',
    ofWorker({ name: '周\ud842' }),
    'workers[0].name',
    '「姓名或者名称」含有看不见的控制字符',
  ],
  [
    'a telephone number a figure short',
    ofWorker({ phone: '1380000001' }),
    'workers[0].phone',
    '「联系电话」不是有效的电话',
  ],
  ['a number for a name', ofWorker({ name: 7 }), 'workers[0].name', '「姓名或者名称」应为文字'],
  ['a field no form has', ofWorker({ wife: '某某' }), 'workers[0]', '含有不认识的字段 wife'],
  [
    'an address longer than any',
    ofWorker({ address: '路'.repeat(201) }),
    'workers[0].address',
    '「住址或者住所」太长',
  ],
  [
    'the second worker’s telephone',
    { workers: [worker, { name: '李', phone: '1' }] },
    'workers[1].phone',
    '「劳动者」第2项的「联系电话」',
  ],
  ['no employers', { employers: [] }, 'employers', '「用人单位」至少要有 1 项'],
  [
    'an employer without name',
    ofEmployer({ name: '' }),
    'employers[0].name',
    '「用人单位」第1项的「姓名或者名称」没有填写',
  ],
  [
    'a credit code with one figure changed',
    ofEmployer({ creditCode: '91411303MA0000001W' }),
    'employers[0].creditCode',
    '「统一社会信用代码」不是有效的统一社会信用代码',
  ],
  ['no place', { place: undefined }, 'place', '「地点」没有填写'],
  ['no day since', { since: undefined }, 'since', '「争议发生日」没有填写'],
  ['since a day that does not exist', { since: '2025-11-31' }, 'since', '「争议发生日」不是有效的日期'],
  [
    'an employment that ended with a figure of the year left out',
    { employmentEndedOn: '0202-03-01' },
    'employmentEndedOn',
    '「劳动关系终止日」应在 1900-01-01 至 2199-12-31 之间',
  ],
  ['nothing asked', { claims: [] }, 'claims', '「请求事项」至少要有 1 项'],
  [
    'a head of claim nobody knows',
    ofClaim({ head: 'revenge' }),
    'claims[0].head',
    '「请求类别」不在可选的范围内',
  ],
  ['an amount below nothing', ofClaim({ amount: '-5' }), 'claims[0].amount', '「金额」应为元'],
  ['an amount as a number', ofClaim({ amount: 5 }), 'claims[0].amount', '「金额」应为文字'],
  [
    'an amount of a tenth of a fen',
    ofClaim({ amount: '0.001' }),
    'claims[0].amount',
    '「金额」应为元，至多两位小数',
  ],
  ['a claim without a reason', ofClaim({ basis: '' }), 'claims[0].basis', '「请求依据」没有填写'],
  ['no facts', { facts: undefined }, 'facts', '「事实与理由」没有填写'],
  ['facts longer than a form', { facts: '事'.repeat(8001) }, 'facts', '「事实与理由」太长，最多 8000 个字'],
  ['no consent', { isConsentGiven: false }, 'isConsentGiven', '「是否同意」须为 true'],
  ['consent in words', { isConsentGiven: 'yes' }, 'isConsentGiven', '「是否同意」须为 true'],
  ['consent left open', { isConsentGiven: undefined }, 'isConsentGiven', '「是否同意」须为 true'],
  ['an unknown field on the form', { story: 'dispute' }, '', '提交的内容含有不认识的字段 story'],
];

test.each(wrong)(
  '%s is refused in a sentence that names the field',
  async (_what, change, path, sentence) => {
    const { status, headers, body } = await (await city.as('clerk')).post(
      '/api/disputes',
      intakeBody({ ...change }),
    );
    expect(status).toBe(400);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({
      status: 400,
      code: 'input/invalid',
      type: 'urn:wanhe:refusal:input/invalid',
    });
    const fields = body.fields as { path: string; message: string }[];
    expect(fields.map((one) => one.path)).toEqual([path]);
    expect(fields[0]?.message).toContain(sentence);
    expect(body.detail).toBe(fields[0]?.message);
  },
);

test('every wrong field of one form is named at once', async () => {
  const { body } = await (await city.as('clerk')).post('/api/disputes', {});
  const paths = (body.fields as { path: string }[]).map(({ path }) => path).sort();
  expect(paths).toEqual([
    'channel',
    'claims',
    'district',
    'employers',
    'facts',
    'isConsentGiven',
    'place',
    'since',
    'workers',
  ]);
});

const today = dayAt(Date.now());
test.each([
  ['received tomorrow', { receivedOn: addDays(today, 1) }, 'day/in-the-future'],
  ['a dispute that began after it was received', { since: '2026-03-03' }, 'dispute/since-after-receipt'],
  [
    'received before there was a law on it',
    { receivedOn: '2007-03-02', since: '2007-03-01' },
    'law/no-pack-on',
  ],
  ['received before the first calendar', { receivedOn: '2015-03-02', since: '2015-03-01' }, 'law/no-pack-on'],
])('%s is refused with the reason', async (_what, change, code) => {
  const { status, body } = await (await city.as('clerk')).post('/api/disputes', intakeBody(change));
  expect([status, body.code]).toEqual([422, code]);
  expect(body.detail).toMatch(/\p{Script=Han}/u);
});

test('a district of another city is refused', async () => {
  const { status, body } = await (await city.as('clerk')).post(
    '/api/disputes',
    intakeBody({ district: '999999' }),
  );
  expect([status, body.code]).toEqual([403, 'district/not-yours']);
});

test('after all of these nothing is saved, not even in part', async () => {
  expect(await city.count()).toEqual(empty);
});

describe('on the edge', () => {
  test.each([
    ['received today', { receivedOn: today, since: today }],
    ['a dispute that began on the day of receipt', { since: '2026-03-02' }],
    ['an employment that ended long ago', { employmentEndedOn: '1990-03-01' }],
    ['a claim of nothing but a finding', ofClaim({ head: 'confirm-relation', amount: '0' })],
    ['two hundred workers', { workers: many(worker, 200) }],
    ['a rare character', ofWorker({ name: '𠮷田' })],
  ])('%s is taken in', async (_what, change) => {
    const before = await city.count();
    const { status } = await (await city.as('clerk')).post('/api/disputes', intakeBody(change));
    // The engine is away: written down, to be settled later.
    expect(status).toBe(202);
    expect((await city.count()).dispute).toBe((before.dispute ?? 0) + 1);
  });
});
