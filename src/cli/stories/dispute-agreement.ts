/** The story's second half: terms for twelve, signed by their representatives; money that comes late; the last visits. */
import type { Telling } from './telling.ts';
import type { Visitor } from './visitor.ts';

export type Act = (action: string, body: object, by?: Visitor) => Promise<unknown>;

type Settling = {
  act: Act;
  manager: Visitor;
  workers: readonly string[];
  labour: string;
  builder: string;
  /** What each worker is owed, in their order, in yuan. */
  owed: readonly number[];
  place: string;
  undisputed: string;
};

const yuan = (amount: number) => amount.toFixed(2);
const half = (amount: number) => amount / 2;
const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);

export async function agree(
  { step }: Telling,
  { act, workers, labour, builder, owed, place, undisputed }: Settling,
): Promise<void> {
  const sharesOf = (payer: string) =>
    workers.map((payee, index) => ({ payer, payee, amount: yuan(half(owed[index] ?? 0)) }));
  await step('拟定协议', () =>
    act('draft-agreement', {
      on: '2026-03-17',
      door: 'arbitration-review',
      lockInAt: '南阳市卧龙区劳动人事争议仲裁委员会',
      instalments: [
        { dueOn: '2026-04-15', amount: yuan(half(sum(owed))), shares: sharesOf(builder) },
        { dueOn: '2026-05-15', amount: yuan(half(sum(owed))), shares: sharesOf(labour) },
      ],
      place,
      item: '2025年10月至12月的工资',
      method: '银行转账至各劳动者本人工资账户',
      undisputed,
      breach: '任何一期逾期未付的，劳动者可以就全部未付款项申请支付令或者仲裁。',
      settlesAll: true,
    }),
  );
  await step('逐人同意', () =>
    act('record-member-consents', { on: '2026-03-18', parties: workers, isGiven: true, note: '逐人签名' }),
  );
  await step('出具一套文书', () =>
    act('issue-papers', {
      on: '2026-03-18',
      papers: [
        { kind: 'review-application' },
        { kind: 'authority-letter' },
        { kind: 'authority-letter', about: builder },
        { kind: 'service-address', about: labour },
        { kind: 'minutes', about: '1' },
      ],
    }),
  );
  await step('签字盖章', () =>
    act('sign-agreement', {
      on: '2026-03-18',
      signatures: [
        ...workers.map((party, index) =>
          index < 3
            ? { party, on: '2026-03-18', authority: 'self' }
            : { party, on: '2026-03-18', authority: 'representative', by: workers[0] },
        ),
        { party: labour, on: '2026-03-18', authority: 'legal-representative' },
        { party: builder, on: '2026-03-18', authority: 'agent-with-special-authority' },
      ],
      mediatorOn: '2026-03-18',
      sealedOn: '2026-03-18',
    }),
  );
  await step('共同申请仲裁审查', () => act('apply-lock-in', { on: '2026-03-20' }));
  await step('仲裁审查', () =>
    act('lock-in', { on: '2026-03-27', outcome: 'granted', note: '已送达仲裁调解书' }),
  );
}

export async function perform({ step }: Telling, { act, workers, owed }: Settling): Promise<void> {
  await step('第一期逐人到账', async () => {
    for (const [index, payee] of workers.entries())
      await act('record-payment', {
        on: '2026-04-14',
        instalment: 1,
        payee,
        amount: yuan(half(owed[index] ?? 0)),
      });
  });
  await step('第一期回访', () =>
    act('record-visit', { on: '2026-04-17', instalment: 1, satisfaction: 'satisfied', way: '电话' }),
  );
  await step('第二期逾期', () =>
    act('declare-default', { on: '2026-05-18', instalment: 2, note: '到期未付，电话催告' }),
  );
  await step('第二期回访', () =>
    act('record-visit', { on: '2026-05-18', instalment: 2, satisfaction: 'dissatisfied', way: '电话' }),
  );
  await step('劳动者选择', () =>
    act('choose-remedy', {
      on: '2026-05-19',
      remedy: 'wait',
      note: '单位书面承诺三日内付清，代表人同意等待',
    }),
  );
  await step('第二期到账', () =>
    act('record-payment', { on: '2026-05-21', instalment: 2, amount: yuan(half(sum(owed))) }),
  );
  await step('集体案件三次回访', async () => {
    for (const [on, after] of [
      ['2026-05-22', 'first'],
      ['2026-06-15', 'second'],
      ['2026-08-13', 'third'],
    ] as const)
      await act('record-visit', { on, after, satisfaction: 'satisfied', way: '电话' });
  });
}
