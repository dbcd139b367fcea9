import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { projectRoot } from '../config.ts';
import { diagramOf, withDiagram } from './drawing/diagram.ts';
import { disputeEdges } from './drawing/dispute-edges.ts';
import type { Io } from './verb.ts';

export const summary = '画出劳动争议的状态图（mermaid），由办理规则逐步走出';
export const usage = `用法：wanhe draw [--write] [--json]
输出状态图；--write 改写 README.md 中的状态图；--json 输出每一条边：从哪个状态、经哪个操作、到哪个状态。`;

export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { write: { type: 'boolean' }, json: { type: 'boolean' } },
    strict: true,
  });
  const edges = disputeEdges();
  const diagram = diagramOf(edges);
  if (values.write) {
    const file = join(projectRoot, 'README.md');
    const text = withDiagram(readFileSync(file, 'utf8'), diagram);
    if (text === null)
      throw new Error(
        'README.md 里没有状态图的起止标记 dispute-states:begin、dispute-states:end；请先补上。',
      );
    writeFileSync(file, text);
    io.err(`已改写 ${file}`);
  }
  if (io.json) io.out(JSON.stringify(edges));
  else if (!values.write) io.out(diagram);
  return 0;
}
