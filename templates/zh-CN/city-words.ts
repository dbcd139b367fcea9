/** What the city's register and its changes are told as. */
import type { CityThing } from '../../src/persistence/city.entity.ts';

export const cityThingWords: Readonly<Record<CityThing, string>> = {
  district: '区县',
  body: '联动单位',
  capacity: '调解中心的身份',
};

export const cityEventWords = { added: '增设', changed: '更改' } as const;

/** Fields of the register, as an event names them. */
export const cityFieldWords: Readonly<Record<string, string>> = {
  name: '名称',
  numbering: '文号格式',
  closedOn: '撤销日期',
  validUntil: '有效期止',
  heading: '文书抬头',
  isSignOffRequired: '是否须签发',
  confirmed: '是否核实',
};
