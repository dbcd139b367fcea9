/** A form kept by itself: at once in this tab, a moment later on the server. */
import { useEffect, useRef, useState } from 'react';
import { order, type Posted, Problem } from '../../api.ts';
import { forget, keep, kept } from '../../parts/kept.ts';

export type Content = Record<string, unknown>;
export type Draft = { id: string; version: number; content: Content };
export type Saving =
  | { is: 'none' | 'waiting' | 'saving' }
  | { is: 'saved'; at: string }
  | { is: 'failed'; problem: Problem };

type Saved = Posted<'/api/drafts/{id}'>;
type Copy = { version: number; content: Content };
const REST_MS = 1500;
const placeOf = (id: string | null) => `intake/${id ?? 'new'}`;

/** What this tab has of it, if nobody saved it elsewhere since; else what the server has. */
export function firstContent(draft: Draft | null): Content {
  const copy = kept<Copy>(placeOf(draft?.id ?? null));
  if (copy !== null && copy.version === (draft?.version ?? 0)) return copy.content;
  return draft?.content ?? {};
}

/** `started` hears the id once, when the server first has it. */
export function useDraft(
  draft: Draft | null,
  titleOf: (content: Content) => string,
  started: (id: string) => void,
) {
  const [saving, setSaving] = useState<Saving>({ is: 'none' });
  const now = useRef({
    id: draft?.id ?? null,
    version: draft?.version ?? 0,
    /** The request that makes it, however often it is sent. */
    key: crypto.randomUUID() as string,
    unsaved: null as Content | null,
    timer: 0,
    underway: null as Promise<void> | null,
    isOver: false,
  });

  async function save(): Promise<void> {
    const its = now.current;
    clearTimeout(its.timer);
    if (its.underway) await its.underway;
    const { unsaved: content } = its;
    if (content === null || its.isOver) return;
    its.unsaved = null;
    setSaving({ is: 'saving' });
    const title = titleOf(content);
    const isFirst = its.id === null;
    its.underway = (
      isFirst
        ? order('/api/drafts', { kind: 'dispute-intake', title, content }, { key: its.key })
        : order(`/api/drafts/${its.id}`, { version: its.version, title, content })
    ).then(
      (answer) => {
        const { id, version, savedAt } = answer as Saved;
        forget(placeOf(its.id));
        Object.assign(its, { id, version });
        if (its.unsaved !== null) keep(placeOf(id), { version, content: its.unsaved });
        setSaving({ is: 'saved', at: savedAt });
        if (isFirst) started(id);
      },
      (problem: unknown) => {
        its.unsaved ??= content;
        setSaving({
          is: 'failed',
          problem: problem instanceof Problem ? problem : new Problem(0, { detail: String(problem) }),
        });
      },
    );
    await its.underway;
    its.underway = null;
  }

  const change = (content: Content) => {
    const its = now.current;
    its.unsaved = content;
    keep(placeOf(its.id), { version: its.version, content });
    clearTimeout(its.timer);
    its.timer = window.setTimeout(() => void save(), REST_MS);
    setSaving(({ is, ...rest }) => (is === 'failed' ? ({ is, ...rest } as Saving) : { is: 'waiting' }));
  };

  useEffect(
    () => () => {
      const its = now.current;
      clearTimeout(its.timer);
    },
    [],
  );

  return {
    saving,
    change,
    /** Saves what is not saved yet; says under which key the form is to be sent. */
    async settle(): Promise<string> {
      await save();
      return now.current.id ?? now.current.key;
    },
    /** It was sent: nothing more is kept. */
    end() {
      const its = now.current;
      its.isOver = true;
      clearTimeout(its.timer);
      forget(placeOf(its.id));
    },
  };
}
