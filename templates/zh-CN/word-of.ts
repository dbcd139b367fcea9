import { codeWords } from './words.ts';

/** What a code is called; a code that has no word yet stands for itself. */
export const wordOf = (code: string): string => (codeWords as Record<string, string>)[code] ?? code;
