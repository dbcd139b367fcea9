/** Every door by which people's data come in, each with canaries in hand: what goes in here is looked for wherever it must not be. */

import { anApplication, sent } from '../api/applicants.ts';
import { intakeBody } from '../api/bodies.ts';
import type { Caller } from '../api/caller.ts';

/** Distinctive, and never a part of anything else. The number is well formed, so that it is taken. */
export const canaries = {
  name: '丝雀大明',
  employer: '丝雀示例建筑有限公司',
  phone: '13977776666',
  idNumber: '411303198506150014',
  address: '丝雀路七十七号',
  words: '丝雀在工地做木工',
  reason: '丝雀不来的缘由',
  file: '丝雀工资条.txt',
  search: '丝雀搜查',
  login: 'canary-login-7391',
  password: 'canary-word-7391-unlikely',
  body: 'canary-half-a-json',
  rare: '丝雀\u{2A6D6}甲',
} as const;

export type Doors = { url: string; anyone: Caller; clerk: Caller; mediator: Caller; manager: Caller };
export type Door = { name: string; open(doors: Doors): Promise<unknown> };

const intake = (changes: Record<string, unknown> = {}) =>
  intakeBody({
    workers: [{ name: canaries.name, phone: canaries.phone, address: canaries.address }],
    employers: [{ name: canaries.employer, phone: canaries.phone, creditCode: '91411303MA0000000W' }],
    place: canaries.address,
    facts: canaries.words,
    ...changes,
  });

async function takenIn({ clerk }: Doors, changes: Record<string, unknown> = {}) {
  const { body } = await clerk.post('/api/disputes', intake(changes));
  const id = String(body.case);
  const shown = (await clerk.get(`/api/disputes/${id}`)).body as { parties?: { id: string; side: string }[] };
  const worker = shown.parties?.find(({ side }) => side === 'worker')?.id ?? '';
  return { id, worker };
}

async function upload(caller: Caller, url: string, path: string, name: string, text: string): Promise<void> {
  const form = new FormData();
  form.set('note', canaries.words);
  form.set('file', new Blob([text]), name);
  const { cookie = '', 'x-csrf-token': token = '' } = caller.headers;
  await fetch(`${url}${path}`, { method: 'POST', headers: { cookie, 'x-csrf-token': token }, body: form });
}

const register = [
  '登记日期,县区,申请人,被申请人,请求事项,状态',
  `明天,${canaries.reason},${canaries.name},${canaries.employer},${canaries.words},${canaries.reason}`,
  `2026-02-02,卧龙区,${canaries.name},${canaries.employer},工资,已登记`,
].join('\n');
const wages = `姓名,身份证号,电话,金额\n${canaries.name},${canaries.idNumber},${canaries.phone},很多钱\n`;

export const doors: Door[] = [
  {
    name: 'sign-in',
    open: ({ anyone }) => anyone.post('/api/sign-in', { login: canaries.login, password: canaries.password }),
  },
  { name: 'intake', open: takenIn },
  {
    name: 'an intake with wrong fields',
    open: ({ clerk }) => clerk.post('/api/disputes', intake({ since: canaries.words, [canaries.words]: 1 })),
  },
  {
    name: 'half a JSON',
    open: ({ clerk }) => clerk.postText('/api/disputes', `{"facts": "${canaries.body} ${canaries.name}`),
  },
  {
    name: 'a draft',
    open: ({ clerk }) =>
      clerk.post('/api/drafts', {
        kind: 'dispute-intake',
        title: canaries.name,
        content: { phone: canaries.phone, facts: canaries.words },
      }),
  },
  {
    name: 'acts on a case, taken and refused',
    async open(all) {
      const { id, worker } = await takenIn(all);
      const act = (action: string, body: object) => all.mediator.post(`/api/disputes/${id}/${action}`, body);
      await act('complete-party', {
        party: worker,
        gender: '男',
        bornOn: '1985-06-15',
        idNumber: canaries.idNumber,
        address: canaries.address,
      });
      await act('consult', { result: 'reached', note: canaries.reason });
      await act('record-consent', { isGiven: true, note: canaries.words });
      await act('plan-session', { plannedOn: '2026-03-16', place: canaries.address });
      await act('accept', { note: canaries.words });
      await act('withdraw', { reason: canaries.reason, note: canaries.reason });
      await act(encodeURIComponent(canaries.name), {});
    },
  },
  {
    name: 'a paper that cannot be drawn, for want of a glyph',
    async open(all) {
      const { id } = await takenIn(all, {
        workers: [{ name: canaries.rare, phone: canaries.phone, address: canaries.address }],
      });
      await all.mediator.post(`/api/disputes/${id}/consult`, { result: 'reached' });
      await all.mediator.post(`/api/disputes/${id}/record-consent`, { isGiven: true });
      await all.mediator.post(`/api/disputes/${id}/accept`, {});
      await all.mediator.post(`/api/disputes/${id}/issue-papers`, { papers: [{ kind: 'application' }] });
    },
  },
  {
    name: 'evidence',
    async open(all) {
      const { id } = await takenIn(all);
      await upload(all.clerk, all.url, `/api/disputes/${id}/evidence`, canaries.file, canaries.words);
      await upload(
        all.clerk,
        all.url,
        `/api/disputes/${id}/evidence`,
        `${canaries.name}.exe`,
        canaries.words,
      );
    },
  },
  {
    name: 'a wage sheet with bad rows',
    open: ({ clerk }) => clerk.post('/api/sheets/wage-sheet/read', { text: wages }),
  },
  {
    name: 'a register with bad rows',
    open: ({ manager }) => manager.post('/api/sheets/register/read', { text: register }),
  },
  {
    name: 'an import with bad rows',
    open: ({ clerk }) => clerk.post('/api/imports', { text: register }),
  },
  {
    name: 'search words, in the address',
    async open({ clerk, mediator }) {
      const words = encodeURIComponent(canaries.search);
      await clerk.get(`/api/disputes?q=${words}&text=${canaries.idNumber}`);
      await mediator.get(`/api/disputes?cursor=${words}`);
      await clerk.get(`/api/disputes/${words}`);
      await clerk.get(`/api/${words}/${canaries.phone}`);
      await clerk.get(`/check/${words}`);
    },
  },
  {
    name: 'an application on a phone, and its case followed',
    async open({ url }) {
      const phone = await anApplication(url, {
        '/apply/who': { name: canaries.name, phone: canaries.phone, idNumber: canaries.idNumber },
        '/apply/other': { name: canaries.employer, phone: canaries.phone },
        '/apply/where': { district: '411303', place: canaries.address },
        '/apply/story': { facts: canaries.words },
      });
      await phone.fill('/apply/who', { name: canaries.name, phone: canaries.words });
      const { number, code } = await sent(phone);
      await phone.fill('/follow', { receiptNumber: number, checkCode: code });
      await phone.fill('/follow', { receiptNumber: canaries.phone, checkCode: canaries.words });
      await phone.get('/follow/case');
    },
  },
  {
    name: 'a cookie and a key that are none of ours',
    open: ({ anyone }) =>
      anyone
        .with({
          cookie: `wanhe_session=${canaries.password}`,
          'idempotency-key': canaries.login,
          'if-match': canaries.body,
        })
        .get('/api/me'),
  },
];
