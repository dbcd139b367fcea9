/** A course is written as life goes: act after act, with working days between them; who acts and what is asked is settled when it is played. */
import { addDays, type Day } from '../../domain/day.ts';
import type { DisputeAction, DisputeAsked } from '../../domain/dispute/commands.ts';
import type { Channel, Procedure } from '../../domain/dispute/parts.ts';
import type { DisputeState } from '../../domain/dispute/state.ts';
import type { AccountId, BodyId, DistrictCode } from '../../domain/ids.ts';
import type { ReferralAction, ReferralAsked } from '../../domain/referral/state.ts';
import type { Texts } from '../../persistence/case-event.entity.ts';
import type { KindName, Told } from '../../persistence/seeds/city/kinds.ts';
import type { Cast } from '../../persistence/seeds/city/people.ts';
import type { SampleFile } from '../../persistence/seeds/city/sample-files.ts';

/** Who acts: of `clerk` where there is none the mediator; `receiver` the officer of the body a referral went to, or whoever writes down its answer. */
export type Who = 'clerk' | 'owner' | 'manager' | 'receiver' | 'sender';
/** The dispute, the referral it came by, or its nth own referral, from one. */
export type Target = 'dispute' | 'incoming' | number;

/** What an act may look at when its turn has come. */
export type Now = {
  dispute: DisputeState;
  newId<T extends string>(): T;
  /** The number of the last event of this kind. */
  seqOf(kind: string): number;
  manager: AccountId;
};

/** `asked` null: as things stand, it is left out. */
export type Step = {
  on: Day;
  target: Target;
  kind: string;
  by: Who;
  asked(now: Now): object | null;
  texts(now: Now): Texts;
  file?: SampleFile;
};

type Given<T> = T | ((now: Now) => T | null);
type Words = Texts | ((now: Now) => Texts);

export type Setting = {
  today: Day;
  receivedOn: Day;
  district: DistrictCode;
  /** As people call it: 卧龙区. */
  placeName: string;
  channel: Channel;
  procedure?: Procedure;
  told: Told;
  cast: Cast;
  isWorkday(day: Day): boolean;
};

const once =
  <T>(given: Given<T>) =>
  (now: Now) =>
    typeof given === 'function' ? (given as (now: Now) => T | null)(now) : given;

export class Course {
  readonly steps: Step[] = [];
  readonly setting: Setting;
  on: Day;
  sessions = 0;
  proposals = 0;

  constructor(setting: Setting) {
    this.setting = setting;
    this.on = setting.receivedOn;
  }

  /** Goes on so many working days later. */
  wait(workdays: number): this {
    for (let left = workdays; left > 0; left--) this.on = this.workday(addDays(this.on, 1));
    return this;
  }

  /** Goes on that day, or the first working day after it; never back. */
  until(day: Day): this {
    this.on = this.workday(day > this.on ? day : this.on);
    return this;
  }

  /** The first working day from there on. */
  workday(day: Day): Day {
    let found = day;
    while (!this.setting.isWorkday(found)) found = addDays(found, 1);
    return found;
  }

  body(kind: string): BodyId {
    return `${kind}-${this.setting.district}` as BodyId;
  }

  act<A extends DisputeAction>(
    kind: A,
    asked: Given<DisputeAsked<A>>,
    texts: Words = {},
    by: Who = 'owner',
  ): this {
    return this.step('dispute', kind, asked, texts, by);
  }

  /** On a referral: what came in, or the nth that went out. */
  hop<A extends ReferralAction>(
    target: Exclude<Target, 'dispute'>,
    kind: A,
    asked: Given<ReferralAsked<A>>,
    by: Who,
    texts: Words = {},
  ): this {
    return this.step(target, kind, asked, texts, by);
  }

  bring(file: SampleFile, by: Who = 'owner'): this {
    this.step('dispute', 'add-evidence', {}, { name: file.name, note: file.note }, by);
    this.steps.at(-1)!.file = file;
    return this;
  }

  private step(target: Target, kind: string, asked: Given<object>, texts: Words, by: Who): this {
    const { on } = this;
    this.steps.push({ on, target, kind, by, asked: once(asked), texts: (now) => once(texts)(now) ?? {} });
    return this;
  }
}

export type StoryTold = {
  name: string;
  /** Of about two hundred. */
  count: number;
  /** How many days ago the last act was. */
  ended: readonly [least: number, most: number];
  kinds?: readonly KindName[];
  channels?: readonly Channel[];
  districts?: readonly string[];
  workers?: number;
  /** Settled and paid on one day at the window: its part of what was asked. */
  settled?: number;
  /** The body that brings it. */
  from?: 'court' | 'hr';
  tell(course: Course): unknown;
};
