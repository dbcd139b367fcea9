/** Every migration in the order it is run; append only. */
import { FirstLine } from './0001-first-line.ts';
import { LawRoom } from './0002-law-room.ts';

export const migrations = [
  { name: '0001-first-line', class: FirstLine },
  { name: '0002-law-room', class: LawRoom },
];
