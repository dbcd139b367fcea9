import type { Day } from '../domain/day.ts';
import type { StatedDay } from './facts.ts';
import type { NoticeFacts } from './notice-facts.ts';

/** The period that binds the mediation body, in the words of the law's rule for the case's channel. */
type MediationPeriod = {
  length: number;
  dayType: 'natural' | 'working';
  /** The day it runs from, e.g. 受理调解申请之日. */
  trigger: string;
  /** Whether both sides may agree to a longer one. */
  isExtendable: boolean;
  /** Absent while the calendar behind it is not published. */
  lastDay?: StatedDay;
};

/** 受理通知书, to both sides. The fields of intake suffice, with the day of acceptance. */
export type AcceptanceNoticeFacts = NoticeFacts & {
  receivedOn: Day;
  acceptedOn: Day;
  period: MediationPeriod;
  /** The 15 days from receipt, after which either side may go to arbitration; absent where a court or commission entrusted the case. */
  receiptPeriod?: { length: number; lastDay?: StatedDay };
  /** May be empty where none is assigned yet. */
  mediators: readonly string[];
};
