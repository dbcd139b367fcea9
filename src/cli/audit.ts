import { parseArgs } from 'node:util';
import { verifyAudit } from '../persistence/audit.repository.ts';
import { withDatabase } from './running.ts';
import { type Io, UsageError } from './verb.ts';

export const summary = '核验案件经过的哈希链';
export const usage = `用法：wanhe audit verify [--json]
逐件核验每个事件、每段文字的哈希和链的首尾；有改动、缺失或者截断时指出第一处，退出码为 1。`;

const whyWords = {
  missing: '缺失',
  changed: '被改动',
  'text-changed': '文字被改动',
  'broken-chain': '与前一事件不相连',
  'end-cut': '末尾与案件记录不符',
} as const;

export async function run(args: string[], io: Io): Promise<number> {
  const { positionals } = parseArgs({
    args,
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
    strict: true,
  });
  if (positionals.join(' ') !== 'verify') throw new UsageError('请写 wanhe audit verify。');
  const report = await withDatabase((orm) => verifyAudit(orm.em, (cases) => io.err(`已核验 ${cases} 件……`)));
  const { ok, cases, events, firstBad } = report;
  io.out(
    io.json
      ? JSON.stringify(report)
      : ok
        ? `完好：${cases} 件案件，${events} 个事件`
        : `不完好：案件 ${firstBad?.case} 第 ${firstBad?.seq} 个事件${firstBad ? whyWords[firstBad.why] : ''}`,
  );
  return ok ? 0 : 1;
}
