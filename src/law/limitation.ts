/** The limitation ledger: until when a worker may still ask, and what moved that day (劳动争议调解仲裁法 27). */
import { addMonths, type Day, dayFromNumber, dayNumber, daysBetween } from '../domain/day.ts';
import { Refusal } from '../domain/refusal.ts';
import { type ClaimKind, claimKinds } from './claims/claim.ts';
import { kindHeads } from './claims/kind-heads.ts';
import { rollForward } from './count.ts';
import { dayText, provisionalLine } from './explain.ts';
import { type Head, headIds, heads } from './heads.ts';
import { day, listOf, mustFollow, objectOf, oneOf, optional, text } from './input.ts';
import { type LimitationEventKind, limitationEventKinds, limitationEvents } from './limitation-events.ts';
import { calendarOf, type RulePack } from './pack.ts';
import { currentPack } from './packs.ts';

type LimitationEvent = {
  kind: LimitationEventKind;
  on: Day;
  /** The day the cause of a suspension ended. */
  until?: Day | undefined;
  evidence?: string | undefined;
};

type Interruption = {
  kind: LimitationEventKind;
  name: string;
  on: Day;
  article: string;
  /** Whether it counted; a late one, or one before the start, does not. */
  isEffective: boolean;
  /** The last safe day after it; null while wages of a running relation have no limit. */
  lastSafeDay: Day | null;
  evidence?: string;
};

export type Limitation = {
  claimKind: string;
  /** Null: wages of a relation that still lasts have no limit. */
  lastSafeDay: Day | null;
  /** The day from which the running year counts. */
  startsOn: Day | null;
  interruptions: Interruption[];
  explanation: string[];
  articles: string[];
  warnings: string[];
  provisional: boolean;
  /** Only where `filedOn` was given. */
  isInTime?: boolean;
};

const read = objectOf<{
  claimKind: Head | ClaimKind;
  endedOn?: Day | undefined;
  filedOn?: Day | undefined;
  events: readonly LimitationEvent[];
}>({
  claimKind: oneOf([...headIds, ...claimKinds.filter((kind) => !(kind in heads))]),
  endedOn: optional(day),
  filedOn: optional(day),
  events: listOf(
    objectOf<LimitationEvent>({
      kind: oneOf(limitationEventKinds),
      on: day,
      until: optional(day),
      evidence: optional(text),
    }),
    0,
    1000,
  ),
});

type Ledger = ReturnType<typeof read>;

const WAGE_ARTICLE = '劳动争议调解仲裁法第27条第4款';

/**
 * `{endedOn?, claimKind, events: [{kind, on, until?, evidence?}], filedOn?}`.
 * The year starts at the end of the relation for pay, else at the `known` event, else at `endedOn`.
 * Refuses wrong fields by name, `law/limitation-no-start`, `day/reversed`, `calendar/unknown-year`.
 */
export function limitation(input: unknown, pack: RulePack = currentPack): Limitation {
  const ledger = read(input, '');
  const id: Head =
    ledger.claimKind in heads ? (ledger.claimKind as Head) : kindHeads[ledger.claimKind as ClaimKind];
  const isPay = heads[id].isRemuneration;
  const events = [...ledger.events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const result: Limitation = {
    claimKind: ledger.claimKind,
    lastSafeDay: null,
    startsOn: null,
    interruptions: [],
    explanation: [],
    articles: [isPay ? WAGE_ARTICLE : '劳动争议调解仲裁法第27条第1款'],
    warnings: [],
    provisional: false,
  };
  if (id === 'double-wage') {
    result.warnings.push(
      '二倍工资的第二倍不是劳动报酬，适用一年时效；逐日（逐月）起算，河南做法未核，按最早一日掌握最稳妥',
    );
  }
  if (id === 'annual-leave')
    result.warnings.push('未休年休假工资是否属于劳动报酬认识不一，按一年时效从严掌握');
  if (isPay && ledger.endedOn === undefined) return stillEmployed(ledger, events, result);
  const start = startOf(ledger, events, isPay, result);
  run(start, events, pack, result);
  finish(ledger, result);
  return result;
}

function stillEmployed(ledger: Ledger, events: readonly LimitationEvent[], result: Limitation): Limitation {
  result.explanation.push(`劳动关系存续期间因拖欠劳动报酬发生争议的，不受一年时效限制（${WAGE_ARTICLE}）。`);
  result.explanation.push('劳动关系终止的，应当自终止之日起一年内提出；终止后请填写终止日重新计算。');
  for (const event of events) result.interruptions.push(entry(event, false, null));
  if (ledger.filedOn !== undefined) result.isInTime = true;
  return result;
}

function startOf(
  ledger: Ledger,
  events: readonly LimitationEvent[],
  isPay: boolean,
  result: Limitation,
): Day {
  const known = events.find(({ kind }) => kind === 'known')?.on;
  if (isPay && ledger.endedOn !== undefined) {
    result.explanation.push(
      `起算：劳动报酬争议自劳动关系终止之日${ledger.endedOn}起算一年（${WAGE_ARTICLE}）。`,
    );
    return ledger.endedOn;
  }
  if (known !== undefined) {
    result.explanation.push(
      `起算：自知道或者应当知道权利被侵害之日${known}起算一年（劳动争议调解仲裁法第27条第1款）。`,
    );
    return known;
  }
  if (ledger.endedOn !== undefined) {
    result.explanation.push(
      `起算：未填写知道权利被侵害之日，按劳动关系终止之日${ledger.endedOn}起算一年（劳动争议调解仲裁法第27条第1款）。`,
    );
    result.warnings.push('实际知道权利被侵害早于劳动关系终止的，时效更早届满');
    return ledger.endedOn;
  }
  const first = events.find(({ kind }) => limitationEvents[kind].effect === 'restarts')?.on;
  if (first === undefined) throw new Refusal('law/limitation-no-start', { claimKind: ledger.claimKind });
  result.explanation.push(`起算：未填写知道权利被侵害之日，最迟自第一次主张权利之日${first}起算一年。`);
  result.warnings.push('未填写知道权利被侵害之日；该日早于第一次主张一年以上的，时效可能已过');
  return first;
}

function run(start: Day, events: readonly LimitationEvent[], pack: RulePack, result: Limitation): void {
  const calendar = calendarOf(pack);
  let from = start;
  let end = dayNumber(addMonths(from, 12));
  let pausedUntil: Day | undefined;
  const safe = (): Day => dayFromNumber(end < calendar.first ? end : rollForward(calendar, end));
  result.explanation.push(`一年的对应日为${dayText(end)}，最后安全日${safe()}。`);
  for (const event of events) {
    const { kind, on, until } = event;
    const { effect, name } = limitationEvents[kind];
    if (effect === 'starts') continue;
    const isEarly = on < from;
    const isLate = on > safe();
    if (isEarly || isLate) {
      result.interruptions.push(entry(event, false, safe()));
      result.explanation.push(
        isEarly
          ? `${on}${name}：在起算日${from}以前，不影响时效。`
          : `${on}${name}：时效已于${safe()}届满，不再中断。`,
      );
      if (isLate && kind === 'promise') {
        result.warnings.push('时效届满后对方同意履行的，对方不得再以时效抗辩（民法典第192条），由律师核对');
      }
      continue;
    }
    if (effect === 'restarts') {
      from = on;
      end = dayNumber(addMonths(on, 12));
      pausedUntil = undefined;
      result.explanation.push(`${on}${name}：时效中断，自该日起重新计算一年，最后安全日${safe()}。`);
    } else {
      if (until === undefined) throw new Refusal('claim/missing-field', { field: 'events.until（结束日）' });
      mustFollow(on, until, 'events.on', 'events.until');
      const since = pausedUntil !== undefined && on < pausedUntil ? pausedUntil : on;
      const days = Math.max(0, daysBetween(since, until));
      end += days;
      pausedUntil = until > since ? until : since;
      result.explanation.push(`${on}至${until}${name}：顺延${days}日，最后安全日${safe()}。`);
    }
    result.interruptions.push(entry(event, true, safe()));
  }
  result.startsOn = from;
  result.lastSafeDay = safe();
  if (end < calendar.first) {
    result.warnings.push(
      `${dayFromNumber(calendar.first).slice(0, 4)}年以前的放假安排没有录入，期满日未作顺延`,
    );
  }
  result.provisional = dayNumber(result.lastSafeDay) > calendar.last;
  if (end !== dayNumber(result.lastSafeDay)) {
    result.explanation.push(
      `${dayText(end)}是休息日，顺延至${result.lastSafeDay}（民法典第203条）；宜在休息日前提出。`,
    );
  }
  if (result.provisional) result.explanation.push(provisionalLine(calendar));
}

function finish(ledger: Ledger, result: Limitation): void {
  const last = result.lastSafeDay;
  if (last === null) return;
  result.explanation.push(`最后安全日：${last}。当日前（含当日）申请仲裁，或者以能留下证据的方式主张权利。`);
  if (ledger.filedOn === undefined) return;
  const isInTime = ledger.filedOn <= last;
  result.isInTime = isInTime;
  result.explanation.push(`${ledger.filedOn}提出，${isInTime ? '未超过' : '已超过'}时效。`);
}

function entry(event: LimitationEvent, isEffective: boolean, lastSafeDay: Day | null): Interruption {
  const { name, article } = limitationEvents[event.kind];
  return {
    kind: event.kind,
    name,
    on: event.on,
    article,
    isEffective,
    lastSafeDay,
    ...(event.evidence === undefined ? {} : { evidence: event.evidence }),
  };
}
