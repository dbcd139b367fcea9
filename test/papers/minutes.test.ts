import { crowdOf, drawing, refusal } from './drawing.ts';

const { draw, check, without } = drawing('minutes');

test('minutes tell who came by what authority, what was told, said, proposed and found', async () => {
  const { read, pages } = await draw();
  expect(pages).toBe(4);
  for (const said of [
    '劳动争议调解笔录宛工调笔〔2026〕第30号案由：追索劳动报酬纠纷（编号：2026-000031）次序：第一次调解',
    '时间：2026年9月10日9时30分至11时20分地点：南阳市卧龙区职工服务中心第一调解室',
    '1劳动者张喆张喆本人2用人单位南阳示例建筑劳务有限公司王翀委托代理人',
    '未到场：李堃（用人单位法定代表人），出差，已委托王翀参加。',
    '1.权利和义务：',
    '4.协议的确认：',
    '（一）劳动者张喆我2025年11月3日到公司',
    '调解员提出：工资12,000元分两期支付',
    '王翀答复：同意，公司同时为张喆出具解除劳动合同的证明。',
    '双方达成一致，另行签订调解协议书。（以下无正文）',
  ])
    expect(read.text).toContain(said);
  expect(read.pages.at(-1)).toMatch(
    /确认无误后签名。.*张喆，本人）签名、捺印：.*王翀，委托代理人）签名、捺印：.*调解员：周明远签名：.*记录人：陈玥签名：/,
  );
  expect(read.pages[0]).not.toContain('核验码');
});

test('undisputed facts stand in a passage of their own', async () => {
  const { read } = await draw();
  expect(read.outline).toContain('六、双方无争议的事实');
  expect(read.text).toContain(
    '双方无争议的事实1.双方自2025年11月3日至2026年6月30日存在劳动关系。2.2026年5月、6月的工资共',
  );
  expect((await draw({ undisputed: [] })).read.text).not.toContain('无争议');
});

test('only what was told is said to have been told', async () => {
  const { read } = await draw({ told: ['rights'] });
  expect(read.text).toContain('1.权利和义务：');
  expect(read.text).not.toMatch(/调解规则：|协议的效力：|协议的确认：/);
  expect((await draw({ told: [] })).read.text).not.toContain('告知事项');
});

const SAID = ['statements', 'points', 'proposals'] as const;

test('running text alone will do, twenty thousand characters of it, and none is lost', async () => {
  const record = Array.from(
    { length: 800 },
    (_, index) => `（${index + 1}）双方就工资支付的期限和方式反复协商，互有让步`,
  );
  expect(record.join('').length).toBeGreaterThan(20_000);
  const { read, pages } = await without([...SAID, 'from', 'to', 'absent', 'answer'], { record });
  expect(pages).toBeGreaterThan(36);
  for (const line of record) expect(read.text).toContain(`${line}。`);
  expect(read.text).toContain('时间：2026年9月10日地点：');
  expect(read.pages.at(-1)).toContain('记录人：陈玥签名：');
  const { read: inOne } = await without(SAID, { record: [record.join('')] });
  expect(inOne.text).toContain(record.join(''));
});

test.each([
  [{ statements: [], points: [], proposals: [] }, '经过'],
  [{ mediators: [] }, '调解员'],
  [{ cause: '' }, '案由'],
  [{ to: '25:00' }, '结束时间'],
])('minutes that lack what they must hold are refused: %j', (change, blank) => {
  expect(check(change)).toThrow(refusal('paper/blank-without-fact', blank));
});

test('what was not noted is left to be filled in by hand', async () => {
  const { read } = await without([...SAID, 'recorder', 'absent', 'answer'], {
    record: ['双方交换了意见'],
    present: [],
    told: [],
    undisputed: [],
    result: [],
  });
  expect(read.text).toContain('参加人申请人一方被申请人一方二、调解经过双方交换了意见。（以下无正文）');
  expect(read.text).toMatch(
    /申请人一方：签名、捺印：.*被申请人一方：签名、捺印：.*调解员：周明远签名：.*记录人：签名：/,
  );
  expect(read.text).not.toContain('调解结果');
});

test('who came by an agent whose name was not noted', async () => {
  const { read } = await draw({ present: [{ side: 'employer', party: '甲公司', authority: 'agent' }] });
  expect(read.text).toContain('1用人单位甲公司—委托代理人');
  expect(read.text).toContain('用人单位：甲公司（委托代理人）签名、捺印：');
});

test('two hundred who came sign in a table, with their authority, told once', async () => {
  const present = crowdOf(200).map(({ name }) => ({
    side: 'worker' as const,
    party: name,
    signer: name,
    authority: 'self' as const,
  }));
  const { read } = await draw({ present });
  expect(read.text).toContain('到场人共200人，其姓名、身份和权限见所附签名表。');
  expect(read.text.match(/张喆200/g)).toHaveLength(2);
  expect(read.text).toContain('200张喆200张喆200本人');
  expect(read.text).not.toContain('签名、捺印：');
  expect(read.text).toContain('调解员：周明远签名：');
});

test('an online session names its platform instead of a place', async () => {
  const { read } = await draw({ venue: { way: 'online', place: '人民法院调解平台' } });
  expect(read.text).toContain('方式：在线调解（人民法院调解平台）');
  expect(read.text).not.toContain('地点：');
});
