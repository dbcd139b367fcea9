/** The table of walls is whole, and reaches what its words say. */
import type { AccountId, BodyId, DistrictCode } from '../../src/domain/ids.ts';
import { type Role, roles } from '../../src/domain/role.ts';
import {
  bodyWithin,
  districtsWithin,
  isWithin,
  mayReach,
  type Place,
  reaches,
  reachOf,
  rolesThrough,
  type Standing,
  type Wall,
  walls,
} from '../../src/domain/walls.ts';

const names = Object.keys(walls) as Wall[];
const own = '411303' as DistrictCode;
const town = '411303001' as DistrictCode;
const sibling = '411302' as DistrictCode;
const court = 'court-411303' as BodyId;

const someone = (role: Role, more: Partial<Standing['actor']> = {}): Standing => ({
  actor: { account: 'a' as AccountId, roles: [role], body: null, ...more },
  districts: [own, town],
});

test('every role has one reach behind every wall', () => {
  expect(names.length).toBeGreaterThan(20);
  for (const wall of names) {
    expect([wall, walls[wall].length]).toEqual([wall, roles.length]);
    for (const role of roles)
      expect([wall, role, reaches]).toEqual([wall, role, expect.arrayContaining([reachOf(role, wall)])]);
  }
});

test('every wall lets somebody through, and is called after a thing and what is done to it', () => {
  for (const wall of names) {
    expect(wall).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+$/);
    expect([wall, rolesThrough(wall).length > 0]).toEqual([wall, true]);
  }
});

const reached: [word: string, role: Role, wall: Wall, place: Place, is: boolean][] = [
  ['own district', 'mediator', 'dispute.read', { district: own }, true],
  ['a district below', 'mediator', 'dispute.read', { district: town }, true],
  ['another district', 'mediator', 'dispute.read', { district: sibling }, false],
  [
    'another district, though one’s own',
    'mediator',
    'dispute.read',
    { district: sibling, owner: 'a' as AccountId },
    false,
  ],
  ['no district at all', 'mediator', 'dispute.read', {}, false],
  ['one’s own note', 'mediator', 'confidential-note.read', { district: own, owner: 'a' as AccountId }, true],
  ['another’s note', 'mediator', 'confidential-note.read', { district: own, owner: 'b' as AccountId }, false],
  [
    'a note in a case without owner',
    'mediator',
    'confidential-note.read',
    { district: own, owner: null },
    false,
  ],
  [
    'a note in a district one manages',
    'manager',
    'confidential-note.read',
    { district: town, owner: null },
    true,
  ],
  ['a note elsewhere', 'manager', 'confidential-note.read', { district: sibling, owner: null }, false],
  [
    'a note, for an auditor',
    'auditor',
    'confidential-note.read',
    { district: own, owner: 'a' as AccountId },
    false,
  ],
  [
    'a role that reaches nothing',
    'administrator',
    'dispute.read',
    { district: own, owner: 'a' as AccountId },
    false,
  ],
  ['the whole house', 'administrator', 'rule-pack.publish', {}, true],
];
test.each(reached)('%s', (_word, role, wall, place, is) => {
  expect(isWithin(someone(role), wall, place)).toBe(is);
});

test('an officer reaches what lies with their own body, and nothing without a body', () => {
  const officer = someone('liaison', { body: court });
  const place = { district: own, bodies: [court] };
  expect(isWithin(officer, 'referral.read', place)).toBe(true);
  expect(isWithin(officer, 'referral.read', { district: own, bodies: ['union-411303' as BodyId] })).toBe(
    false,
  );
  expect(isWithin(someone('liaison'), 'referral.read', place)).toBe(false);
  expect(isWithin(someone('liaison'), 'referral.read', { district: own, bodies: [] })).toBe(false);
  expect(bodyWithin(officer, 'referral.read')).toBe(court);
  // People of the house have a body too, and do not reach as its officers.
  expect(bodyWithin(someone('manager', { body: court }), 'referral.read')).toBeNull();
});

test('with two roles one reaches what either reaches', () => {
  const both: Standing = {
    ...someone('administrator'),
    actor: { ...someone('mediator').actor, roles: ['administrator', 'mediator'] },
  };
  expect([
    mayReach(both, 'dispute.act'),
    mayReach(both, 'rule-pack.publish'),
    mayReach(both, 'mediator.set'),
  ]).toEqual([true, true, false]);
  expect(districtsWithin(both, 'dispute.read')).toEqual([own, town]);
  expect(districtsWithin(someone('administrator'), 'dispute.read')).toEqual([]);
});

/** What no change of the table may bring about. */
test('another body, a lawyer, an aid clerk and the administrator read no case; notes in confidence stay with who mediates', () => {
  const outside: Role[] = ['lawyer', 'legal-aid-clerk', 'liaison', 'campaign-officer', 'administrator'];
  const inside = [
    'dispute.read',
    'dispute.act',
    'evidence.read',
    'case-file.read',
    'confidential-note.read',
  ] as const;
  for (const wall of inside) expect(rolesThrough(wall).filter((role) => outside.includes(role))).toEqual([]);
  expect(rolesThrough('confidential-note.read')).toEqual(['intake-clerk', 'mediator', 'manager']);
  for (const role of roles)
    expect([role, reachOf(role, 'confidential-note.read')]).not.toEqual([role, 'city']);
});
