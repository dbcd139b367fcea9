import type { Day } from '../domain/day.ts';
import type { Fen } from '../domain/money.ts';
import type { Sides } from './notice-facts.ts';

/** A line of what is asked; `amount` absent or 0 where it is no money, e.g. 确认劳动关系. `name` and `basis` in words. */
export type AskedFor = { name: string; amount?: Fen; basis: string };

/** `form` e.g. 原件, 复印件; `proves` what it is to show. */
type Evidence = { name: string; form?: string; pages?: number; proves?: string };

/** Whether the same dispute is already elsewhere; `detail` e.g. which body, when and with what result. */
type Elsewhere = { kind: 'arbitration' | 'suit' | 'complaint'; isBegun: boolean; detail?: string };

/** 调解申请书 or, `isOral`, the record of a spoken one. The fields of intake suffice; of parties only the names are needed. */
export type ApplicationFacts = Sides & {
  /** The mediation body it is addressed to. */
  to: string;
  appliedOn: Day;
  isOral: boolean;
  /** Who took a spoken application down; needed where `isOral`. */
  recorder?: string;
  /** Where the work was done. */
  place: string;
  /** The day the dispute arose. */
  since: Day;
  claims: readonly AskedFor[];
  /** Facts and reasons, a paragraph each. */
  facts: readonly string[];
  evidence?: readonly Evidence[];
  /** How many workers the dispute concerns, those not named included. */
  headcount?: number;
  /** Elected by the workers of a group. */
  representatives?: readonly string[];
  elsewhere?: readonly Elsewhere[];
  /** `electronic` the way of electronic service agreed to, e.g. 短信：13800000000. */
  service?: { address: string; receiver: string; phone: string; electronic?: string };
};
