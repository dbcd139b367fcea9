import { join } from 'node:path';
import { readPrivate } from './private-file.ts';

type DemoLogin = { login: string; password: string; name: string; role: string };

const width = (text: string) =>
  [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);

/** The demo logins that the seed has left in the home, as lines of a table; none if it left none. */
export function tellDemoLogins(home: string): string[] {
  const logins = readPrivate<DemoLogin[]>(join(home, 'demo-logins.json')) ?? [];
  if (logins.length === 0) return [];
  const rows = [
    ['账号', '密码', '姓名', '角色'],
    ...logins.map(({ login, password, name, role }) => [login, password, name, role]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => width(row[column]!))));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(widths[column]! - width(cell)))
      .join('  ')
      .trimEnd(),
  );
  return [`演示账号（也存于 ${join(home, 'demo-logins.json')}）：`, ...lines.map((line) => `  ${line}`)];
}
