import type { z } from 'zod';
import { scopeWords } from '../../../templates/zh-CN/account-words.ts';
import { dayAt } from '../../domain/day.ts';
import { scopeNames, scopes } from '../../domain/scope.ts';
import type { ServiceKeyRow } from '../../persistence/service-key.listing.ts';
import type { CsvColumns } from '../lists.ts';
import type { keyItem, scopeItem } from './schema.ts';

type Item = z.infer<typeof keyItem>;

export const keyCsv: CsvColumns<Item> = {
  名称: (one) => one.name,
  区县: (one) => one.districtName,
  单位: (one) => one.bodyName,
  权限: (one) => one.scopes.map(({ name }) => name).join('、'),
  有效至: (one) => one.until,
  可用: (one) => (one.isUsable ? '可用' : '不可用'),
  最近使用: (one) => one.lastUsedOn,
};

export const allScopes = (): z.infer<typeof scopeItem>[] =>
  scopeNames.map((scope) => ({ scope, name: scopeWords[scope], isOfBody: scopes[scope].isOfBody }));

export function presentKey({ expiresAt, createdAt, revokedAt, ...row }: ServiceKeyRow, now: Date): Item {
  const end = new Date(expiresAt);
  return {
    ...row,
    scopes: row.scopes.map((scope) => ({ scope, name: scopeWords[scope] })),
    until: dayAt(end.getTime() - 1),
    isUsable: revokedAt === null && end > now,
    createdAt: new Date(createdAt).toISOString(),
    revokedAt: revokedAt === null ? null : new Date(revokedAt).toISOString(),
  };
}
