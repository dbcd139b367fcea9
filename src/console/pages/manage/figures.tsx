import { Button } from 'antd';
import { Link } from 'react-router';
import type { Answer } from '../../api.ts';
import { fileAddress } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../parts/answered.tsx';
import { PageHead, PartHead } from '../../parts/page-head.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { manageWords } from '../../words/zh-CN/manage.ts';
import { words } from '../../words/zh-CN.ts';
import { Broken, brokenDown } from './broken.tsx';
import { PeriodPicker, usePeriod } from './period.tsx';

type Item = Answer<'/api/figures'>['items'][number];
const said = manageWords.figures;

export function Page() {
  const [period] = usePeriod();
  const found = useAsk('/api/figures', { query: period });
  return (
    <>
      <PageHead title={words.menu.figures}>
        <Button href={fileAddress('/api/figures', { ...period, format: 'xlsx' })}>{said.workbook}</Button>
      </PageHead>
      <PeriodPicker />
      <Answered of={found}>
        {({ items, limits, asOf }) => (
          <>
            <PartHead>{said.rates}</PartHead>
            <ul className="figures">
              {cardsOf(items).map((item) => (
                <Card key={item.code} of={item} />
              ))}
            </ul>
            <PartHead>{said.counts}</PartHead>
            <Counts of={items.filter(({ unit }) => unit === 'cases')} />
            {Object.values(brokenDown).map((one) => (
              <Broken
                key={one.by}
                of={one}
                period={period}
                about={`${period.from} 至 ${period.until} · ${said.asOf} ${asOf}`}
              />
            ))}
            <PartHead>{said.limits}</PartHead>
            <ul>
              {limits.map((limit) => (
                <li key={limit}>{limit}</li>
              ))}
            </ul>
          </>
        )}
      </Answered>
    </>
  );
}

/** Rates, money and days; beside success whom it leaves out. */
function cardsOf(items: readonly Item[]): Item[] {
  const others = items.filter(({ unit }) => unit !== 'cases');
  const left = items.filter(({ code }) => code === 'not-accepted');
  return [...others.slice(0, 1), ...left, ...others.slice(1)];
}

/** An address of the API's list is one of ours, too. */
const shown = (list: string) => list.replace(/^\/api/, '');

function Card({ of: item }: { of: Item }) {
  const { name, said: value, definition, numerator, numeratorName, denominator, denominatorName } = item;
  const { list, numeratorList } = item;
  return (
    <li>
      <div>{name}</div>
      <div className="value">{numeratorList === null ? <Link to={shown(list)}>{value}</Link> : value}</div>
      {numeratorList !== null && (
        <div>
          {numeratorName} <Link to={shown(numeratorList)}>{numerator}</Link>
          {' ÷ '}
          {denominatorName} <Link to={shown(list)}>{denominator}</Link>
        </div>
      )}
      {numeratorList === null && item.unit !== 'cases' && (
        <div className="muted">
          {said.takenFrom} <Link to={shown(list)}>{denominator}</Link> {said.cases}
        </div>
      )}
      <Reasons of={item} />
      <details>
        <summary>{said.definition}</summary>
        {definition}
      </details>
    </li>
  );
}

function Reasons({ of: { reasons, list } }: { of: Item }) {
  if (reasons.length === 0) return null;
  return (
    <div className="muted">
      {reasons.map(({ key, name, cases }, index) => (
        <span key={key}>
          {index > 0 && '，'}
          {name} <Link to={`${shown(list)}&breakdown=reason&slice=${encodeURIComponent(key)}`}>{cases}</Link>
        </span>
      ))}
    </div>
  );
}

function Counts({ of: items }: { of: Item[] }) {
  const number = (key: keyof Item['tally'], title: string) => ({
    ...{ key, title, align: 'right' as const, className: 'number' },
    render: (_: unknown, { tally }: Item) => tally[key],
  });
  return (
    <WideTable<Item>
      rowKey="code"
      dataSource={items}
      columns={[
        {
          key: 'name',
          title: said.item,
          render: (_, item) => (
            <div className="told">
              <details>
                <summary>{item.name}</summary>
                <span className="muted">{item.definition}</span>
              </details>
              <Reasons of={item} />
            </div>
          ),
        },
        {
          ...number('cases', said.cases),
          render: (_: unknown, { tally, list, name }: Item) => (
            <Link to={shown(list)} aria-label={`${name} ${tally.cases} ${said.cases}`}>
              {tally.cases}
            </Link>
          ),
        },
        number('byHead', said.casesByHead),
        number('groups', said.groups),
        number('people', said.people),
        number('personTimes', said.personTimes),
      ]}
    />
  );
}
