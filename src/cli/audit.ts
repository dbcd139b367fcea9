import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { sayBadAnchor, sayBadEvent, sayBadReading } from '../../templates/zh-CN/audit-words.ts';
import { type Config, readConfig } from '../config.ts';
import { dayAt } from '../domain/day.ts';
import { anchorFilesIn, exportAnchors, publicKeysIn } from '../engine/anchor-files.ts';
import { keyIdOf, makeAnchorKey, readAnchorKey, trustIn } from '../engine/anchor-key.ts';
import { type AuditReport, verifyAudit } from '../persistence/audit.repository.ts';
import { anchorDay } from '../persistence/audit-anchor.repository.ts';
import { withDatabase } from './running.ts';
import { type Io, UsageError } from './verb.ts';

export const summary = '核验案件经过、查阅记录和审计锚；每日下锚、导出';
export const usage = `用法：wanhe audit verify [--anchors 文件夹] [--public-key 文件]… [--json]
      wanhe audit anchor | export --out 文件夹 | public-key | new-key --out 文件
verify      逐件核验每个事件、每段文字、每条查阅记录和每份锚；有改动、缺失、插入、调换或者截断时指出第一处，退出码为 1。
            导出的锚默认取 WANHE_ANCHOR_DIR；公钥默认取锚旁边的和本机的，另行保管的用 --public-key 指明，可写几次。
anchor      今天还没有锚时下一份，并导出；平时由工作进程每日自动完成。
export      把全部锚各写成一个文件，连同公钥；已有的不覆盖。
public-key  打印本机签锚的公钥（PEM）；请另行保管一份。
new-key     生成签锚的密钥文件，供 WANHE_ANCHOR_KEY_FILE 使用。`;

type Given = { anchors?: string; 'public-key'?: string[]; out?: string };

export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      json: { type: 'boolean' },
      anchors: { type: 'string' },
      'public-key': { type: 'string', multiple: true },
      out: { type: 'string' },
    },
    allowPositionals: true,
    strict: true,
  });
  const [what, ...rest] = positionals;
  const act = what === undefined || !Object.hasOwn(acts, what) ? undefined : acts[what];
  if (act === undefined || rest.length > 0)
    throw new UsageError(`请写 wanhe audit ${Object.keys(acts).join('、')} 之一。`);
  return act(values, io, readConfig());
}

const acts: Record<string, (given: Given, io: Io, config: Config) => Promise<number>> = {
  verify,
  anchor,
  export: exportAll,
  'public-key': tellPublicKey,
  'new-key': newKey,
};

async function verify(given: Given, io: Io, config: Config): Promise<number> {
  const dir = given.anchors ?? (existsSync(config.anchorDir) ? config.anchorDir : undefined);
  const own = readAnchorKey(config.anchorKeyFile)?.publicKey;
  const keys = given['public-key']?.map((path) => readFileSync(path, 'utf8')) ?? [
    ...(own === undefined ? [] : [own]),
    ...(dir === undefined ? [] : publicKeysIn(dir)),
  ];
  const trust = keys.length === 0 ? null : readKeys(keys);
  const files = dir === undefined ? null : anchorFilesIn(dir);
  const say = (cases: number) => io.err(`已核验 ${cases} 件……`);
  const report = await withDatabase((orm) => verifyAudit(orm.em, { say, trust, files }));
  if (trust === null && report.anchors.anchors > 0)
    io.err('没有公钥，锚的签名未核验；请用 --public-key 指明。');
  io.out(io.json ? JSON.stringify(withSentences(report)) : said(report).join('\n'));
  return report.ok ? 0 : 1;
}

function readKeys(keys: string[]) {
  try {
    return trustIn(keys);
  } catch {
    throw new UsageError('--public-key 应为 PEM 格式的公钥文件，用 wanhe audit public-key 打印。');
  }
}

/** Each first fault with the sentence that a person reads. */
function withSentences(report: AuditReport) {
  const { firstBad, anchors, readings } = report;
  return {
    ...report,
    firstBad: firstBad && { ...firstBad, sentence: sayBadEvent(firstBad) },
    anchors: {
      ...anchors,
      firstBad: anchors.firstBad && { ...anchors.firstBad, sentence: sayBadAnchor(anchors.firstBad) },
    },
    readings: {
      ...readings,
      firstBad: readings.firstBad && { ...readings.firstBad, sentence: sayBadReading(readings.firstBad) },
    },
  };
}

function said({ ok, cases, events, firstBad, anchors, readings }: AuditReport): string[] {
  const walked = `${cases} 件案件，${events} 个事件，${readings.readings} 条查阅记录，${anchors.anchors} 份锚（核对签名 ${anchors.signatures} 份、文件 ${anchors.files} 份）`;
  return [
    `${ok ? '完好' : '不完好'}：${walked}`,
    ...(firstBad === null ? [] : [sayBadEvent(firstBad)]),
    ...(readings.firstBad === null ? [] : [sayBadReading(readings.firstBad)]),
    ...(anchors.firstBad === null ? [] : [sayBadAnchor(anchors.firstBad)]),
  ];
}

function keyOf(config: Config) {
  const key = readAnchorKey(config.anchorKeyFile);
  if (key === undefined)
    throw new UsageError(
      `没有签锚的密钥文件 ${config.anchorKeyFile}；npm start 首次启动时生成，也可用 wanhe audit new-key --out 文件 生成后设 WANHE_ANCHOR_KEY_FILE。`,
    );
  return key;
}

async function anchor(_given: Given, io: Io, config: Config): Promise<number> {
  const signer = keyOf(config);
  const at = new Date();
  const { made, written } = await withDatabase(async (orm) => ({
    made: await anchorDay(orm.em, { day: dayAt(at.getTime()), at, signer }),
    written: await exportAnchors(orm, config.anchorDir, signer.publicKey),
  }));
  const { no, day, cases, events, readings, hash, keyId } = made.anchor;
  const { isNew } = made;
  const dir = config.anchorDir;
  io.out(
    io.json
      ? JSON.stringify({ isNew, no, day, cases, events, readings, hash, keyId, written, dir })
      : `${isNew ? '已下' : '今天已有'}第 ${no} 号锚（${day}）：${cases} 件案件，${events} 个事件，${readings} 条查阅记录；新导出 ${written} 份到 ${dir}`,
  );
  return 0;
}

async function exportAll({ out }: Given, io: Io, config: Config): Promise<number> {
  if (out === undefined) throw new UsageError('请用 --out 写明导出到哪个文件夹。');
  const key = readAnchorKey(config.anchorKeyFile)?.publicKey;
  const written = await withDatabase((orm) => exportAnchors(orm, out, key));
  io.out(io.json ? JSON.stringify({ written, dir: out }) : `新导出 ${written} 份锚到 ${out}`);
  return 0;
}

async function tellPublicKey(_given: Given, io: Io, config: Config): Promise<number> {
  const { keyId, publicKey } = keyOf(config);
  io.out(io.json ? JSON.stringify({ keyId, publicKey }) : publicKey);
  return 0;
}

async function newKey({ out }: Given, io: Io): Promise<number> {
  if (out === undefined) throw new UsageError('请用 --out 写明密钥文件的路径。');
  if (!makeAnchorKey(out)) throw new UsageError(`${out} 已经存在；签锚的密钥不覆盖，请另写一个路径。`);
  const publicKey = readAnchorKey(out)!.publicKey;
  const path = `${out}.pub.pem`;
  writeFileSync(path, publicKey);
  io.out(
    io.json
      ? JSON.stringify({ file: out, publicKey: path, keyId: keyIdOf(publicKey) })
      : `已生成 ${out} 和公钥 ${path}；公钥请另行保管。`,
  );
  return 0;
}
