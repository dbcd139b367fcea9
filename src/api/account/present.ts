import type { z } from 'zod';
import {
  accountEventWords,
  accountFieldWords,
  activeWords,
  commandLine,
} from '../../../templates/zh-CN/account-words.ts';
import { codeWords } from '../../../templates/zh-CN/words.ts';
import type { AccountEventRow, AccountRow } from '../../persistence/account.listing.ts';
import type { CsvColumns } from '../lists.ts';
import type { accountEventItem, accountItem } from './schema.ts';

type Item = z.infer<typeof accountItem>;

export const accountCsv: CsvColumns<Item> = {
  登录名: (one) => one.login,
  姓名: (one) => one.name,
  角色: (one) => one.roles.map(({ name }) => name).join('、'),
  区县: (one) => one.districtName,
  单位: (one) => one.bodyName,
  是否启用: (one) => activeWords[`${one.isActive}`],
  锁定至: (one) => one.lockedUntil,
  未办结件数: (one) => one.openCases,
};

export function presentAccount(row: AccountRow, lockedUntil: string | null): Item {
  const { roles, createdAt } = row;
  return {
    ...row,
    roles: roles.map((code) => ({ code, name: codeWords[code] })),
    lockedUntil,
    createdAt: new Date(createdAt).toISOString(),
  };
}

export function presentAccountEvent(row: AccountEventRow): z.infer<typeof accountEventItem> {
  const fields = Object.keys(accountFieldWords)
    .filter((field) => field in row.changes)
    .map((field) => accountFieldWords[field]);
  const what = accountEventWords[row.kind] ?? row.kind;
  return {
    ...row,
    sentence: fields.length > 0 ? `${what}：${fields.join('、')}` : what,
    byName: row.byName ?? commandLine,
    at: new Date(row.at).toISOString(),
  };
}
