import { taskWords } from './event-words.ts';
import { codeWords } from './words.ts';

/** What a number behind a task counts; instalments where nothing else is said. */
const counted: Readonly<Record<string, string>> = {
  'hold-session': '第{no}次',
  'settle-day': '第{no}次',
  'refer-station': '第{no}站',
  'decide-request': '第{no}号',
  'watch-duty': '第{no}项',
};

/** What a task asks for, and which session, instalment, station, duty or request it is about. */
export function sayTask(why: string, about: string): string {
  const sentence = (taskWords as Record<string, string>)[why] ?? why;
  if (about === '') return sentence;
  // The visits of a group have names, not numbers.
  if (!/^\d+$/.test(about)) return `${sentence}（${(codeWords as Record<string, string>)[about] ?? about}）`;
  return `${sentence}（${(counted[why] ?? '第{no}期').replace('{no}', about)}）`;
}
