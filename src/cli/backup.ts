import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sayBytes, sayMoment } from '../../templates/zh-CN/backup-words.ts';
import { projectRoot } from '../config.ts';
import { Refusal } from '../domain/refusal.ts';
import { writeWholeFile } from '../persistence/backup/whole-file.ts';
import { writeBackup } from '../persistence/backup/write-backup.ts';
import { withDatabase } from './running.ts';
import { type Io, UsageError } from './verb.ts';

export const summary = '备份全部记录到一个文件，系统照常运行';
export const usage = `用法：wanhe backup --out 文件 [--json]
把数据库的全部表以同一时刻的内容写入一个文件（tar，zstd 压缩，权限 0600），运行中的系统不必停；中断时不留下半份备份。
密封的内容在备份里仍是密封的；密钥文件和签锚的密钥不在其中：请另行、分开保管。恢复用 wanhe restore。`;

export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { out: { type: 'string' }, json: { type: 'boolean' } },
    strict: true,
  });
  const { out } = values;
  if (out === undefined) throw new UsageError('请用 --out 写明备份文件，例如 --out 2026-11-23.wanhe。');
  if (existsSync(out)) throw new Refusal('backup/file-exists', { path: out });
  const started = performance.now();
  const manifest = await withDatabase((orm) =>
    writeWholeFile(out, (to) =>
      writeBackup(orm, to, version(), ({ name, rows, bytes }) =>
        io.err(`${name}：${rows} 行，${sayBytes(bytes)}`),
      ),
    ),
  );
  const { moment, record, keys, migrations } = manifest;
  const bytes = statSync(out).size;
  const sha256 = await hashOf(out);
  const ms = Math.round(performance.now() - started);
  if (keys.length > 0)
    io.err(`恢复之后要读密封的内容，须有主密钥 ${keys.join('、')}；主密钥不在备份里，请与备份分开保管。`);
  io.out(
    io.json
      ? JSON.stringify({ file: out, bytes, sha256, moment, migrations, ...record, keys, ms })
      : [
          `已备份到 ${out}（${sayBytes(bytes)}，${ms} 毫秒）`,
          `内容为 ${sayMoment(moment)}的：案件 ${record.cases} 件（未办结 ${record.openCases} 件），事件 ${record.events} 个，文书 ${record.papers} 份`,
          `SHA-256 ${sha256}`,
        ].join('\n'),
  );
  return 0;
}

function version(): string {
  return (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
