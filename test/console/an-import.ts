import type { Visit } from './visit.ts';

/** Two lines of a register: one that is right, one whose county nobody knows. */
export const pastedRegister = [
  '登记日期\t渠道\t县区\t申请人\t被申请人\t请求事项\t金额（元）\t状态',
  '2026-01-08\t窗口\t卧龙区\t孙示例\t南阳示例餐饮有限公司\t工资\t3200\t已登记',
  '2026-01-09\t窗口\t无此县\t李示例\t南阳示例家具有限公司\t工资\t4100\t已登记',
].join('\n');

/** A register is brought over the API. */
export async function anImport({ city }: Visit): Promise<void> {
  const manager = await city.as('manager');
  const { status, text } = await manager.post('/api/imports', { text: pastedRegister });
  if (status !== 201) throw new Error(text);
}
