/** Casts each story: who, where, what, by which way it came, and on which days, so that its last act was as long ago as told. */
import { addDays, type Day, daysBetween } from '../../domain/day.ts';
import type { Channel } from '../../domain/dispute/parts.ts';
import type { DistrictCode } from '../../domain/ids.ts';
import { type Dice, diceOf } from '../../persistence/seeds/city/dice.ts';
import { type KindName, kinds } from '../../persistence/seeds/city/kinds.ts';
import { type Cast, castOf } from '../../persistence/seeds/city/people.ts';
import { places } from '../../persistence/seeds/city/places.ts';
import { Course, type Setting, type StoryTold } from './course.ts';
import { storiesTold } from './stories.ts';

export type Script = Pick<Course, 'steps'> & {
  /** The same in every planting of the same city: `paid-on-the-spot/3`. */
  id: string;
  setting: Setting;
  story: StoryTold;
};

export type City = {
  seed: string;
  today: Day;
  isWorkday(day: Day): boolean;
  /** 1: about two hundred disputes; less, as many fewer, but of every story one. */
  part: number;
};

const kindShares: readonly [KindName, number][] = [
  ['wages', 20],
  ['site', 13],
  ['mill', 9],
  ['injury', 9],
  ['uncontracted', 9],
  ['leave', 7],
  ['deposit', 6],
  ['pregnancy', 5],
  ['layoff', 5],
  ['courier', 4],
  ['insurance', 4],
  ['retired', 4],
  ['platform', 3],
  ['teacher', 2],
];

const channelShares: readonly [Channel, number][] = [
  ['desk', 38],
  ['hotline-12351', 20],
  ['phone', 16],
  ['online', 16],
  ['oral', 7],
  ['transferred', 3],
];

function choose<T>(dice: Dice, shares: readonly (readonly [T, number])[]): T {
  let left = dice.roll() * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [one, share] of shares) {
    left -= share;
    if (left < 0) return one;
  }
  return shares[0]![0];
}

const numberOf = (story: StoryTold, part: number) => Math.max(1, Math.round(story.count * part));

/** In the order of the days they begin. */
export function castCity(city: City): Script[] {
  const numbers = castOf(diceOf(city.seed));
  const scripts = storiesTold.flatMap((story) =>
    Array.from({ length: numberOf(story, city.part) }, (_, index) =>
      castStory(city, story, `${story.name}/${index + 1}`, numbers),
    ),
  );
  return scripts.sort((a, b) => (a.setting.receivedOn < b.setting.receivedOn ? -1 : 1));
}

function castStory(city: City, story: StoryTold, id: string, { number }: Cast): Script {
  const { today, isWorkday } = city;
  const first = diceOf(`${city.seed}/${id}`);
  const place = choose(
    first,
    places
      .filter(({ code }) => story.districts?.includes(code) ?? true)
      .map((one) => [one, one.share] as const),
  );
  const kind = choose(
    first,
    kindShares.filter(([one]) => story.kinds?.includes(one) ?? true),
  );
  const channel = story.channels === undefined ? choose(first, channelShares) : first.pick(story.channels);
  const workers = story.workers ?? (kind === 'site' && first.chance(0.4) ? first.between(2, 5) : 1);
  const wanted = addDays(today, -1 - first.between(...story.ended));
  const procedure =
    channel === 'court-entrusted' ? { procedure: first.pick(['ordinary', 'summary'] as const) } : {};
  const tellFrom = (receivedOn: Day): Script => {
    const cast = { ...diceOf(`${city.seed}/${id}/people`), number };
    const told = kinds[kind]({ cast, receivedOn, place, workers });
    const setting: Setting = {
      ...{ today, receivedOn, channel, told, cast, isWorkday, ...procedure },
      district: place.code as DistrictCode,
      placeName: place.name,
    };
    const course = new Course(setting);
    story.tell(course);
    return { id, setting, story, steps: course.steps };
  };
  let script = tellFrom(workdayBefore(addDays(wanted, -20), isWorkday));
  // Holidays stretch a course: it is told again until it ends on time.
  for (let tries = 0; tries < 8; tries++) {
    const late = daysBetween(wanted, lastOf(script));
    if (late <= 0 && late > -3) break;
    script = tellFrom(workdayBefore(addDays(script.setting.receivedOn, -late), isWorkday));
  }
  for (let tries = 0; lastOf(script) >= today && tries < 20; tries++)
    script = tellFrom(workdayBefore(addDays(script.setting.receivedOn, -1), isWorkday));
  return script;
}

const lastOf = ({ steps, setting }: Script): Day =>
  steps.reduce((last, { on }) => (on > last ? on : last), setting.receivedOn);

function workdayBefore(day: Day, isWorkday: (day: Day) => boolean): Day {
  let found = day;
  while (!isWorkday(found)) found = addDays(found, -1);
  return found;
}
