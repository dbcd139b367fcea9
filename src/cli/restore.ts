import { parseArgs } from 'node:util';
import { sayMoment, sayNumbers } from '../../templates/zh-CN/backup-words.ts';
import { type Config, readConfig } from '../config.ts';
import { dayAt } from '../domain/day.ts';
import { Refusal } from '../domain/refusal.ts';
import { readKeys } from '../engine/key-file.ts';
import type { FromRecord } from '../engine/start-from-record.ts';
import { withStoppedHome } from '../engine/stopped-home.ts';
import { currentPack } from '../law/packs.ts';
import { verifyAudit } from '../persistence/audit.repository.ts';
import type { Manifest } from '../persistence/backup/manifest.ts';
import { readBackup } from '../persistence/backup/read-backup.ts';
import {
  checkFits,
  countOthers,
  type Restored,
  restoreBackup,
} from '../persistence/backup/restore-backup.ts';
import { checkOpenCases } from '../persistence/check.listing.ts';
import type { KeyRing } from '../persistence/keys/key-ring.ts';
import { openOrm } from '../persistence/orm.ts';
import { plantPack } from '../persistence/rule-pack.repository.ts';
import { reconcileEngine, sayFromRecord } from './reconcile.ts';
import { type Io, UsageError } from './verb.ts';

export const summary = '从备份文件恢复全部记录，案件的流程从记录重新开始';
export const usage = `用法：wanhe restore 文件 [--replace] [--stopped] [--into 数据库网址] [--json]
先核验整个文件和密钥（WANHE_KEYS_FILE），再在一个事务里恢复到备份的时刻并更新数据库结构；不成则数据库一点不变。请先停止接口和工作进程。
恢复到哪里：DATABASE_URL 所指的数据库；没有设时为 WANHE_HOME 里停着的内置数据库（自动启动，完后停止）。
之后核验哈希链、检查未办结案件，并让案件的流程从记录重新开始（设了 DATABASE_URL 时须同时设 TEMPORAL_ADDRESS，否则以后运行 wanhe reconcile）。
  --replace   放弃数据库里现有的案件和账号；不加时只恢复到没有案件和账号的数据库
  --stopped   确认接口和工作进程都已停止，不再查看数据库的连接
  --into      恢复到这个数据库，例如试恢复；不动 Temporal`;

type Report = {
  audit: Awaited<ReturnType<typeof verifyAudit>>;
  check: Awaited<ReturnType<typeof checkOpenCases>>;
} & Restored;

export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      into: { type: 'string' },
      replace: { type: 'boolean', default: false },
      stopped: { type: 'boolean', default: false },
      json: { type: 'boolean' },
    },
    allowPositionals: true,
    strict: true,
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('请写明一个备份文件。');
  if (values.into !== undefined && !/^postgres(ql)?:\/\/\S+$/.test(values.into))
    throw new UsageError('--into 应形如 postgres://用户:密码@主机:5432/数据库。');
  io.err('正在核验备份文件……');
  const manifest = await readBackup(file);
  checkFits(manifest);
  const config = readConfig();
  const ring = readKeys(config.keysFile);
  const missing = manifest.keys.filter((id) => !ring.masters.some((master) => master.id === id));
  if (missing.length > 0) throw new Refusal('backup/keys-missing', { keys: missing, path: config.keysFile });
  const into = (url: string) => restoreInto({ url, ring }, file, manifest, values, io);
  const { report, engine } = await whereAsked(config, values.into, into, io);
  return tell(manifest, report, engine, io);
}

async function whereAsked(
  config: Config,
  into: string | undefined,
  restore: (databaseUrl: string) => Promise<Report>,
  io: Io,
): Promise<{ report: Report; engine: FromRecord | null }> {
  const { databaseUrl, temporalAddress } = config;
  const url = into ?? databaseUrl;
  if (url === undefined)
    return withStoppedHome(config, io.err, async (home) => {
      const report = await restore(home.databaseUrl);
      const address = temporalAddress ?? (await home.startEngine());
      const servers = { ...config, databaseUrl: home.databaseUrl, temporalAddress: address };
      const embedded = temporalAddress === undefined;
      const engine = await reconcileEngine(
        embedded ? { ...servers, temporalApiKey: undefined, temporalTls: false } : servers,
        io,
      );
      return { report, engine };
    });
  const report = await restore(url);
  // A trial elsewhere must not end the workflows of the house.
  if (into !== undefined || temporalAddress === undefined) return { report, engine: null };
  return { report, engine: await reconcileEngine({ ...config, databaseUrl: url, temporalAddress }, io) };
}

async function restoreInto(
  { url, ring }: { url: string; ring: KeyRing },
  file: string,
  manifest: Manifest,
  { replace, stopped }: { replace: boolean; stopped: boolean },
  io: Io,
): Promise<Report> {
  const orm = await openOrm(url, ring, 4);
  try {
    const count = stopped ? 0 : await countOthers(orm);
    if (count > 0) throw new Refusal('backup/in-use', { count });
    const restored = await restoreBackup(orm, file, manifest, {
      replace,
      say: (table, rows) => io.err(`已载入 ${table}：${rows} 行`),
    });
    await plantPack(orm, currentPack, new Date());
    const audit = await verifyAudit(orm.em, {
      say: (cases) => io.err(`已核验 ${cases} 件……`),
    });
    return { ...restored, audit, check: await checkOpenCases(orm.em.fork()) };
  } finally {
    await orm.close();
  }
}

function tell(manifest: Manifest, report: Report, engine: FromRecord | null, io: Io): number {
  const { audit, check, numbers, migrated } = report;
  const { record, moment, keys } = manifest;
  const year = Number(dayAt(Date.parse(moment)).slice(0, 4));
  const ok = audit.ok && check.violations.length === 0;
  const { cases, openCases, events, papers } = record;
  io.out(
    io.json
      ? JSON.stringify({
          ...{ ok, moment, cases, openCases, events, papers, migrated, keys, numbers, engine },
          ...{ audit, check },
        })
      : [
          `已恢复到 ${sayMoment(moment)}：案件 ${cases} 件（未办结 ${openCases} 件），事件 ${events} 个，文书 ${papers} 份`,
          ...(migrated.length > 0 ? [`已执行迁移：${migrated.join('、')}`] : []),
          audit.ok
            ? `哈希链完好：${audit.events} 个事件`
            : `哈希链不完好${audit.firstBad ? `：案件 ${audit.firstBad.case}` : ''}，详见 wanhe audit verify`,
          `未办结案件缺承办人、下一步或者日期的 ${check.violations.length} 件`,
          ...numbers.filter((one) => one.year >= year).map(sayNumbers),
          '全部账号须重新登录',
          engine === null ? '案件的流程还没有重新开始：启动之前运行 wanhe reconcile' : sayFromRecord(engine),
        ].join('\n'),
  );
  return ok ? 0 : 1;
}
