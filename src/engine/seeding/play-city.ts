/** Plays all stories on one line of time, so that numbers, mediators and clocks fall to them in the order of their days. */
import { randomUUID } from 'node:crypto';
import { FIRST_PACK } from '../../domain/case.ts';
import { instantOf } from '../../domain/day.ts';
import type { DisputeState } from '../../domain/dispute/state.ts';
import type { BodyId, CaseId, CommandId } from '../../domain/ids.ts';
import { fen } from '../../domain/money.ts';
import type { ReferralState } from '../../domain/referral/state.ts';
import { Refusal } from '../../domain/refusal.ts';
import { Body } from '../../persistence/city.entity.ts';
import type { Command } from '../../persistence/command.entity.ts';
import { takeIn } from '../../persistence/dispute.repository.ts';
import { takeInReferral } from '../../persistence/referral.repository.ts';
import type { Now, Step, Target } from './course.ts';
import type { PeopleAtWork } from './people-at-work.ts';
import type { Player } from './player.ts';
import type { Script } from './script.ts';

type Under = { script: Script; next: number; at: number; dispute: CaseId | null; incoming: CaseId | null };

const OPENS_AT = 8.5;
const MINUTES_BETWEEN = 7;

export type Stage = {
  player: Player;
  people: PeopleAtWork;
  now: number;
  /** Of an act that was refused: its story ends there. */
  stumbled(act: string, code: string): void;
};

/** `told` hears after each script how many have been played. */
export async function playCity(
  stage: Stage,
  scripts: readonly Script[],
  told: (count: number) => void,
): Promise<void> {
  const { player, now } = stage;
  const waiting = new Set<Under>(
    scripts.map((script) => ({ script, next: -1, at: momentOf(script, -1), dispute: null, incoming: null })),
  );
  let done = 0;
  for (;;) {
    const act = earliest(waiting, (one) => one.at);
    const ring = earliest(player.cases, ([, { nextAt }]) => nextAt ?? Infinity);
    const ringsAt = ring?.[1].nextAt ?? Infinity;
    const at = Math.min(act?.at ?? Infinity, ringsAt);
    if (at > now) break;
    if (act === null || ringsAt < act.at) {
      await player.catchUp(ring![0], ringsAt);
      continue;
    }
    await playNext(stage, act);
    act.next += 1;
    act.at = momentOf(act.script, act.next);
    if (act.next < act.script.steps.length) continue;
    waiting.delete(act);
    done += 1;
    told(done);
  }
  for (const id of player.cases.keys()) await player.catchUp(id, now);
}

async function playNext(stage: Stage, under: Under): Promise<void> {
  const { script, next } = under;
  const step = script.steps[next];
  try {
    if (step === undefined) await begin(stage, under);
    else await play(stage, under, step);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    stage.stumbled(`${script.id} ${step?.kind ?? 'receive'}`, error.code);
    under.next = script.steps.length;
  }
}

/** Acts of one day follow each other by minutes; -1: the receipt. */
function momentOf({ steps, setting, id }: Script, no: number): number {
  const on = no < 0 ? setting.receivedOn : (steps[no]?.on ?? setting.today);
  const before = steps.slice(0, Math.max(no, 0)).filter((step) => step.on === on).length;
  const first = ([...id].reduce((sum, letter) => sum + letter.codePointAt(0)!, 0) % 40) * 60_000;
  return instantOf(on, OPENS_AT) + first + (before + (no < 0 ? 0 : 1)) * MINUTES_BETWEEN * 60_000;
}

function earliest<T>(all: Iterable<T>, momentOf: (one: T) => number): T | null {
  let found: T | null = null;
  for (const one of all) if (found === null || momentOf(one) < momentOf(found)) found = one;
  return found;
}

async function begin({ player, people }: Stage, under: Under): Promise<void> {
  const { script, at } = under;
  const { setting, story } = script;
  const { district, channel, receivedOn, told, procedure } = setting;
  const { item: _, undisputed: __, applicantSays: ___, respondentSays: ____, proof, ...brought } = told;
  const given = { id: `seed:${script.id}` as CommandId, receivedOn, fingerprint: '', at: new Date(at) };
  if (story.from !== undefined) {
    const from = `${story.from}-${district}` as BodyId;
    under.incoming = await player.open(at, async (em) => {
      const to = await em.findOneOrFail(Body, { id: `mediation-centre-${district}` as BodyId });
      return takeInReferral(em, {
        ...given,
        from: { id: from },
        to,
        channel: channel as 'transferred',
        procedure: procedure ?? null,
        otherNumber: letterNumber(script, player.cases.size),
        urgency: 'ordinary',
        reason: '双方有调解意愿',
        request: '请组织调解，并在期限内反馈结果',
        materials: ['申请书', '身份证复印件', proof],
        contact: '0377-6000003',
        brought,
        pack: FIRST_PACK,
        by: people.officerOf(from)!,
      });
    });
    return;
  }
  const intake = { ...brought, channel, district, ...(procedure === undefined ? {} : { procedure }) };
  const by = people.window(district);
  under.dispute = await player.open(
    at,
    async (em): Promise<Command> => takeIn(em, { ...given, intake, by, ...settledOf(script) }),
  );
}

/** 诉前调 of the court, 调转 of the commission; `before`: how many cases there were. */
function letterNumber({ setting, story }: Script, before: number): string {
  const { receivedOn } = setting;
  const year = receivedOn.slice(0, 4);
  return story.from === 'court'
    ? `（${year}）豫1303诉前调${before + 101}号（示例）`
    : `宛劳人仲调转〔${year}〕${before + 1}号（示例）`;
}

function settledOf({ setting: { told }, story }: Script) {
  if (story.settled === undefined) return {};
  const amount = fen(told.claims.reduce((sum, one) => sum + one.amount, 0));
  const terms = `单位当场支付${told.item}${(amount / 100).toFixed(2)}元，双方别无争议。`;
  return { settled: { asked: { amount, satisfaction: 'satisfied' }, texts: { terms } } };
}

async function play(stage: Stage, under: Under, step: Step): Promise<void> {
  const { player, people } = stage;
  const caseId = targetOf(player, under, step.target);
  await player.catchUp(caseId, under.at);
  const state = player.cases.get(caseId)!.state as DisputeState | ReferralState;
  const { kind, on, file } = step;
  const by = people.who(step.by, kind, state);
  const now = nowOf(stage, under);
  const asked = step.asked(now);
  if (by === null || asked === null) return;
  const id = `seed:${under.script.id}:${under.next}` as CommandId;
  await player.act(caseId, { id, kind, on, by, asked, texts: step.texts(now), file }, under.at);
}

function targetOf(player: Player, under: Under, target: Target): CaseId {
  const { dispute, incoming } = under;
  if (target === 'incoming') return incoming!;
  under.dispute = dispute ?? (player.cases.get(incoming!)!.state as ReferralState).child;
  if (target === 'dispute') return under.dispute!;
  return (player.cases.get(under.dispute!)!.state as DisputeState).referrals[target - 1]!.id;
}

function nowOf({ player, people }: Stage, { script, dispute }: Under): Now {
  const played = dispute === null ? undefined : player.cases.get(dispute);
  return {
    dispute: played?.state as DisputeState,
    newId: <T extends string>() => randomUUID() as string as T,
    manager: people.manager(script.setting.district).account,
    seqOf: (kind) => played?.seqOf.get(kind) ?? 0,
  };
}
