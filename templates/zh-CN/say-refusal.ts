import type { RefusalCode, RefusalFacts } from '../../src/domain/refusal.ts';
import sentences from './refusals.json' with { type: 'json' };
import { codeWords } from './words.ts';

const words: Record<string, string> = codeWords;

/** The Chinese sentence of a refusal, its blanks filled with the facts; codes are shown in words. */
export function sayRefusal(code: RefusalCode, facts: RefusalFacts = {}): string {
  const sentence = (sentences as Record<string, string>)[code] ?? code;
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => sayFact(facts[name]));
}

function sayFact(fact: RefusalFacts[string] | undefined): string {
  if (fact === undefined) return '';
  if (Array.isArray(fact)) return fact.map(sayFact).join('、');
  return words[String(fact)] ?? String(fact);
}
