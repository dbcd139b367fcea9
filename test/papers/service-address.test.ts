import { drawing, refusal } from './drawing.ts';

const { facts, draw, check, without } = drawing('service-address');

test('a party says where papers reach it, agrees to electronic service, and has been told the consequences', async () => {
  const { read } = await draw();
  for (const said of [
    '接收单位：南阳市卧龙区职工服务中心劳动争议人民调解委员会案由：追索劳动报酬纠纷案号：2026-000031',
    '当事人（劳动者）：张喆公民身份号码：411302199003150000',
    '送达地址河南省南阳市卧龙区示例路1号邮政编码473000收件人张喆联系电话13800000000',
    '同意不同意以下列方式送达文书：方式号码或者地址手机短信13800000000电子邮箱zhangzhe@example.org',
    '文书退回之日视为送达之日',
    '当事人：张喆（签署人：张喆，本人）签名、捺印：',
  ])
    expect(read.text.replace(/[☐☑]/g, '')).toContain(said);
  expect(read.text).not.toContain('核验码');
});

test('electronic service may be refused, or left to be ticked by hand', async () => {
  const { read } = await draw({ electronic: { agreed: false } });
  expect(read.text).toContain('不同意以电子方式送达文书');
  expect(read.text).not.toContain('手机短信');
  const { read: open } = await without(['electronic', 'postcode', 'caseNumber']);
  expect(open.text).toContain('手机短信');
  expect(open.text).not.toContain('邮政编码');
  expect(open.text).not.toContain('案号');
});

test('an employer stamps it', async () => {
  const { read } = await draw({
    party: { side: 'employer', name: '南阳示例餐饮有限公司', creditCode: '91411300MA00000000' },
    signatory: {
      side: 'employer',
      party: '南阳示例餐饮有限公司',
      signer: '李堃',
      authority: 'legal-representative',
    },
  });
  expect(read.text).toContain('当事人（用人单位）：南阳示例餐饮有限公司统一社会信用代码：91411300MA00000000');
  expect(read.text).toContain('（签署人：李堃，法定代表人或者负责人）签名、盖章：');
});

test('a long address flows within its cell', async () => {
  const address = '河南省南阳市卧龙区示例路1号示例花园二期工地宿舍'.repeat(12);
  const { read } = await draw({ address });
  expect(read.text).toContain(address);
});

test.each([
  ['送达地址', { address: ' ' }],
  ['收件人', { recipient: '' }],
  ['联系电话', { phone: '' }],
  ['电子送达方式', { electronic: { agreed: true, ways: [] } }],
  ['对方当事人', { otherSide: '' }],
] as const)('without %s it is refused', (blank, change) => {
  expect(check({ ...facts, ...change })).toThrow(refusal('paper/blank-without-fact', blank));
});
