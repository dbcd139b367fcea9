/** Every migration in the order it is run; append only. */
import { FirstLine } from './0001-first-line.ts';

export const migrations = [{ name: '0001-first-line', class: FirstLine }];
