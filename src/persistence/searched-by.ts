import { p } from '@mikro-orm/core';
import { searchedAs, searchKeys } from './name-keys.ts';

/** The columns by which an entity is found by its names, written by itself whenever it is: `searched` and its keys, `search`. */
export function searchedBy<T>(namesOf: (row: T) => readonly (string | null | undefined)[]) {
  const searched = (row: T) => searchedAs(namesOf(row));
  const keys = (row: T) => searchKeys(searched(row));
  return {
    searched: p.text().lazy().hidden().onCreate(searched).onUpdate(searched),
    search: p.array().lazy().hidden().onCreate(keys).onUpdate(keys),
  };
}
