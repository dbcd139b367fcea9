/** The statutory day of retirement, raised step by step since 2025 (全国人大常委会关于实施渐进式延迟法定退休年龄的决定, 2024-09-13). */
import { addMonths, type Day, monthOf, yearOf } from '../domain/day.ts';

/** `man` 60 to 63, `woman-55` 55 to 58, `woman-50` 50 to 55. */
export const retirementTracks = ['man', 'woman-55', 'woman-50'] as const;
export type RetirementTrack = (typeof retirementTracks)[number];

/** `every`: one month later for each so many months; `most`: months of delay at the end. */
const tracks = {
  man: { age: 60, every: 4, most: 36 },
  'woman-55': { age: 55, every: 4, most: 36 },
  'woman-50': { age: 50, every: 2, most: 60 },
} as const satisfies Record<RetirementTrack, { age: number; every: number; most: number }>;

/** The day on which the statutory age is reached; the worker's own agreed delay is not in it. */
export function retirementDay(bornOn: Day, track: RetirementTrack): Day {
  const { age, every, most } = tracks[track];
  const before = addMonths(bornOn, age * 12);
  const monthsSince2025 = (yearOf(before) - 2025) * 12 + monthOf(before) - 1;
  const delay = monthsSince2025 < 0 ? 0 : Math.min(most, Math.floor(monthsSince2025 / every) + 1);
  return addMonths(bornOn, age * 12 + delay);
}

/** The track as far as it shows: for women the later of the two, so that no one is taken for retired too early. */
export function latestTrackOf(gender: '男' | '女'): RetirementTrack {
  return gender === '男' ? 'man' : 'woman-55';
}
