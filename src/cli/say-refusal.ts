import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config.ts';
import type { Refusal } from '../domain/refusal.ts';

/** A refusal's Chinese sentence from templates/zh-CN/refusals.json, its blanks filled with the facts; its code if there is none. */
export function sayRefusal(refusal: Pick<Refusal, 'code' | 'facts' | 'article'>): string {
  let sentences: Record<string, string> = {};
  try {
    sentences = JSON.parse(readFileSync(join(projectRoot, 'templates/zh-CN/refusals.json'), 'utf8'));
  } catch {
    // the code still tells more than a second error would
  }
  const sentence = sentences[refusal.code] ?? refusal.code;
  const filled = sentence.replace(/\{(\w+)\}/g, (blank, name: string) => {
    const fact = refusal.facts[name];
    return fact === undefined ? blank : Array.isArray(fact) ? fact.join('、') : String(fact);
  });
  return refusal.article && !filled.includes(refusal.article) ? `${filled}（${refusal.article}）` : filled;
}
