import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { addKeys, makeKeys, readKeys } from '../engine/key-file.ts';
import { renewKeys } from '../persistence/keys/renew.ts';
import { withDatabase } from './running.ts';
import { type Io, UsageError } from './verb.ts';

export const summary = '密钥：生成、轮换';
export const usage = `用法：wanhe keys new | add | renew [--json]
密钥文件由 WANHE_KEYS_FILE 指明，默认 <WANHE_HOME>/keys.json；身份证号、电话、文字和文件用它加密，须与数据库的备份分开保存。
new    生成密钥文件；已有则不动，退出码为 1。
add    在密钥文件中加入新的主密钥和索引密钥。各进程换上新文件、重新启动之后，再执行 renew。
renew  用最新的密钥重新包装各案件的数据密钥、重算号码索引；中断后再执行一次即接着做。做完之前旧密钥须留在文件中。`;

export async function run(args: string[], io: Io): Promise<number> {
  const { positionals } = parseArgs({
    args,
    options: { json: { type: 'boolean' } },
    allowPositionals: true,
    strict: true,
  });
  const { keysFile } = readConfig();
  const answer = (fact: object, said: string) =>
    io.out(io.json ? JSON.stringify({ file: keysFile, ...fact }) : said);
  switch (positionals.join(' ')) {
    case 'new': {
      const isMade = makeKeys(keysFile, new Date());
      answer({ made: isMade }, isMade ? `已生成 ${keysFile}，请另存备份` : `${keysFile} 已经有了，没有改动`);
      return isMade ? 0 : 1;
    }
    case 'add': {
      const { masters, indexes } = addKeys(keysFile, new Date());
      answer(
        { masters, indexes },
        `已加入新密钥；各进程换上 ${keysFile} 并重新启动后，请执行 wanhe keys renew`,
      );
      return 0;
    }
    case 'renew': {
      const ring = readKeys(keysFile);
      const done = await withDatabase((orm) =>
        renewKeys(orm, ring, ({ dataKeys, numbers }) =>
          io.err(`已重新包装 ${dataKeys} 个数据密钥，重算 ${numbers} 人的号码索引……`),
        ),
      );
      answer(done, `完成：重新包装 ${done.dataKeys} 个数据密钥，重算 ${done.numbers} 人的号码索引`);
      return 0;
    }
    default:
      throw new UsageError('请写 wanhe keys new、add 或 renew。');
  }
}
