import type { LimitationCertificateFacts, PaperIssue } from '../../src/papers/facts.ts';
import { checkPaper, drawPaper, exampleOf } from '../../src/papers/index.ts';
import { day } from './examples.ts';
import { readPdf } from './read-pdf.ts';

type Certificate = { facts: LimitationCertificateFacts; issue: PaperIssue };

function certificate(change: Partial<LimitationCertificateFacts> = {}): Certificate {
  const { facts, issue } = JSON.parse(exampleOf('limitation-certificate')) as Certificate;
  return { facts: { ...facts, ...change }, issue };
}

const draw = async (change: Partial<LimitationCertificateFacts> = {}) => {
  const { facts, issue } = certificate(change);
  const paper = await drawPaper('limitation-certificate', facts, issue);
  return { ...paper, read: await readPdf(paper.pdf) };
};

test('a certificate names the sides, each event with its evidence, and the last day of each head', async () => {
  const { read, pages } = await draw();
  expect(pages).toBe(2);
  for (const said of [
    '宛工时卧龙〔2025〕第8号',
    '劳动者：张喆，公民身份号码：411303198506150014。',
    '2024年8月12日向对方主张权利EMS快递单及催告函复印件时效中断，重新计算',
    '2024年10月8日至2024年11月20日不可抗力或者其他正当理由，时效中止住院病历、出院证明时效中止，期间顺延',
    '加班工资2026年3月3日劳动争议调解仲裁法第27条第4款',
    '时效期间的最后一日为2026年3月3日。请劳动者在该日前（含当日）',
    '卧龙区总工会劳动争议调解服务中心2025年3月5日',
  ])
    expect(read.text).toContain(said);
});

test('a day that has passed is said to have passed', async () => {
  const { read } = await draw({ lastDay: day('2025-03-04') });
  expect(read.text).toContain('最后一日为2025年3月4日，已经届满');
  expect(read.text).not.toContain('请劳动者在该日前');
  expect((await draw({ lastDay: day('2025-03-05') })).read.text).toContain('请劳动者在该日前');
});

test('without a running year it says why there is none', async () => {
  const { facts } = certificate();
  const { read } = await draw({
    heads: [{ ...facts.heads[1]!, lastDay: null }],
    lastDay: null,
    article: '劳动争议调解仲裁法第27条第4款',
  });
  expect(read.text).toContain('加班工资尚未起算');
  expect(read.text).toContain('申请仲裁不受一年时效期间的限制');
});

test('a provisional day is refused, the case’s and that of a single head', () => {
  const { facts } = certificate();
  const later = day('2027-03-02', true);
  for (const change of [{ lastDay: later }, { heads: [{ ...facts.heads[0]!, lastDay: later }] }])
    expect(() => checkPaper('limitation-certificate', { ...facts, ...change }, certificate().issue)).toThrow(
      expect.objectContaining({ code: 'paper/provisional-date' }),
    );
});
