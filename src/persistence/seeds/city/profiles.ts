/** What the mediators of the seeded city are good at, how much they take, and who is away. */
import type { MediatorSkill } from '../../../domain/dispute/assignment.ts';

export type Profile = {
  login: string;
  skills: MediatorSkill[];
  maxCases: number | null;
  /** Days of leave, counted from today. */
  away?: readonly [from: number, until: number];
};

export const profiles: readonly Profile[] = [
  { login: 'mediator-411303', skills: ['wages', 'collective', 'economic-compensation'], maxCases: 40 },
  {
    login: 'mediator-411303-2',
    skills: ['injury-benefits', 'injury-medical', 'unlawful-dismissal', 'confirm-relation'],
    maxCases: 40,
  },
  { login: 'mediator-411302', skills: ['wages', 'overtime', 'collective'], maxCases: 30 },
  { login: 'mediator-411302-2', skills: ['double-wage', 'annual-leave'], maxCases: 30, away: [0, 5] },
  { login: 'mediator-411324', skills: ['wages', 'deposit'], maxCases: null },
  { login: 'mediator-411381', skills: ['wages', 'injury-benefits', 'collective'], maxCases: 25 },
];
