/** CONFIG: the only reader of the environment; a wrong value ends the start with one sentence. */
import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The folder that holds package.json. */
export const projectRoot = resolve(fileURLToPath(new URL('..', import.meta.url)));

const text = z.string().trim().min(1);
const port = z.coerce.number().int().min(1).max(65535);

/** How many proxies stand in front, or the networks they are in. Never “everyone”: a caller could then name any address as theirs. */
const proxies = z.string().transform((given, context): number | string[] => {
  if (/^\d+$/.test(given) && Number(given) >= 1 && Number(given) <= 10) return Number(given);
  const networks = given.split(',').map((one) => one.trim());
  if (networks.every(isNetwork)) return networks;
  context.addIssue({ code: 'custom', message: 'no network' });
  return z.NEVER;
});

function isNetwork(given: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(given)) return true;
  const [address = '', bits, ...more] = given.split('/');
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return (
    most > 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d+$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most))
  );
}

const shape = z.object({
  WANHE_HOME: text.optional(),
  WANHE_PORT: port.optional(),
  PORT: port.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/)
    .optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s:/]+:\d+$/)
    .optional(),
  TEMPORAL_NAMESPACE: text.optional(),
  TEMPORAL_API_KEY: text.optional(),
  TEMPORAL_TLS: z.enum(['true', 'false', '1', '0']).optional(),
  TEMPORAL_TLS_CLIENT_CERT_PATH: text.optional(),
  TEMPORAL_TLS_CLIENT_KEY_PATH: text.optional(),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: text.optional(),
  WANHE_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  WANHE_FONT_DIR: text.optional(),
  WANHE_KEYS_FILE: text.optional(),
  WANHE_ANCHOR_KEY_FILE: text.optional(),
  WANHE_ANCHOR_DIR: text.optional(),
  WANHE_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
  WANHE_SEED: z.enum(['demo', 'small', 'none']).optional(),
  WANHE_TRUSTED_PROXY: proxies.optional(),
  WANHE_METRICS_PORT: z.union([z.literal('off'), port]).optional(),
  WANHE_METRICS_HOST: z.union([z.ipv4(), z.ipv6()]).optional(),
  XDG_CACHE_HOME: text.optional(),
});

type Variable = keyof z.infer<typeof shape>;

/** Every variable that is read. */
export const variables = Object.keys(shape.shape) as Variable[];

const howToMend: Record<Variable, string> = {
  WANHE_HOME: '应为一个文件夹的路径，例如 /srv/wanhe',
  WANHE_PORT: '应为 1 至 65535 的端口号，例如 3000',
  PORT: '应为 1 至 65535 的端口号，例如 3000',
  DATABASE_URL: '应形如 postgres://用户:密码@主机:5432/数据库',
  TEMPORAL_ADDRESS: '应形如 主机:端口，例如 127.0.0.1:7233',
  TEMPORAL_NAMESPACE: '应为 Temporal 命名空间的名称，例如 default',
  TEMPORAL_API_KEY: '应为 Temporal 的 API 密钥，不用时请删去这个变量',
  TEMPORAL_TLS: '应为 true 或 false',
  TEMPORAL_TLS_CLIENT_CERT_PATH: '应为客户端证书（PEM）的路径，须与 TEMPORAL_TLS_CLIENT_KEY_PATH 一同设置',
  TEMPORAL_TLS_CLIENT_KEY_PATH: '应为客户端私钥（PEM）的路径，须与 TEMPORAL_TLS_CLIENT_CERT_PATH 一同设置',
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: '应为服务器根证书（PEM）的路径',
  WANHE_PUBLIC_URL: '应为用户访问本系统的网址，例如 https://wanhe.example.cn',
  WANHE_FONT_DIR: '应为存放字体的文件夹的路径',
  WANHE_KEYS_FILE: '应为密钥文件的路径，用 wanhe keys new 生成',
  WANHE_ANCHOR_KEY_FILE:
    '应为签署审计锚的密钥文件的路径，用 wanhe audit new-key --out 文件 生成；集群上至少一个工作进程要设置，各进程用同一个文件',
  WANHE_ANCHOR_DIR: '应为存放审计锚的文件夹的路径，例如 /srv/wanhe/anchors',
  WANHE_LOG_LEVEL: '应为 fatal、error、warn、info、debug、trace、silent 之一',
  WANHE_SEED: '应为 demo（演示城市，约两百件争议）、small（演示账号和三件争议）或 none（空库）',
  WANHE_TRUSTED_PROXY:
    '应为前面反向代理的层数（1 至 10，例如 1），或者其地址、网段，以逗号分隔，例如 10.0.0.0/8,loopback；不能写 true，没有代理请删去这个变量',
  WANHE_METRICS_PORT: '应为 1 至 65535 的端口号，例如 9464，或者 off',
  WANHE_METRICS_HOST: '应为监听的 IP 地址，例如 127.0.0.1；集群里由 Prometheus 抓取的写 0.0.0.0',
  XDG_CACHE_HOME: '应为缓存文件夹的绝对路径，例如 /var/cache',
};

/** A variable of the environment that cannot be used; the message is one Chinese sentence with its name and the remedy. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly variable: string;
  constructor(variable: Variable) {
    super(`环境变量 ${variable} 的值不可用：${howToMend[variable]}。`);
    this.variable = variable;
  }
}

export type Config = {
  /** Folder of all state, absolute. */
  home: string;
  /** Folder of what can be fetched or built again, absolute. */
  cacheHome: string;
  port: number;
  /** Undefined: PostgreSQL is embedded, or the running instance's is used. */
  databaseUrl: string | undefined;
  /** Undefined: Temporal is embedded, or the running instance's is used. */
  temporalAddress: string | undefined;
  temporalNamespace: string;
  temporalApiKey: string | undefined;
  /** False: plain text. Paths are of PEM files. */
  temporalTls: false | { certPath?: string; keyPath?: string; caPath?: string };
  publicUrl: string | undefined;
  fontDir: string | undefined;
  /** The file with the keys that seal people's numbers and words, absolute. */
  keysFile: string;
  /** Where the key that signs the audit's anchors lies, absolute. */
  anchorKeyFile: string;
  /** Where the anchors are exported, absolute. */
  anchorDir: string;
  logLevel: NonNullable<z.infer<typeof shape>['WANHE_LOG_LEVEL']>;
  /** `demo`: a city with about two hundred disputes; `small`: its people and three. */
  seed: 'demo' | 'small' | 'none';
  /** Whose word on the caller's address is taken: so many proxies, or those in these networks. */
  trustedProxy: false | number | string[];
  /** Where figures are read, apart from the API's own port; undefined: not set. */
  metricsPort: number | 'off' | undefined;
  metricsHost: string;
};

/** Reads the environment. Throws ConfigError for the first variable that is wrong; an empty variable counts as not set. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(variables.map((name) => [name, env[name] || undefined]));
  const parsed = shape.safeParse(given);
  if (!parsed.success) throw new ConfigError(parsed.error.issues[0]!.path[0] as Variable);
  const set = parsed.data;
  if (set.XDG_CACHE_HOME && !isAbsolute(set.XDG_CACHE_HOME)) throw new ConfigError('XDG_CACHE_HOME');
  const cert = set.TEMPORAL_TLS_CLIENT_CERT_PATH;
  const key = set.TEMPORAL_TLS_CLIENT_KEY_PATH;
  if (cert && !key) throw new ConfigError('TEMPORAL_TLS_CLIENT_KEY_PATH');
  if (key && !cert) throw new ConfigError('TEMPORAL_TLS_CLIENT_CERT_PATH');
  const ca = set.TEMPORAL_TLS_SERVER_CA_CERT_PATH;
  const isTlsWanted = set.TEMPORAL_TLS
    ? set.TEMPORAL_TLS === 'true' || set.TEMPORAL_TLS === '1'
    : Boolean(cert || ca || set.TEMPORAL_API_KEY);
  const home = resolve(set.WANHE_HOME ?? join(projectRoot, '.wanhe'));
  return {
    home,
    cacheHome: set.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
    port: set.WANHE_PORT ?? set.PORT ?? 3000,
    databaseUrl: set.DATABASE_URL,
    temporalAddress: set.TEMPORAL_ADDRESS,
    temporalNamespace: set.TEMPORAL_NAMESPACE ?? 'default',
    temporalApiKey: set.TEMPORAL_API_KEY,
    temporalTls: isTlsWanted && { certPath: cert, keyPath: key, caPath: ca },
    publicUrl: set.WANHE_PUBLIC_URL?.replace(/\/+$/, ''),
    fontDir: set.WANHE_FONT_DIR,
    keysFile: resolve(set.WANHE_KEYS_FILE ?? join(home, 'keys.json')),
    anchorKeyFile: resolve(set.WANHE_ANCHOR_KEY_FILE ?? join(home, 'anchor-key.json')),
    anchorDir: resolve(set.WANHE_ANCHOR_DIR ?? join(home, 'anchors')),
    logLevel: set.WANHE_LOG_LEVEL ?? 'info',
    seed: set.WANHE_SEED ?? (set.DATABASE_URL ? 'none' : 'demo'),
    trustedProxy: set.WANHE_TRUSTED_PROXY ?? false,
    metricsPort: set.WANHE_METRICS_PORT,
    metricsHost: set.WANHE_METRICS_HOST ?? '127.0.0.1',
  };
}

/** This process's environment for a child, with changes; `undefined` takes a variable away, and so does `without`. */
export function childEnvironment(
  changes: Record<string, string | undefined> = {},
  without: RegExp = /^$/,
): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !without.test(name));
  return { ...Object.fromEntries(kept), ...changes };
}
