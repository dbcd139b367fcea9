import type { RefusalCode, RefusalFacts } from '../../src/domain/refusal.ts';
import { eventWords, openWords, waitWords } from './event-words.ts';
import { fieldWords } from './fields.ts';
import { referralWords } from './referral-words.ts';
import sentences from './refusals.json' with { type: 'json' };
import { codeWords, referralActionWords } from './words.ts';

const words: Record<string, string> = codeWords;

/** The Chinese sentence of a refusal, its blanks filled with the facts; codes and fields are shown in words. */
export function sayRefusal(code: RefusalCode, facts: RefusalFacts = {}): string {
  const sentence = (sentences as Record<string, string>)[code] ?? code;
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => sayFact(name, facts[name], facts));
}

/** A sentence with the article that stands behind it. */
export function sayWithArticle(sentence: string, article: string | undefined): string {
  return article ? `${sentence}（依据：${article}）` : sentence;
}

function sayFact(name: string, fact: RefusalFacts[string] | undefined, facts: RefusalFacts): string {
  if (fact === undefined) return '';
  if (typeof fact === 'object') return [...new Set(fact.map((one) => sayFact(name, one, facts)))].join('、');
  const text = String(fact);
  const own: Record<string, string> = facts.story === 'referral' ? referralWords : {};
  const wordOf = (code: string): string | undefined => own[code] ?? words[code];
  if (name === 'open') return sayOpen(text);
  if (name === 'waitsFor') return { ...eventWords, ...waitWords }[text as keyof typeof waitWords] ?? text;
  // What one may type is shown as it is typed.
  if (name === 'known') return wordOf(text) === undefined ? text : `${text}（${wordOf(text)}）`;
  if (name === 'action' && facts.story === 'referral')
    return referralActionWords[text as keyof typeof referralActionWords] ?? wordOf(text) ?? text;
  return (name === 'field' ? fieldWords[text] : undefined) ?? wordOf(text) ?? text;
}

/** `clock:follow-up.visit:1` -> 第1期还没有回访 */
function sayOpen(open: string): string {
  const [what = '', which = '', about = ''] = open.split(':');
  const sentence =
    openWords[which as keyof typeof openWords] ?? openWords[what as keyof typeof openWords] ?? open;
  return sentence.replace('{no}', about || which);
}
