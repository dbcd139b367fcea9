/** A city with the same things on both sides of every wall, and people of every role at every place. Everyone in it is invented. */
import { randomUUID } from 'node:crypto';
import { addDays, dayAt } from '../../src/domain/day.ts';
import type { AccountId, BodyId, CaseId, DistrictCode } from '../../src/domain/ids.ts';
import { type Role, roles } from '../../src/domain/role.ts';
import { reachOf, type Wall } from '../../src/domain/walls.ts';
import { currentPack } from '../../src/law/packs.ts';
import { Account, SignIn } from '../../src/persistence/account.entity.ts';
import { plantPack } from '../../src/persistence/rule-pack.repository.ts';
import { intakeBody } from './bodies.ts';
import { Caller } from './caller.ts';
import { accountOf, detail, employer, worker } from './dispute-course.ts';
import { type Instance, startInstance } from './instance.ts';
import { act, invented2027 } from './law-acts.ts';

/** The city above, one county below it, and the county beside that. */
export const places = { city: '411300', own: '411303', beside: '411302' } as const;
export type PlaceName = keyof typeof places;
const placeNames = Object.keys(places) as PlaceName[];

export type Person = {
  name: string;
  /** Null: nobody is signed in. */
  role: Role | null;
  districts: readonly string[];
  account: string;
  body: string | null;
  caller: Caller;
};

/** Where a thing lies, as the table of walls asks. */
export type Lies = { district?: string; owner?: string; bodies?: readonly string[] };
export type Thing = { id: string; lies: Lies };
export type Case = Thing & {
  place: PlaceName;
  receiptNumber: string;
  /** Who its sides are, as they were typed in. */
  sides: { workers: object[]; employers: object[] };
  command: Thing;
  evidence: Thing;
  paper: Thing;
  letter: Thing;
  referral: Thing & { file: string };
};

/** A text that stands in one thing only, with the wall it stands behind: whoever reads it elsewhere has looked through. */
export type Mark = { text: string; walls: readonly Wall[]; lies: Lies };

export type WalledCity = {
  city: Instance;
  people: readonly Person[];
  cases: readonly Case[];
  /** Brought by other bodies. */
  incoming: readonly Thing[];
  drafts: readonly Thing[];
  imports: readonly Thing[];
  views: readonly Thing[];
  mediators: readonly Thing[];
  /** The glass broken before one case here and one beside, by somebody from elsewhere; and who was told of it. */
  broken: readonly Thing[];
  notices: readonly Thing[];
  /** Accounts that nobody walks with, so that they may be changed. */
  accounts: readonly Thing[];
  serviceKeys: readonly Thing[];
  /** Bodies that administrators have added to the city's register. */
  registered: readonly Thing[];
  /** Second sign-ins of some who walk. */
  sessions: readonly Thing[];
  marks: readonly Mark[];
};

/** What the table's words mean, read here a second time. */
export function isReached({ role, districts, account, body }: Person, wall: Wall, lies: Lies): boolean {
  if (role === null) return false;
  switch (reachOf(role, wall)) {
    case 'none':
      return false;
    case 'own':
      return lies.owner === account;
    case 'body':
      return body !== null && (lies.bodies ?? []).includes(body);
    case 'district':
      return lies.district !== undefined && districts.includes(lies.district);
    case 'city':
      return true;
  }
}

export async function buildWalledCity(): Promise<WalledCity> {
  const city = await startInstance({ engine: true });
  await plantPack(city.orm, currentPack, new Date());
  const people = await peopleOf(city);
  const person = (role: Role, place: PlaceName) => people.find(({ name }) => name === nameOf(role, place))!;
  const marks: Mark[] = [];
  const cases: Case[] = [];
  for (const place of placeNames) {
    const owner = person('mediator', place);
    cases.push(await aCase(place, person('intake-clerk', place), owner, person('manager', 'city'), marks));
  }
  // The same desk, another mediator's case.
  const other = { caller: await city.as('mediator-411303'), account: accountOf(city, 'mediator-411303') };
  cases.push(await aCase('own', person('intake-clerk', 'own'), other, person('manager', 'city'), marks));
  const incoming: Thing[] = [];
  const drafts: Thing[] = [];
  const imports: Thing[] = [];
  const views: Thing[] = [];
  for (const place of ['own', 'beside'] as const) {
    const clerk = person('intake-clerk', place);
    const district = places[place];
    const brought = `来件事实${district}`;
    const from = `court-${district}`;
    const answer = await ok(
      person('liaison', place).caller.post('/api/referrals', letterOf(from, `union-${district}`, brought)),
    );
    const lies = { district, bodies: [from] };
    incoming.push({ id: String(answer.case), lies });
    marks.push({ text: brought, walls: ['referral.read'], lies });
    const title = `探针草稿${district}`;
    const draft = await ok(
      clerk.caller.post('/api/drafts', { kind: 'dispute-intake', title, content: { facts: title } }),
    );
    drafts.push({ id: String(draft.id), lies: { owner: clerk.account } });
    marks.push({ text: title, walls: ['draft.keep'], lies: { owner: clerk.account } });
    const view = await ok(
      clerk.caller.post('/api/views', { page: '/disputes', name: `探针视图${district}`, query: 'due=week' }),
    );
    views.push({ id: String(view.id), lies: { owner: clerk.account } });
    const seen = {
      text: `探针视图${district}`,
      walls: ['account.own'] as const,
      lies: { owner: clerk.account },
    };
    marks.push(seen);
    const fileName = `探针台账${district}.csv`;
    const made = await clerk.caller.upload('/api/imports', 'file', fileName, register);
    const ofImport = { district, owner: clerk.account };
    imports.push({ id: String((await ok(Promise.resolve(made))).id), lies: ofImport });
    marks.push({ text: fileName, walls: ['import.read', 'account.own'], lies: ofImport });
  }
  const mediators = people
    .filter(({ role }) => role === 'mediator')
    .map(({ account, districts }) => ({ id: account, lies: { district: districts[0]! } }));
  const { broken, notices } = await breakTheGlass(city, cases);
  await publish(person('administrator', 'city').caller);
  await city.count();
  await city.stopEngine();
  return {
    city,
    people,
    cases,
    incoming,
    drafts,
    imports,
    views,
    mediators,
    broken,
    notices,
    marks,
    ...(await standing(city, people)),
  };
}

async function standing(
  city: Instance,
  people: readonly Person[],
): Promise<Pick<WalledCity, 'accounts' | 'serviceKeys' | 'sessions' | 'registered'>> {
  const logins = ['auditor', 'mediator-411303', 'mediator-411302'];
  const accounts = Object.values(places).map((district, index) => ({
    ...{ id: accountOf(city, logins[index]!), lies: { district } },
  }));
  const serviceKeys: Thing[] = [];
  const registered: Thing[] = [];
  const sessions: Thing[] = [];
  const until = addDays(dayAt(Date.now()), 30);
  const em = city.orm.em.fork();
  for (const place of placeNames) {
    const district = places[place];
    const { caller } = people.find(({ name }) => name === nameOf('administrator', place))!;
    const draft = { name: `探针密钥${district}`, scopes: ['law:use'], district, until };
    const made = await ok(caller.post('/api/service-keys', draft));
    serviceKeys.push({ id: (made.serviceKey as { id: string }).id, lies: { district } });
    const body = { kind: 'justice', name: `探针司法所${district}`, district };
    registered.push({ id: String((await ok(caller.post('/api/bodies', body))).id), lies: { district } });
    const { name: login, account } = people.find(({ name }) => name === nameOf('intake-clerk', place))!;
    const earlier = await em.find(SignIn, { accountId: account as AccountId });
    await Caller.signIn(city.url, login, city.passwordOf('clerk'));
    const [{ id } = { id: '' }] = await em.find(SignIn, {
      ...{ accountId: account as AccountId, id: { $nin: earlier.map((one) => one.id) } },
    });
    sessions.push({ id, lies: { owner: account } });
  }
  return { accounts, serviceKeys, sessions, registered };
}

async function breakTheGlass(city: Instance, cases: readonly Case[]) {
  const opener = await city.as('mediator-411322');
  for (const { id, place } of cases)
    if (place !== 'city') await ok(opener.post(`/api/disputes/${id}/break-glass`, { reason: '电话查询' }));
  const em = city.orm.em.fork();
  const rows = await em.execute<{ id: string; case: CaseId }[]>(
    'select id, case_id as case from break_glass',
  );
  const liesOf = (id: string) => cases.find((one) => one.id === id)!.lies;
  const notices = await em.execute<{ id: string; owner: string }[]>(
    'select id, account_id as owner from notice',
  );
  return {
    broken: rows.map((row) => ({ id: row.id, lies: liesOf(row.case) })),
    notices: notices.map(({ id, owner }) => ({ id, lies: { owner } })),
  };
}

/** A pack that no case is on. */
export const otherPack = 'test-2027.1';
async function publish(administrator: Caller): Promise<void> {
  const draft = { id: otherPack, name: '测试用规则包', calendar: invented2027 };
  const { sha256 } = await ok(administrator.post('/api/rule-packs/preview', draft));
  await ok(administrator.post('/api/rule-packs', { ...draft, sha256 }));
}

const register = '县区,申请人,被申请人,状态,登记日期\n火星区,甲,乙,已登记,不是日期';

const nameOf = (role: Role, place: string) => `${role}@${place}`;

/** Everyone has one role and stands at one place; the officers are the courts', and one is of another body beside the court. */
async function peopleOf(city: Instance): Promise<Person[]> {
  const em = city.orm.em.fork();
  const { passwordHash } = await em.findOneOrFail(Account, { login: 'clerk' });
  const password = city.passwordOf('clerk');
  const wanted = [
    ...roles.flatMap((role) =>
      placeNames.map((place) => ({
        ...{ name: nameOf(role, place), role, place },
        body: role === 'liaison' ? `court-${places[place]}` : `union-${places[place]}`,
      })),
    ),
    { name: 'liaison@other-body', role: 'liaison' as const, place: 'own' as const, body: 'hr-411303' },
  ];
  const accounts = wanted.map(({ name, role, place, body }) => ({
    ...{ name, role, body, login: name, account: randomUUID() as string },
    districts: place === 'city' ? Object.values(places) : [places[place]],
  }));
  for (const { account, name, role, body, districts } of accounts)
    em.create(Account, {
      ...{ id: account as AccountId, login: name, name, passwordHash, roles: [role] },
      ...{ district: districts[0] as string as DistrictCode, body: body as BodyId },
      ...{ isActive: true, createdAt: new Date() },
    });
  await em.flush();
  const people: Person[] = [
    { name: 'nobody', role: null, districts: [], account: '', body: null, caller: new Caller(city.url) },
  ];
  for (const one of accounts)
    people.push({ ...one, caller: await Caller.signIn(city.url, one.login, password) });
  return people;
}

let count = 0;

/** Accepted, with evidence, a note in confidence, a notice drawn, and a referral to the court of the place with a file of its own. */
async function aCase(
  place: PlaceName,
  clerk: Person,
  owner: { caller: Caller; account: string },
  manager: Person,
  marks: Mark[],
): Promise<Case> {
  count += 1;
  const district = places[place];
  const court = `court-${district}`;
  const tag = `${district}-${count}`;
  const { caller } = owner;
  const intake = intakeBody({
    ...{ district, facts: `探针事实${tag}`, place: `探针地点${tag}` },
    workers: [worker(count, { name: `周探针${tag}` })],
    employers: [employer(1, { name: `探针${tag}有限公司`, creditCode: undefined })],
  });
  const taken = await ok(clerk.caller.post('/api/disputes', intake));
  const id = String(taken.case);
  if ((await detail(manager.caller, id)).owner !== owner.account)
    await act(manager.caller, id, 'assign', { mediator: owner.account });
  await act(caller, id, 'add-note', { note: `探针密语${tag}`, isConfidential: true });
  const evidence = await evidenceOf(clerk.caller, id, `探针证据${tag}.txt`);
  const enclosed = await evidenceOf(clerk.caller, id, `探针附件${tag}.txt`);
  await act(caller, id, 'consult', { result: 'reached' });
  await act(caller, id, 'record-consent', { isGiven: true });
  await act(caller, id, 'accept');
  await act(caller, id, 'refer', {
    ...{ body: court, reason: `探针事由${tag}`, request: '请核实', contact: '0377-6000002' },
    isWorkerConsenting: true,
  });
  const [referral] = (await caller.get(`/api/referrals?parent=${id}`)).body.items as { id: string }[];
  await ok(caller.post(`/api/referrals/${referral!.id}/send`, { on: '2026-03-16', enclosed: [enclosed] }));
  const { papers, receiptNumber } = await detail(caller, id);
  for (const { file } of papers) await caller.getSettled(file);
  const own = { district, owner: owner.account };
  const sent = { district, bodies: [court] };
  // The letter and what goes with it name the sides, and not what was said to us.
  const core = [intake.facts, intake.place, `探针证据${tag}`, evidence];
  for (const text of core) marks.push({ text: String(text), walls: ['dispute.read'], lies: own });
  marks.push({ text: `探针密语${tag}`, walls: ['confidential-note.read'], lies: own });
  const along = [
    `周探针${tag}`,
    `探针${tag}有限公司`,
    `探针事由${tag}`,
    `探针附件${tag}`,
    enclosed,
    id,
    receiptNumber,
  ];
  for (const text of along)
    marks.push({ text, walls: ['dispute.read', 'referral.read'], lies: { ...own, ...sent } });
  const paperOf = (kind: string) => papers.find((one) => one.kind === kind)!.id;
  return {
    ...{ id, place, receiptNumber, lies: own },
    sides: { workers: intake.workers, employers: intake.employers },
    command: { id: String(taken.command), lies: { owner: clerk.account } },
    evidence: { id: evidence, lies: own },
    paper: { id: paperOf('acceptance-notice'), lies: own },
    letter: { id: paperOf('referral-letter'), lies: sent },
    referral: { id: referral!.id, file: enclosed, lies: sent },
  };
}

async function evidenceOf(caller: Caller, id: string, name: string): Promise<string> {
  await ok(caller.upload(`/api/disputes/${id}/evidence`, 'file', name, name));
  const { body } = await caller.get(`/api/disputes/${id}/evidence`);
  return (body.items as { id: string; name: string }[]).find((one) => one.name === name)!.id;
}

const letterOf = (fromBody: string, toBody: string, facts: string) => ({
  ...{ fromBody, toBody, channel: 'transferred', otherNumber: `探${fromBody}`, contact: '0377-6000003' },
  ...{ reason: facts, request: '请调解', place: '某仓库', since: '2025-11-30', facts },
  workers: [{ name: '吴示例', phone: '13800000002' }],
  employers: [{ name: '南阳示例物流有限公司' }],
  claims: [{ head: 'wages', amount: '8000.00', basis: '两个月工资未付' }],
});

async function ok(asked: ReturnType<Caller['post']>): Promise<Record<string, unknown>> {
  const { status, body, text } = await asked;
  if (status >= 300) throw new Error(`not done: ${status} ${text}`);
  return body;
}
