/** An act on a dispute: what can be chosen in it is asked for when it is opened. */
import { fieldWords } from '../../../../templates/zh-CN/fields.ts';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { actsOfLegalEffect } from '../../../domain/dispute/legal-effect.ts';
import { ActDrawer } from '../../acts/act-drawer.tsx';
import type { Choice, Choices } from '../../acts/schema-form.tsx';
import { order, type Posted } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { usePlaces } from '../../parts/use-places.ts';
import { type Dispute, disputeChoices } from './choices.ts';
import { Foreseen } from './foreseen.tsx';

type Given = { of: Dispute; act: string; close(): void };

export function ActOn({ of: dispute, act, close }: Given) {
  const { id, seq } = dispute;
  const found = useFound(dispute, act);
  // A field that is still without its choices would be drawn as another one.
  if (found === null) return null;
  return (
    <ActDrawer
      path={`/api/disputes/{id}/${act}`}
      to={`/api/disputes/${id}/${act}`}
      title={wordOf(act)}
      seen={seq}
      choices={{ ...disputeChoices(dispute, act), ...found }}
      {...(act === 'sign-agreement' ? { initial: { signatures: stillToSign(dispute) } } : {})}
      {...(isOfLegalEffect(act) ? { foresee: (asked) => foresee(id, act, asked) } : {})}
      close={close}
    />
  );
}

/** A row for each who is at the table and has not signed on a screen; of a large group each row is added by hand. */
function stillToSign({ parties, agreement }: Dispute): { party?: string }[] {
  const signed = new Set(agreement?.onScreen.map(({ party }) => party));
  const open = parties.filter(
    ({ id, side, left, isConsenting }) =>
      !signed.has(id) && !left && (side === 'worker' || isConsenting === true),
  );
  return open.length > MANY ? [{}] : open.map(({ id }) => ({ party: id }));
}

const MANY = 12;

const isOfLegalEffect = (act: string) => (actsOfLegalEffect as ReadonlySet<string>).has(act);

async function foresee(id: string, act: string, asked: object) {
  const preview = await order(`/api/disputes/${id}/preview`, { act, asked });
  return <Foreseen of={preview as Posted<'/api/disputes/{id}/preview'>} />;
}

const needs: Record<string, readonly string[]> = {
  mediator: ['assign', 'recuse'],
  capacity: ['accept'],
  evidence: ['record-privacy-consent', 'scan-back'],
  seq: ['correct', 'withdraw-limitation-event'],
  field: ['correct'],
};

/** Mediators by how well they fit, with why; capacities, evidence, entries of the course; bodies of the city. Null until they are there. */
function useFound({ id, limitation }: Dispute, act: string): Choices | null {
  const isOff = (field: string) => ({ isOff: needs[field]?.includes(act) !== true });
  const path = { id };
  const { bodies } = usePlaces();
  const mediators = useAsk('/api/disputes/{id}/mediators', { path }, isOff('mediator'));
  const capacities = useAsk('/api/capacities', {}, isOff('capacity'));
  const evidence = useAsk('/api/disputes/{id}/evidence', { path, query: {} }, isOff('evidence'));
  const events = useAsk('/api/disputes/{id}/events', { path, query: { limit: MOST } }, isOff('seq'));
  if ([mediators, capacities, evidence, events].some(({ isLoading }) => isLoading)) return null;
  const found: Record<string, Choice[]> = {
    mediator: (mediators.data?.items ?? []).map((one) => ({
      value: one.account,
      label: `${one.name}：${one.sentence}`,
    })),
    capacity: (capacities.data?.items ?? []).map((one) => ({
      value: one.id,
      label: `${one.kindName}（${one.bodyName}）`,
    })),
    evidence: (evidence.data?.items ?? []).map(({ id: file, name }) => ({ value: file, label: name })),
    field: textsIn(events.data?.items ?? []),
    seq:
      act === 'correct'
        ? (events.data?.items ?? []).map(({ seq, on, sentence }) => ({
            value: seq,
            label: `${on} ${sentence}`,
          }))
        : limitation.events.map(({ seq, on, kindName }) => ({ value: seq, label: `${on} ${kindName}` })),
  };
  const asked = Object.entries(found).filter(([field]) => needs[field]?.includes(act));
  return { ...Object.fromEntries(asked), ...(withoutBody.has(act) ? {} : { body: bodies }) };
}

/** What was written in words, by the name of its field. */
function textsIn(events: readonly { texts: Record<string, unknown> }[]): Choice[] {
  const names = new Set(events.flatMap(({ texts }) => Object.keys(texts)));
  return [...names].flatMap((value) => (fieldWords[value] ? [{ value, label: fieldWords[value] }] : []));
}

const MOST = 500;
/** Their `body` is text. */
const withoutBody: ReadonlySet<string> = new Set(['declare-default']);
