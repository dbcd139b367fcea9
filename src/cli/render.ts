import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  drawPaper,
  exampleOf,
  openFonts,
  type PaperFacts,
  type PaperIssue,
  type PaperKind,
  paperKinds,
} from '../papers/index.ts';
import { type Io, UsageError } from './verb.ts';

export const summary = '用一份事实（JSON）印出文书，供试印和核对用语';

export const usage = `用法：wanhe render <种类> --facts 文件|- --out 文件.pdf [--font-dir 目录] [--json]
      wanhe render <种类> --example      印出该种类的示例事实，可改后作为 --facts
      wanhe render --list [--json]       列出文书种类及其空白

--facts 是 {"facts": …, "issue": {"number", "issuedOn", "issuer", "checkUrl"}}；“-”表示从标准输入读。
--font-dir 里放自有字体，按用处命名：title（标题）body（正文）heading（黑体）kai（楷体）note（小字），.ttf 或 .otf。`;

export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      facts: { type: 'string' },
      out: { type: 'string' },
      'font-dir': { type: 'string' },
      list: { type: 'boolean' },
      example: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    io.out(usage);
    return 0;
  }
  if (values.list) {
    const list = Object.values(paperKinds);
    io.out(
      values.json
        ? JSON.stringify({ kinds: list })
        : list.map(({ kind, title, blanks }) => `${kind}  ${title}\n  ${blanks.join(' ')}`).join('\n'),
    );
    return 0;
  }
  const kind = kindOf(positionals);
  if (values.example) {
    io.out(exampleOf(kind));
    return 0;
  }
  if (values.facts === undefined)
    throw new UsageError('请用 --facts 给出事实文件，或者用 --example 看示例。');
  if (values.out === undefined) throw new UsageError('请用 --out 写明 PDF 存到哪里。');
  const { facts, issue } = parseFacts(await readFacts(values.facts, io), kind);
  if (values['font-dir'] !== undefined) openFonts(values['font-dir']);
  const { pdf, pages, sha256 } = await drawPaper(kind, facts, issue);
  await writeFile(values.out, pdf);
  io.out(
    values.json
      ? JSON.stringify({ kind, path: values.out, pages, sha256 })
      : `${values.out}  ${pages} 页  SHA-256 ${sha256}`,
  );
  return 0;
}

function kindOf(positionals: readonly string[]): PaperKind {
  const [kind] = positionals;
  if (kind === undefined || positionals.length > 1)
    throw new UsageError('请写一种文书，例如 render agreement；用 --list 看有哪些。');
  if (!Object.hasOwn(paperKinds, kind)) throw new UsageError(`没有“${kind}”这种文书；用 --list 看有哪些。`);
  return kind as PaperKind;
}

async function readFacts(path: string, io: Io): Promise<string> {
  if (path === '-') return await io.stdin();
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new Error(`读不到事实文件 ${path}。`);
  }
}

function parseFacts<K extends PaperKind>(
  source: string,
  kind: K,
): { facts: PaperFacts[K]; issue: PaperIssue } {
  let given: unknown;
  try {
    given = JSON.parse(source);
  } catch {
    throw new Error('事实文件不是 JSON。');
  }
  const { facts, issue } = (given ?? {}) as { facts?: unknown; issue?: unknown };
  if (typeof facts !== 'object' || facts === null || typeof issue !== 'object' || issue === null)
    throw new Error(`事实文件应当有 facts 和 issue 两部分；用 render ${kind} --example 看示例。`);
  return { facts: facts as PaperFacts[K], issue: issue as PaperIssue };
}
