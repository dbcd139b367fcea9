import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { type Answer, fileAddress } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { useMay } from '../../me.tsx';
import { Answered } from '../../parts/answered.tsx';
import { todayHere } from '../../parts/due.tsx';
import { ListOf } from '../../parts/list-of.tsx';
import { PageHead, PartHead } from '../../parts/page-head.tsx';
import { Sides } from '../../parts/sides.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { usePlaces } from '../../parts/use-places.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { manageWords } from '../../words/zh-CN/manage.ts';
import { words } from '../../words/zh-CN.ts';
import { Broken, brokenDown } from './broken.tsx';
import { Reassign, type Which } from './reassign.tsx';

type Load = Answer<'/api/caseload'>['items'][number];
type Stuck = Answer<'/api/stuck'>['items'][number];
type By = 'mediator' | 'district';
const said = manageWords.caseload;
const stuck = manageWords.stuck;

export function Page() {
  const may = useMay();
  const [by, setBy] = useState<By>('mediator');
  const [which, setWhich] = useState<Which | null>(null);
  const today = todayHere();
  const handOver = may('reassignment.order')
    ? ({ key, name }: Load) => setWhich({ owner: key, name })
    : undefined;
  return (
    <>
      <PageHead title={words.menu.caseload}>
        <Button href={fileAddress('/api/caseload', { caseloadBy: by, format: 'xlsx' })}>
          {manageWords.figures.workbook}
        </Button>
      </PageHead>
      <Sides
        name={said.by}
        at={by}
        change={(key) => setBy(key as By)}
        of={[
          {
            key: 'mediator',
            label: said.mediators,
            show: () => <Loads by="mediator" {...(handOver ? { handOver } : {})} />,
          },
          { key: 'district', label: said.districts, show: () => <Loads by="district" /> },
        ]}
      />
      <Broken
        of={brokenDown.ageing}
        period={{ from: `${today.slice(0, 4)}-01-01`, until: today }}
        about={`${manageWords.figures.asOf} ${today}`}
      />
      <PartHead>{stuck.title}</PartHead>
      <p className="muted">{stuck.about}</p>
      <StuckCases />
      {which && <Reassign which={which} close={() => setWhich(null)} />}
    </>
  );
}

function Loads({ by, handOver }: { by: By; handOver?(row: Load): void }) {
  const found = useAsk('/api/caseload', { query: { caseloadBy: by } });
  return (
    <Answered of={found}>
      {({ items, ageings }) => (
        <WideTable<Load>
          rowKey="key"
          dataSource={items}
          columns={[
            {
              key: 'name',
              title: by === 'mediator' ? said.mediator : said.district,
              render: (_, { key, name, districtName }) => (
                <>
                  <Link
                    to={`/disputes?${by === 'mediator' ? 'owner' : 'district'}=${encodeURIComponent(key)}&isOpen=true`}
                  >
                    {name}
                  </Link>{' '}
                  <span className="muted">{districtName}</span>
                </>
              ),
            },
            number('open', said.open, ({ open }) => open),
            number('overdue', said.overdueTasks, ({ overdueTasks, overdueCases }) =>
              overdueTasks === 0 ? (
                0
              ) : (
                <span className="late">
                  {overdueTasks}（{overdueCases} {said.cases}）
                </span>
              ),
            ),
            number('week', said.dueThisWeek, ({ dueThisWeek }) => dueThisWeek),
            {
              key: 'oldest',
              title: said.oldest,
              render: (_, { oldestOn }) => <span className="number">{oldestOn}</span>,
            },
            ...ageings.map((title, index) => number(title, title, ({ ages }) => ages[index] ?? 0)),
            ...(handOver
              ? [
                  {
                    key: 'act',
                    title: said.handOver,
                    render: (_: unknown, row: Load) =>
                      row.open > 0 && (
                        <Button
                          size="small"
                          aria-label={`${said.handOver} ${row.name}`}
                          onClick={() => handOver(row)}
                        >
                          {said.handOver}
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Answered>
  );
}

const number = (key: string, title: string, show: (row: Load) => React.ReactNode) => ({
  ...{ key, title, align: 'right' as const, className: 'number' },
  render: (_: unknown, row: Load) => show(row),
});

function StuckCases() {
  const { districts } = usePlaces();
  return (
    <ListOf<Stuck>
      path="/api/stuck"
      isSearched={false}
      rowKey={({ id }) => id}
      firstSort="since"
      to={addressOf}
      filters={[
        { name: 'district', label: stuck.district, options: districts },
        {
          name: 'stuckFor',
          label: stuck.why,
          options: Object.entries(stuck.reasons).map(([value, label]) => ({ value, label })),
        },
      ]}
      columns={[
        {
          key: 'number',
          title: stuck.number,
          show: (row) => (
            <>
              <Link to={addressOf(row)}>{row.receiptNumber || wordOf(row.story)}</Link>{' '}
              {row.story === 'referral' && <Tag>{wordOf('referral')}</Tag>}
            </>
          ),
        },
        {
          key: 'why',
          title: stuck.why,
          show: ({ why, sentence, overdueTasks }) => (
            <>
              {why.map(({ code, name }) => (
                <ToneTag key={code} tone={code === 'overdue' ? 'soon' : 'bad'}>
                  {name}
                </ToneTag>
              ))}
              {sentence}
              {overdueTasks > 1 && stuck.and.replace('{n}', String(overdueTasks))}
            </>
          ),
        },
        {
          key: 'since',
          title: stuck.since,
          sort: 'since',
          show: ({ since }) => <span className="number">{since}</span>,
        },
        { key: 'state', title: stuck.state, show: ({ state }) => wordOf(state), isExtra: true },
        {
          key: 'owner',
          title: stuck.owner,
          sort: 'district',
          show: ({ districtName, ownerName }) => `${districtName} ${ownerName}`,
          isExtra: true,
        },
      ]}
    />
  );
}

const addressOf = ({ id, story }: Stuck) => `/${story === 'referral' ? 'referrals' : 'disputes'}/${id}`;
