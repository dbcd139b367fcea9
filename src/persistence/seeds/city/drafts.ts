/** Forms that the window has begun and not sent. */
import { MARK } from './people.ts';

export const drafts: readonly { title: string; daysAgo: number; content: Record<string, unknown> }[] = [
  {
    title: `欧阳桂英${MARK} 与 南阳福源餐饮管理有限公司${MARK}`,
    daysAgo: 0,
    content: {
      workers: [{ name: `欧阳桂英${MARK}`, phone: '13800009001' }],
      employers: [{ name: `南阳福源餐饮管理有限公司${MARK}` }],
      place: '卧龙区梅溪路',
      claims: [{ head: 'wages', amount: '5400.00', basis: '两个月工资未付' }],
      facts: '在后厨帮工，两个月没有领到工资，老板说月底一起结。',
      channel: 'desk',
    },
  },
  {
    title: `靳喆${MARK} 与 未填单位`,
    daysAgo: 1,
    content: {
      workers: [{ name: `靳喆${MARK}`, phone: '13800009002' }],
      facts: '电话来问：被劝退，没有书面通知，明天带工资流水来。',
      channel: 'phone',
    },
  },
  {
    title: `马堃${MARK} 与 宛城嘉瑞物流有限公司${MARK}`,
    daysAgo: 4,
    content: {
      workers: [{ name: `马堃${MARK}`, phone: '13800009003' }],
      employers: [{ name: `宛城嘉瑞物流有限公司${MARK}` }],
      claims: [{ head: 'deposit', amount: '2000.00', basis: '押金不退' }],
      channel: 'hotline-12351',
    },
  },
];
