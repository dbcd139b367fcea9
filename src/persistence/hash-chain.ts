/** The chains over a case's events and an account's readings: each hash covers the row's columns and the hash before it. */
import { createHash } from 'node:crypto';
import type { CaseEvent, Texts } from './case-event.entity.ts';
import type { Reading } from './reading.entity.ts';

export const CHAIN_START = '';

/** JSON with sorted keys, so that what jsonb gives back hashes like what was put in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
      .join(',')}}`;
  return JSON.stringify(value ?? null);
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

export function hashTexts(texts: Texts): string {
  return sha256(canonical(texts));
}

export function hashEvent(event: Omit<CaseEvent, 'hash'>): string {
  const {
    caseId,
    seq,
    commandId,
    kind,
    onDay,
    actor,
    recordedAt,
    event: facts,
    textsHash,
    previousHash,
  } = event;
  return sha256(
    canonical({
      caseId,
      seq,
      commandId,
      kind,
      onDay,
      actor,
      recordedAt: recordedAt.toISOString(),
      event: facts,
      textsHash,
      previousHash,
    }),
  );
}

export function hashReading(reading: Omit<Reading, 'hash'>): string {
  const { account, no, at, what, caseId, about, reason, rowCount, previousHash } = reading;
  return sha256(
    canonical({ account, no, at: at.toISOString(), what, caseId, about, reason, rowCount, previousHash }),
  );
}
