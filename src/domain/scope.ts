/** What a service key may open, as data: each scope opens the routes that name it, seen with the eyes of one role. */
import type { Role } from './role.ts';

type Opened = {
  /** Whose reach the walls give the call. */
  as: Role;
  /** Whether it speaks for a body of the chain. */
  isOfBody: boolean;
};

export const scopes = {
  /** Reads disputes of the key's districts, without confidential notes. */
  'disputes:read': { as: 'auditor', isOfBody: false },
  /** Reads what went to its body, or came from it. */
  'referrals:read': { as: 'liaison', isOfBody: true },
  /** Brings referrals in its body's name, and asks what became of them. */
  'referrals:bring': { as: 'liaison', isOfBody: true },
  /** Computes deadlines and reads the rules. */
  'law:use': { as: 'auditor', isOfBody: false },
} as const satisfies Record<string, Opened>;

export type Scope = keyof typeof scopes;
export const scopeNames = Object.keys(scopes) as Scope[];
