import { crowdOf, drawing, refusal } from './drawing.ts';

const { draw, check, without } = drawing('hand-over-slip');

test('the receiver answers a letter: its number, when it came, taken or not, by whom, and what came of it', async () => {
  const { read, pages } = await draw();
  expect(pages).toBe(1);
  for (const said of [
    '移送回执南阳市卧龙区总工会：你单位2026年9月4日《移送函》（宛工移〔2026〕35号）移送的张喆等12人与南阳示例建筑劳务有限公司追索劳动报酬纠纷材料收悉',
    '收到日期2026年9月5日',
    '缺少：第4项',
    '答复日期2026年9月7日受理案号宛卧劳监立〔2026〕18号',
    '经办人刘安联系电话：0377-60000009',
    '结果日期2026年9月28日办理结果已责令用人单位限期支付',
    '南阳市卧龙区劳动保障监察大队（印章）',
  ])
    expect(read.text).toContain(said);
  expect(read.text).not.toContain('核验码');
});

test('a return gives its reason', async () => {
  const decision = { accepted: false, on: '2026-09-07', reason: '用人单位不在本辖区' } as never;
  const { read } = await without(['outcome'], { decision });
  expect(read.text).toContain('退回理由用人单位不在本辖区。');
  expect(read.text).toContain('办结后另行函复');
  expect(read.text).not.toContain('受理案号');
});

test('printed along with the letter, all that the receiver has to say is left open', async () => {
  const { read, pages } = await without(['receivedOn', 'materials', 'decision', 'contact', 'outcome']);
  expect(pages).toBe(1);
  expect(read.text).toContain('收到日期年月日材料清点');
  expect(read.text).toContain('答复日期年月日退回理由经办人联系电话：');
});

test('one worker stands alone, many by their number', async () => {
  expect((await without(['headcount'])).read.text).toContain('移送的张喆与南阳示例');
  expect((await without(['headcount'], { workers: crowdOf(3) })).read.text).toContain('张喆1等3人与');
});

test.each([
  ['文号', { letterNumber: '' }],
  ['收函单位', { to: '' }],
  ['发函单位', { from: '' }],
  ['退回理由', { decision: { accepted: false, on: '2026-09-07', reason: '' } as never }],
])('without %s it is refused', (blank, change) => {
  expect(check(change)).toThrow(refusal('paper/blank-without-fact', blank));
});
