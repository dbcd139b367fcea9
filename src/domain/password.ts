/** What a password must be: long, not the login, none that is tried first. No rules on its composition. */
import { Refusal } from './refusal.ts';

export const PASSWORD_LEAST = 10;
export const PASSWORD_MOST = 200;

/** The commonest of ten signs and more; repeated signs and runs of a keyboard are told without a list. */
const commonest = new Set([
  ...[
    '1q2w3e4r5t',
    '1q2w3e4r5t6y',
    '1qaz2wsx3edc',
    'q1w2e3r4t5',
    'zaq12wsxcde3',
    '1qazxsw23edc',
    'qazwsxedcrfv',
  ],
  ...[
    'password12',
    'password123',
    'password1234',
    'passw0rd123',
    'p@ssw0rd123',
    'p@ssword123',
    'password!23',
  ],
  ...[
    'admin12345',
    'admin123456',
    'administrator',
    'admin@12345',
    'admin@123456',
    'adminadmin',
    'root123456',
  ],
  ...[
    'woaini1314',
    'woaini1314520',
    'woaini520520',
    'woaiwojia123',
    'wodemima123',
    'mima123456',
    '5201314520',
  ],
  ...[
    'aa12345678',
    'aa123456789',
    'a123456789',
    'a1234567890',
    'abc1234567',
    'abc123456789',
    'abcd123456',
    'abcd1234567',
  ],
  ...[
    'qwer123456',
    'qwerty1234',
    'qwerty12345',
    'qwerty123456',
    'asd1234567',
    'zxcvbnm123',
    'asdfghjkl123',
    '1314520520',
  ],
  ...[
    'iloveyou123',
    'iloveyou520',
    'welcome123',
    'changeme123',
    'letmein1234',
    'nanyang123',
    'wanhe12345',
    'gonghui123',
  ],
]);

const runs = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
];

/** Refuses `account/password-weak`, `account/password-is-login`, `account/password-common`. */
export function checkPassword(login: string, password: string): void {
  if ([...password].length < PASSWORD_LEAST)
    throw new Refusal('account/password-weak', { least: PASSWORD_LEAST });
  const plain = password.toLowerCase();
  const name = login.toLowerCase();
  if (
    plain === name ||
    plain === [...name].reverse().join('') ||
    (name !== '' && plain.replaceAll(name, '').length < 3)
  )
    throw new Refusal('account/password-is-login');
  if (isCommon(plain)) throw new Refusal('account/password-common');
}

function isCommon(plain: string): boolean {
  const backwards = [...plain].reverse().join('');
  const isRun = runs.some((run) => run.includes(plain) || run.includes(backwards));
  return commonest.has(plain) || isRun || new Set(plain).size <= 2;
}
