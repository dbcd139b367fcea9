/**
 * The walls: which role reaches what, in one table. What may be done to a case that is reached stays its story's table of
 * states and actions. Each route names its wall; policies and lists ask the same table.
 */
import type { AccountId, BodyId, DistrictCode } from './ids.ts';
import { type Role, roles } from './role.ts';

/** How far a role reaches from where it stands. Nothing reached includes anything else: a wider word is not also the narrower one. */
export const reaches = [
  /** Not at all: the route answers 403, whatever is asked of it. */
  'none',
  /** What one owns or wrote oneself: the case one carries, one's drafts, one's account. */
  'own',
  /** What went to or came from one's body, under the conditions that `policies.ts` adds. */
  'body',
  /** One's own district and all below it. */
  'district',
  /** The whole house. */
  'city',
] as const;
export type Reach = (typeof reaches)[number];

/** One reach for each role, in the order of `roles`. */
type Row = EachRole<typeof roles>;
type EachRole<T extends readonly unknown[]> = { readonly [K in keyof T]: Reach };

// biome-ignore format: read by its columns
export const walls = {
  //                         intake-clerk mediator    lawyer  aid-clerk liaison  campaign  manager     administrator auditor
  'account.own':             ['own',      'own',      'own',  'own',    'own',   'own',    'own',      'own',        'own'     ],
  'account.read':            ['none',     'none',     'none', 'none',   'none',  'none',   'none',     'district',   'district'],
  'account.set':             ['none',     'none',     'none', 'none',   'none',  'none',   'none',     'district',   'none'    ],
  'service-key.read':        ['none',     'none',     'none', 'none',   'none',  'none',   'none',     'district',   'district'],
  'service-key.set':         ['none',     'none',     'none', 'none',   'none',  'none',   'none',     'district',   'none'    ],
  'city.read':               ['city',     'city',     'city', 'city',   'city',  'city',   'city',     'city',       'city'    ],
  'city.set':                ['none',     'none',     'none', 'none',   'none',  'none',   'none',     'district',   'none'    ],
  'city-event.read':         ['none',     'none',     'none', 'none',   'none',  'none',   'none',     'district',   'district'],
  'law.ask':                 ['city',     'city',     'city', 'city',   'city',  'city',   'city',     'city',       'city'    ],
  'command.read':            ['own',      'own',      'own',  'own',    'own',   'own',    'own',      'own',        'own'     ],

  'dispute.read':            ['district', 'district', 'none', 'none',   'none',  'none',   'district', 'none',       'district'],
  'dispute.open':            ['district', 'district', 'none', 'none',   'none',  'none',   'district', 'none',       'none'    ],
  'dispute.act':             ['district', 'district', 'none', 'none',   'none',  'none',   'district', 'none',       'none'    ],
  // Of other districts it is only said how many there are.
  'look-alike.ask':          ['district', 'district', 'none', 'none',   'none',  'none',   'district', 'none',       'none'    ],
  // What one side told the mediator alone: never another body's, a lawyer's or an auditor's, nor behind a broken glass.
  'confidential-note.read':  ['own',      'own',      'none', 'none',   'none',  'none',   'district', 'none',       'none'    ],
  // One whole number of a person, with a reason.
  'number.show':            ['district', 'district', 'none', 'none',   'none',  'none',   'district', 'none',       'none'    ],
  // Only to read, for a reason and a time; whoever carries the case and the manager over it are told.
  'break-glass.open':        ['none',     'city',     'none', 'none',   'none',  'none',   'city',     'none',       'city'    ],
  'break-glass.read':        ['own',      'own',      'none', 'none',   'none',  'none',   'district', 'none',       'district'],
  'notice.own':              ['own',      'own',      'own',  'own',    'own',   'own',    'own',      'own',        'own'     ],
  'evidence.read':           ['district', 'district', 'none', 'none',   'none',  'none',   'district', 'none',       'district'],
  'evidence.act':            ['district', 'district', 'none', 'none',   'none',  'none',   'district', 'none',       'none'    ],
  'paper.read':              ['district', 'district', 'none', 'none',   'body',  'none',   'district', 'none',       'district'],
  'case-file.read':          ['district', 'district', 'none', 'none',   'none',  'none',   'district', 'none',       'district'],

  'referral.read':           ['district', 'district', 'none', 'none',   'body',  'none',   'district', 'none',       'district'],
  'referral.bring':          ['district', 'district', 'none', 'none',   'body',  'none',   'district', 'none',       'none'    ],
  'referral.act':            ['district', 'district', 'none', 'none',   'body',  'none',   'district', 'none',       'none'    ],

  'task.read':               ['district', 'district', 'none', 'none',   'body',  'none',   'district', 'none',       'none'    ],
  'draft.keep':              ['own',      'own',      'none', 'none',   'none',  'none',   'own',      'none',       'none'    ],
  'sheet.read':              ['own',      'own',      'none', 'none',   'none',  'none',   'own',      'none',       'none'    ],
  'import.read':             ['own',      'none',     'none', 'none',   'none',  'none',   'district', 'none',       'district'],
  'import.bring':            ['district', 'none',     'none', 'none',   'none',  'none',   'district', 'none',       'none'    ],

  'reading.read':            ['none',     'none',     'none', 'none',   'none',  'none',   'district', 'none',       'district'],

  'mediator.read':           ['district', 'district', 'none', 'none',   'none',  'none',   'district', 'district',   'district'],
  'mediator.set':            ['none',     'none',     'none', 'none',   'none',  'none',   'district', 'none',       'none'    ],
  'request.read':            ['none',     'none',     'none', 'none',   'none',  'none',   'district', 'none',       'none'    ],
  'reassignment.order':      ['none',     'none',     'none', 'none',   'none',  'none',   'district', 'none',       'none'    ],
  // Figures and the cases behind them, caseload, what is stuck.
  'figure.read':             ['none',     'none',     'none', 'none',   'none',  'none',   'district', 'none',       'district'],
  'capacity.read':           ['city',     'city',     'none', 'none',   'none',  'none',   'city',     'city',       'city'    ],
  'rule-pack.read':          ['city',     'city',     'city', 'city',   'city',  'city',   'city',     'city',       'city'    ],
  // The cases it would move are named to those who read them, to others counted.
  'rule-pack.preview':       ['none',     'none',     'none', 'none',   'none',  'none',   'city',     'city',       'none'    ],
  'rule-pack.publish':       ['none',     'none',     'none', 'none',   'none',  'none',   'none',     'city',       'none'    ],
  'rule-pack.move':          ['none',     'none',     'none', 'none',   'none',  'none',   'district', 'none',       'none'    ],
} as const satisfies Record<string, Row>;

export type Wall = keyof typeof walls;

const columns: readonly Role[] = roles;

export function reachOf(role: Role, wall: Wall): Reach {
  return walls[wall][columns.indexOf(role)] ?? 'none';
}

/** The roles that reach anything behind this wall. */
export function rolesThrough(wall: Wall): Role[] {
  return columns.filter((role) => reachOf(role, wall) !== 'none');
}

/** Who asks: their roles, and where they stand. */
export type Standing = {
  actor: { account: AccountId; roles: readonly Role[]; body: BodyId | null };
  /** Their own district and all below it. */
  districts: readonly DistrictCode[];
};

/** Whether one's roles reach anything behind this wall. */
export function mayReach(by: Standing, wall: Wall): boolean {
  return by.actor.roles.some((role) => reachOf(role, wall) !== 'none');
}

/** Where a thing lies: only what is given is compared. */
export type Place = {
  district?: DistrictCode;
  owner?: AccountId | null;
  bodies?: readonly BodyId[];
};

const isReached: Readonly<Record<Reach, (by: Standing, place: Place) => boolean>> = {
  none: () => false,
  own: ({ actor }, { owner }) => owner === actor.account,
  body: ({ actor }, { bodies }) => actor.body !== null && bodies?.includes(actor.body) === true,
  district: ({ districts }, { district }) => district !== undefined && districts.includes(district),
  city: () => true,
};

/** Whether any of one's roles reaches through the wall to this place. */
export function isWithin(by: Standing, wall: Wall, place: Place): boolean {
  return by.actor.roles.some((role) => isReached[reachOf(role, wall)](by, place));
}

/** The districts of which one reaches everything behind the wall: what lists ask the database for. */
export function districtsWithin(by: Standing, wall: Wall): readonly DistrictCode[] {
  return by.districts.filter((district) => isWithin(by, wall, { district }));
}

/** The body on whose behalf one reaches through the wall; null for those who do not reach as a body's officer. */
export function bodyWithin({ actor }: Standing, wall: Wall): BodyId | null {
  return actor.roles.some((role) => reachOf(role, wall) === 'body') ? actor.body : null;
}
