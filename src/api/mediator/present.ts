import type { z } from 'zod';
import { sayAssignmentReason, saySkill } from '../../../templates/zh-CN/advice.ts';
import type { RankedMediator } from '../../domain/dispute/assignment.ts';
import type { AccountId } from '../../domain/ids.ts';
import type { MediatorRow } from '../../persistence/mediator.listing.ts';
import type { RankableMediator } from '../../persistence/mediator.repository.ts';
import type { CsvColumns } from '../lists.ts';
import type { mediatorItem, rankedItem } from './schema.ts';

type Item = z.infer<typeof mediatorItem>;

export const mediatorCsv: CsvColumns<Item> = {
  姓名: (one) => one.name,
  登录名: (one) => one.login,
  区县: (one) => one.districtName,
  专长: (one) => one.skills.map(({ name }) => name).join('、'),
  未办结件数: (one) => one.openCases,
  在办上限: (one) => one.maxCases,
  是否请假: (one) => (one.isAway ? '请假中' : '在岗'),
  请假开始: (one) => one.awayFrom,
  请假结束: (one) => one.awayUntil,
};

export function presentMediator({ skills, changedBy: _, changedAt, ...row }: MediatorRow): Item {
  return {
    ...row,
    skills: skills.map((code) => ({ code, name: saySkill(code) })),
    changedAt: changedAt === null ? null : new Date(changedAt).toISOString(),
  };
}

export function presentRanked(
  { account, isBarred, score, reasons }: RankedMediator,
  mediators: ReadonlyMap<AccountId, RankableMediator>,
  owner: AccountId | null,
): z.infer<typeof rankedItem> {
  const said = reasons.map(({ code, facts }) => ({
    code,
    facts,
    sentence: sayAssignmentReason(code, facts),
  }));
  return {
    account,
    name: mediators.get(account)?.name ?? '',
    districtName: mediators.get(account)?.districtName ?? '',
    isBarred,
    isOwner: account === owner,
    score,
    reasons: said,
    sentence: `${said.map(({ sentence }) => sentence).join('；')}。`,
  };
}
