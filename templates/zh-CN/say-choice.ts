import { choiceWords } from './choice-words.ts';
import { codeWords } from './words.ts';

/** What a code means as the value of this field: 上门 and not 回访 for the way `visit`. */
export function sayChoice(field: string, code: string): string {
  return choiceWords[field]?.[code] ?? (codeWords as Record<string, string>)[code] ?? code;
}
