/** The same-day case: wages short by a month's overtime, settled and paid at the desk. Everyone in it is invented. */
import type { Telling } from './telling.ts';

export async function tellShort({ step, as }: Telling): Promise<string> {
  const clerk = await as('clerk');
  return step('当日登记、调成、付清', async () => {
    const answer = await clerk.post<{ case: string }>('/api/disputes/short', {
      receivedOn: '2026-03-02',
      channel: 'desk',
      district: '411303',
      workers: [{ name: '许小梅', phone: '13800000031' }],
      employers: [{ name: '南阳示例餐饮有限公司', phone: '0377-6000031' }],
      place: '卧龙区车站路',
      since: '2026-02-28',
      claims: [{ head: 'overtime', amount: '860.00', basis: '二月休息日加班四天未付加班费' }],
      facts: '二月休息日加班四天，单位漏算加班费。',
      isConsentGiven: true,
      settlement: {
        amount: '860.00',
        terms: '单位当场补发二月休息日加班费860元，双方别无争议。',
        satisfaction: 'satisfied',
      },
    });
    return answer.case;
  });
}
