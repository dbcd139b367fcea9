import type { z } from 'zod';
import { commandLine } from '../../../templates/zh-CN/account-words.ts';
import { cityEventWords, cityFieldWords, cityThingWords } from '../../../templates/zh-CN/city-words.ts';
import { codeWords } from '../../../templates/zh-CN/words.ts';
import type { PaperKindName } from '../../domain/case.ts';
import type { BodyRow, CityEventRow } from '../../persistence/city.listing.ts';
import type { CsvColumns } from '../lists.ts';
import type { bodyItem, cityEventItem } from './schema.ts';

type Event = z.infer<typeof cityEventItem>;

export const cityEventCsv: CsvColumns<Event> = {
  时间: (one) => one.at,
  区县: (one) => one.districtName,
  名称: (one) => one.name,
  事项: (one) => one.sentence,
  办理人: (one) => one.byName,
};

export function presentBody({ numbering, ...row }: BodyRow): z.infer<typeof bodyItem> {
  const forms = Object.entries(numbering) as [PaperKindName, string][];
  return {
    ...row,
    numbering: forms.map(([paper, numberForm]) => ({ paper, paperName: codeWords[paper], numberForm })),
  };
}

export function presentCityEvent({ kind, name, ...row }: CityEventRow): Event {
  const fields = Object.keys(row.changes).map((field) => cityFieldWords[field] ?? field);
  const what = `${cityEventWords[kind]}${cityThingWords[row.thing]}`;
  return {
    ...row,
    name: name ?? row.id,
    sentence: fields.length > 0 && kind === 'changed' ? `${what}：${fields.join('、')}` : what,
    byName: row.byName ?? commandLine,
    at: new Date(row.at).toISOString(),
  };
}
