import { taskWords } from './words.ts';

/** What a task asks for, and which session or instalment it is about. */
export function sayTask(why: string, about: string): string {
  const sentence = (taskWords as Record<string, string>)[why] ?? why;
  if (about === '') return sentence;
  return why === 'hold-session' ? `${sentence}（第${about}次）` : `${sentence}（第${about}期）`;
}
