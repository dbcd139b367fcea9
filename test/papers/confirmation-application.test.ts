import { drawing, refusal } from './drawing.ts';

const { draw, check } = drawing('confirmation-application');

test('both sides ask the court together and promise that they are willing and harm nobody', async () => {
  const { read } = await draw();
  for (const said of [
    '司法确认申请书申请人（劳动者）：张喆',
    '请求贵院依法确认双方当事人达成的下述调解协议有效',
    '调解协议书（编号：宛工调字〔2026〕第12号）。该协议自2026年9月10日起生效',
    '依照《中华人民共和国民事诉讼法》第二百零五条的规定，共同申请司法确认',
    '自愿达成协议，没有恶意串通、规避法律的行为',
    '不损害国家利益、社会公共利益和他人合法权益',
    '双方没有就该协议申请仲裁审查',
    '13800000000河南省南阳市卧龙区示例路1号',
    '4.调解组织主持调解的证明一份。',
    '此致南阳市卧龙区人民法院',
  ])
    expect(read.text).toContain(said);
  expect(read.text).not.toContain('核验码');
});

test.each([
  ['invited', '贵院邀请南阳市卧龙区职工服务中心劳动争议人民调解委员会开展先行调解'],
  ['party', '一方当事人的住所地在贵院辖区'],
  ['mediation-body', '其所在地在贵院辖区'],
] as const)('why this court: %s', async (ground, said) => {
  const { read } = await draw({ ground });
  expect(read.text).toContain(said);
  expect(read.text.match(/在贵院辖区|贵院邀请/g)).toHaveLength(1);
});

test.each([
  ['人民法院', { court: '' }],
  ['调解组织', { mediationBody: '' }],
  ['案由', { cause: '' }],
])('without %s it is refused', (blank, change) => {
  expect(check(change)).toThrow(refusal('paper/blank-without-fact', blank));
});
