/** What each body may report: the table as people write it, and nothing beside it. */
import { outcomesByKind, outcomesOf } from '../../src/domain/referral/outcomes.ts';
import { incomingChannels, reportOutcomes } from '../../src/domain/referral/state.ts';
import { referralWords } from '../../templates/zh-CN/referral-words.ts';
import { sayRefusal } from '../../templates/zh-CN/say-refusal.ts';
import { refused } from '../law/refused.ts';
import { aReferral, people } from '../stories.ts';
import { outcomeOf } from './tables.ts';

const table: Record<keyof typeof outcomesByKind, string> = {
  court: `裁定有效 裁定驳回申请 已立案（受理） 不予受理（立案） 申请人撤回申请 已调解解决 其他`,
  hr: `责令支付 责令改正 责令加付赔偿金 申请强制执行 涉嫌犯罪，移送公安机关 未发现违法 已责令处理 已立案（受理） 不予受理（立案） 已调解解决 其他
       制作仲裁调解书 不予制作仲裁调解书 告知向有管辖权的机构申请`,
  inspection: `责令支付 责令改正 责令加付赔偿金 申请强制执行 涉嫌犯罪，移送公安机关 未发现违法 已责令处理 已立案（受理） 不予受理（立案） 已调解解决 其他`,
  arbitration: `制作仲裁调解书 不予制作仲裁调解书 已立案（受理） 不予受理（立案） 告知向有管辖权的机构申请 已调解解决 其他`,
  procuratorate: `支持起诉 制发检察建议 提起公益诉讼 不符合条件 已予支持 已调解解决 其他`,
  justice: `给予法律援助 不予法律援助 已指派律师 已予支持 已调解解决 其他`,
  union: `达成协议 自行和解撤回 无法联系当事人 一方拒绝调解 分歧较大 期限届满未达成协议 达成一致后拒绝签字 已调解解决 其他`,
  'mediation-centre': `达成协议 自行和解撤回 无法联系当事人 一方拒绝调解 分歧较大 期限届满未达成协议 达成一致后拒绝签字 已调解解决 其他`,
};
const kinds = Object.keys(outcomesByKind) as (keyof typeof outcomesByKind)[];

test.each(kinds)('a body of kind %s may report what stands in its row', (kind) => {
  const words = outcomesOf(kind).map((code) => referralWords[code]);
  expect(words.sort()).toEqual(table[kind].split(/\s+/).sort());
});

const atWork = (toKind: string | null) =>
  aReferral({ toKind }).drafted().sent().received().accepted().working();

test.each([...kinds, null])('the decision keeps to the row of %s, whatever else is reported', (kind) => {
  const wrong = reportOutcomes.filter((outcome) => {
    const may = outcomesOf(kind).includes(outcome);
    const came = outcomeOf(() => atWork(kind).decide('report', { outcome }, people.inspection));
    return came !== (may ? 'done' : 'referral/outcome-not-of-body');
  });
  expect(wrong).toEqual([]);
});

test('a kind of body the table does not know, and one an older version did not write down, may report anything', () => {
  expect(outcomesOf('police')).toEqual(reportOutcomes);
  expect(outcomesOf(null)).toEqual(reportOutcomes);
});

test('every outcome is some body’s, and the union’s are those a court is told of', () => {
  const used = new Set(kinds.flatMap((kind) => outcomesOf(kind)));
  expect(reportOutcomes.filter((outcome) => !used.has(outcome))).toEqual([]);
  const eight = ['agreed', 'settled-and-withdrawn', 'unreachable', 'refused'] as const;
  for (const outcome of [...eight, 'too-far-apart', 'time-over', 'would-not-sign', 'other'] as const)
    expect(outcomesOf('union')).toContain(outcome);
  expect(incomingChannels).toHaveLength(4);
});

test('the refusal says whose result it is not, and which are', () => {
  const { code, facts } = refused(() =>
    atWork('court').decide('report', { outcome: 'payment-ordered' }, people.inspection),
  );
  const sentence = sayRefusal(code, facts);
  expect(sentence).toContain('法院不能反馈“责令支付”这种结果');
  expect(sentence).toContain('confirmed（裁定有效）');
});
