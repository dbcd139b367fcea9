/** People and cases to try the system with; all are invented. */
import type { Day } from '../../domain/day.ts';
import type { DistrictCode } from '../../domain/ids.ts';
import { parseYuan } from '../../domain/money.ts';
import type { Role } from '../../domain/role.ts';
import type { Intake } from '../dispute.repository.ts';
import { bodies, CITY, districts } from './nanyang.ts';

export type DemoPerson = { login: string; name: string; roles: Role[]; district: string; body: string };

const DISTRICT = '411303';

const mediators = districts
  .filter(({ code }) => code !== CITY)
  .map(
    ({ code, name }): DemoPerson => ({
      login: `mediator-${code}`,
      name: `${name}调解员（示例）`,
      roles: ['mediator'],
      district: code,
      body: `union-${code}`,
    }),
  );

const liaisons = bodies
  .filter(({ district, kind }) => district === DISTRICT && kind !== 'union' && kind !== 'mediation-centre')
  .map(
    ({ id, name, kind }): DemoPerson => ({
      login: `liaison-${kind}`,
      name: `${name}联络员（示例）`,
      roles: ['liaison'],
      district: DISTRICT,
      body: id,
    }),
  );

export const people: readonly DemoPerson[] = [
  {
    login: 'admin',
    name: '系统管理员（示例）',
    roles: ['administrator'],
    district: CITY,
    body: `union-${CITY}`,
  },
  { login: 'manager', name: '市总管理者（示例）', roles: ['manager'], district: CITY, body: `union-${CITY}` },
  { login: 'auditor', name: '审计员（示例）', roles: ['auditor'], district: CITY, body: `union-${CITY}` },
  {
    login: 'clerk',
    name: '卧龙区窗口（示例）',
    roles: ['intake-clerk'],
    district: DISTRICT,
    body: `union-${DISTRICT}`,
  },
  ...mediators,
  ...liaisons,
];

/** With whom a whole city is shown: a second mediator to reassign to, managers of counties to approve, more officers. */
export const morePeople: readonly DemoPerson[] = [
  ...(
    [
      ['411303', '卧龙区'],
      ['411302', '宛城区'],
    ] as const
  ).flatMap(([district, name]): DemoPerson[] => [
    {
      login: `mediator-${district}-2`,
      name: `${name}第二调解员（示例）`,
      roles: ['mediator'],
      district,
      body: `union-${district}`,
    },
    {
      login: `manager-${district}`,
      name: `${name}管理者（示例）`,
      roles: ['manager'],
      district,
      body: `union-${district}`,
    },
  ]),
  {
    login: 'clerk-411302',
    name: '宛城区窗口（示例）',
    roles: ['intake-clerk'],
    district: '411302',
    body: 'union-411302',
  },
  ...bodies
    .filter(({ district, kind }) => district === '411302' && kind !== 'union' && kind !== 'mediation-centre')
    .map(
      ({ id, name, kind }): DemoPerson => ({
        login: `liaison-${kind}-411302`,
        name: `${name}联络员（示例）`,
        roles: ['liaison'],
        district: '411302',
        body: id,
      }),
    ),
];

/** Taken in on the day of seeding. */
export function demoDisputes(today: Day): Intake[] {
  const dispute = (given: Omit<Intake, 'channel' | 'district' | 'since'>): Intake => ({
    channel: 'desk',
    district: DISTRICT as DistrictCode,
    since: today,
    ...given,
  });
  const one = (name: string) => [{ name: `${name}（示例）` }];
  return [
    dispute({
      workers: one('赵建工'),
      employers: one('卧龙示例建筑劳务有限公司'),
      place: '卧龙区某住宅工地',
      claims: [{ head: 'wages', amount: parseYuan('18600.00'), basis: '三个月工资未付' }],
      facts: '在工地做木工，三个月工资未付，包工头称总包未结算。',
    }),
    dispute({
      workers: one('钱骑手'),
      employers: one('南阳示例即配服务有限公司'),
      place: '卧龙区七一路站点',
      claims: [
        { head: 'confirm-relation', amount: parseYuan('0'), basis: '按站点排班出勤、接受考核' },
        { head: 'overtime', amount: parseYuan('9200.00'), basis: '长期超时配送' },
      ],
      facts: '平台合作商称双方为合作关系，否认劳动关系。',
    }),
    dispute({
      workers: one('孙晓静'),
      employers: one('南阳示例纺织有限公司'),
      place: '卧龙区工业园',
      claims: [{ head: 'unlawful-dismissal', amount: parseYuan('42000.00'), basis: '孕期被解除劳动合同' }],
      facts: '告知怀孕后次周被通知解除劳动合同，单位称岗位撤销。',
    }),
  ];
}
