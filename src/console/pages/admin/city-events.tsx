import { cityThingWords } from '../../../../templates/zh-CN/city-words.ts';
import { fieldWords } from '../../../../templates/zh-CN/fields.ts';
import type { Answer } from '../../api.ts';
import { Instant } from '../../parts/instant.tsx';
import { ListOf } from '../../parts/list-of.tsx';
import { usePlaces } from '../../parts/use-places.ts';
import { adminWords } from '../../words/zh-CN/admin.ts';

type Event = Answer<'/api/city/events'>['items'][number];
const said = adminWords.city;

export function CityEvents() {
  const { districts } = usePlaces();
  return (
    <ListOf<Event>
      path="/api/city/events"
      rowKey={({ thing, id, no }) => `${thing}/${id}/${no}`}
      firstSort="-at"
      notAsked={['side']}
      about={['side']}
      filters={[
        {
          name: 'thing',
          label: said.thing,
          options: Object.entries(cityThingWords).map(([value, label]) => ({ value, label })),
        },
        { name: 'district', label: said.districts, options: districts },
      ]}
      columns={[
        { key: 'at', title: said.when, sort: 'at', show: ({ at }) => <Instant at={at} /> },
        { key: 'name', title: adminWords.key.name, sort: 'name', show: ({ name }) => name },
        { key: 'what', title: said.what, show: (row) => <Said of={row} /> },
        {
          key: 'district',
          title: said.districts,
          sort: 'district',
          show: ({ districtName }) => districtName,
          isExtra: true,
        },
        { key: 'by', title: said.by, show: ({ byName }) => byName },
      ]}
    />
  );
}

/** What it was before stands below, for each field that was changed. */
function Said({ of: { sentence, changes } }: { of: Event }) {
  return (
    <>
      {sentence}
      {Object.entries(changes).map(([field, { from }]) => (
        <div key={field} className="muted">
          {`${fieldWords[field] ?? field}${said.was}：${sayValue(from)}`}
        </div>
      ))}
    </>
  );
}

function sayValue(value: unknown): string {
  if (value === null) return '—';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'object' ? Object.values(value).join('；') || '—' : String(value);
}
