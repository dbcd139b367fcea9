import type { AuthorityLetterFacts } from '../../src/papers/authority-letter-facts.ts';
import { crowdOf, drawing, refusal } from './drawing.ts';

const { facts, draw, check, without } = drawing('authority-letter');

type Election = Extract<AuthorityLetterFacts, { form: 'election' }>;
const representatives = crowdOf(3).map((one) => ({ ...one, phone: '13800000000' }));
const election = (count: number): Election => ({
  form: 'election',
  to: facts.to,
  cause: facts.cause,
  otherSide: '南阳示例建筑劳务有限公司',
  powers: ['代为提出、变更调解请求'],
  members: crowdOf(count),
  representatives,
});

test('a special authority spells out the powers one by one', async () => {
  const { read } = await draw();
  for (const said of [
    '授权委托书接收单位：南阳市卧龙区职工服务中心劳动争议人民调解委员会委托人（用人单位）：南阳示例建筑劳务有限公司',
    '法定代表人：李堃',
    '受托人：王翀公民身份号码：411302198803020000身份：该公司人事经理联系电话：13800000002',
    '1.代为承认、放弃、变更调解请求。2.进行和解，签署调解协议。',
    '自2026年9月2日起至本案调解终结时止',
    '委托人：南阳示例建筑劳务有限公司签名、盖章：',
    '受托人：王翀签名：',
  ])
    expect(read.text).toContain(said);
  expect(read.text).not.toContain('核验码');
  expect(read.text).not.toContain('推选');
});

test('a general authority does not reach settling, and need not list powers', async () => {
  const { read } = await without(['from'], {
    authority: 'general',
    powers: [],
    principal: { side: 'worker', name: '张喆' },
    until: '2026-12-31',
  } as object);
  expect(read.text).toContain('签署调解协议，应当另有委托人的特别授权');
  expect(read.text).toContain('自签署之日起至2026年12月31日止');
  expect(read.text).toContain('委托人：张喆签名、捺印：');
  expect(read.text).not.toContain('受托人还有下列权限');
});

test('a group elects its representatives, and each member signs in a list that breaks over pages', async () => {
  const { read } = await draw(election(120));
  expect(read.text).toContain('推选代表人书');
  expect(read.text).toContain('我们共120人，因与南阳示例建筑劳务有限公司追索劳动报酬纠纷有共同请求');
  expect(read.text).toContain('推选下列3人为代表人');
  expect(read.text).toContain('应当经我们本人同意');
  for (let no = 1; no <= 120; no += 1) expect(read.text).toContain(`${no}张喆${no}—`);
  expect(read.pages.filter((page) => page.includes('序号姓名公民身份号码签名、捺印')).length).toBeGreaterThan(
    5,
  );
  expect(read.text).not.toContain('受托人');
});

test('members have room to sign: rows with an empty column are higher', async () => {
  const { read } = await draw(election(12));
  const tops = read.runs.filter(({ text }) => /^张喆\d/.test(text)).map(({ top }) => top);
  expect(tops.length).toBeGreaterThan(12);
  expect(tops.at(-1)! - tops.at(-2)!).toBeGreaterThan(28);
});

test('what a special authority or an election must say is asked for', () => {
  expect(check({ powers: [] })).toThrow(refusal('paper/blank-without-fact', '权限'));
  expect(check({ ...election(12), powers: [] })).toThrow(refusal('paper/blank-without-fact', '权限'));
  expect(check({ ...election(12), members: [] })).toThrow(refusal('paper/blank-without-fact', '成员'));
  expect(check({ otherSide: '' })).toThrow(refusal('paper/blank-without-fact', '对方当事人'));
  expect(check({ agent: undefined as never })).toThrow(refusal('paper/blank-without-fact', '代理人'));
});
