/** A dispute as the API gives it. */
import { z } from 'zod';
import { wordOf } from '../../../templates/zh-CN/word-of.ts';
import type { Day } from '../../domain/day.ts';
import { ownerOf } from '../../domain/dispute/state.ts';
import { formatYuan } from '../../domain/money.ts';
import type { ClockRow, PaperRow } from '../../persistence/case.listing.ts';
import type { DisputeDetail, DisputeRow } from '../../persistence/dispute.listing.ts';
import type { ReferralRow } from '../../persistence/referral.listing.ts';
import type { TaskRow } from '../../persistence/task.listing.ts';
import { clockItem, paperItem, presentPaper } from '../case-parts.ts';
import { text } from '../fields.ts';
import type { CsvColumns } from '../lists.ts';
import { isByBreakGlass } from '../policies.ts';
import { referralRow } from '../referral/present.ts';
import type { SignedIn } from '../sign-in.ts';
import { presentTask, taskItem } from '../task/present.ts';
import { disputeActions } from './open-acts.ts';
import { claimItem, limitationItem, type presentLaw, routingItem } from './present-law.ts';
import {
  agreementItem,
  callItem,
  doorItem,
  groupItem,
  partyItem,
  presentElements,
  presentParts,
  presentParty,
  proposalItem,
  requestItem,
  sessionItem,
  stationItem,
} from './present-parts.ts';

export const disputeRow = z.object({
  id: text,
  receiptNumber: text,
  district: text,
  districtName: text,
  state: text,
  channel: text,
  receivedOn: text,
  worker: text,
  workerCount: z.int(),
  employer: text,
  amount: text,
  owner: text,
  ownerName: text,
  nextAction: text.nullable(),
  nextOn: text.nullable(),
});
type DisputeItem = z.infer<typeof disputeRow>;

export const presentRow = (row: DisputeRow): DisputeItem => ({ ...row, amount: formatYuan(row.amount) });

export const disputeCsv: CsvColumns<DisputeItem> = {
  编号: (row) => row.receiptNumber,
  区县: (row) => row.districtName,
  状态: (row) => wordOf(row.state),
  渠道: (row) => wordOf(row.channel),
  收到日: (row) => row.receivedOn,
  劳动者: (row) => row.worker,
  人数: (row) => row.workerCount,
  用人单位: (row) => row.employer,
  '请求金额（元）': (row) => row.amount,
  承办人: (row) => row.ownerName,
  下一步: (row) => (row.nextAction === null ? '' : wordOf(row.nextAction)),
  期限: (row) => row.nextOn,
};

export const disputeDetail = z.object({
  id: text,
  story: z.literal('dispute'),
  receiptNumber: text,
  state: text,
  stateName: text,
  seq: z.int(),
  district: text,
  districtName: text,
  channel: text,
  owner: text,
  ownerName: text,
  receivedOn: text,
  acceptedOn: text.nullable(),
  concludedOn: text.nullable(),
  closedOn: text.nullable(),
  archivedOn: text.nullable(),
  closeReason: text.nullable(),
  place: text,
  since: text,
  facts: text,
  amount: text,
  /** The side that asked for the mediation. */
  applicant: text,
  isConsentGiven: z.boolean().nullable(),
  parties: z.array(partyItem),
  pack: text,
  claims: z.array(claimItem),
  routing: routingItem,
  limitation: limitationItem,
  /** The group: members, representatives, each one's consent, those who left. */
  group: groupItem,
  capacity: z.object({ id: text, kind: text, isSignOffRequired: z.boolean() }).nullable(),
  triage: text.nullable(),
  calls: z.array(callItem),
  chain: z.array(stationItem),
  sessions: z.array(sessionItem),
  proposals: z.array(proposalItem),
  doors: z.array(doorItem),
  agreement: agreementItem.nullable(),
  remedy: text.nullable(),
  /** Corrections and reopening that wait for a second person. */
  requests: z.array(requestItem),
  externalNumber: text.nullable(),
  elements: z.record(z.string(), z.record(z.string(), z.unknown())),
  clocks: z.array(clockItem),
  tasks: z.array(taskItem),
  papers: z.array(paperItem),
  referrals: z.array(referralRow),
  /** Opened by breaking the glass: for a while, and only to be read. */
  isByBreakGlass: z.boolean(),
  /** What the asker may do now: the table's answer. */
  actions: z.array(text),
});

export function presentDispute(
  me: SignedIn,
  { snapshot, ...dispute }: DisputeDetail,
  parts: {
    clocks: ClockRow[];
    papers: PaperRow[];
    tasks: TaskRow[];
    referrals: ReferralRow[];
    law: ReturnType<typeof presentLaw>;
    today: Day;
  },
): z.infer<typeof disputeDetail> {
  return {
    id: snapshot.id,
    story: 'dispute',
    receiptNumber: dispute.receiptNumber,
    state: snapshot.state,
    stateName: wordOf(snapshot.state),
    seq: snapshot.seq,
    district: snapshot.district,
    districtName: dispute.districtName,
    channel: snapshot.channel,
    owner: ownerOf(snapshot),
    ownerName: dispute.ownerName,
    receivedOn: snapshot.receivedOn,
    acceptedOn: snapshot.acceptedOn,
    concludedOn: snapshot.concludedOn,
    closedOn: snapshot.closedOn,
    archivedOn: snapshot.archivedOn,
    closeReason: snapshot.closeReason,
    place: dispute.place,
    since: dispute.since,
    facts: dispute.facts,
    amount: formatYuan(dispute.amount),
    applicant: snapshot.applicant,
    isConsentGiven: snapshot.isConsentGiven,
    parties: dispute.parties.map((party) => presentParty(snapshot, party)),
    pack: snapshot.pack,
    ...parts.law,
    ...presentParts(snapshot),
    externalNumber: dispute.externalNumber,
    elements: presentElements(dispute.elements),
    clocks: parts.clocks,
    tasks: parts.tasks.map((task) => presentTask(me, task, parts.today)),
    papers: parts.papers.map(presentPaper),
    referrals: parts.referrals,
    isByBreakGlass: isByBreakGlass(me, snapshot),
    actions: disputeActions(me, snapshot),
  };
}
