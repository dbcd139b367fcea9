/** What is to be done: until when, what, why, since when, whose, and the act one click away. */
import { Button, Radio } from 'antd';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { referralActionWords } from '../../../../templates/zh-CN/words.ts';
import type { Answer } from '../../api.ts';
import { useMay, useMe } from '../../me.tsx';
import { menuFor } from '../../menu.ts';
import { Due, daysUntil, isPressing, todayHere } from '../../parts/due.tsx';
import { ListOf } from '../../parts/list-of.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Views } from '../../parts/views.tsx';
import { dueWords } from '../../words/zh-CN/due.ts';
import { inboxWords as said } from '../../words/zh-CN/inbox.ts';
import { words } from '../../words/zh-CN.ts';
import { AcceptOrReturn } from './accept-or-return.tsx';

type Task = Answer<'/api/tasks'>['items'][number];

const placeOf = ({ story, case: of }: Task) =>
  story === 'referral' ? `/referrals/${of}` : `/disputes/${of}`;
const actName = ({ story, act }: Task) =>
  (story === 'referral' && act !== null && (referralActionWords as Record<string, string>)[act]) ||
  (act === null ? '' : wordOf(act));

export function Page() {
  const may = useMay();
  const [first] = menuFor(may);
  // Whoever has no tasks begins with what they have.
  return may('task.read') || first === undefined ? <Tasks /> : <Navigate to={first.path} replace />;
}

/** Mine, or everybody's I see. A liaison officer has what waits for their body, and no district's. */
function Tasks() {
  const { roles } = useMe();
  const isOfficer = roles.every((role) => role === 'liaison');
  const [params] = useSearchParams();
  const isEverybodys = params.get('mine') === 'false';
  const whose = isEverybodys ? 'mine=false' : '';
  const views = said.views.map(({ name, due }) => ({
    name,
    query: [due && `due=${due}`, whose].filter(Boolean).join('&'),
  }));
  return (
    <>
      <PageHead title={words.menu.inbox} />
      <Views label={said.counters} path="/api/tasks" of={views} />
      <ListOf<Task>
        path="/api/tasks"
        rowKey={({ id }) => id}
        to={placeOf}
        firstSort="dueOn"
        about={['mine']}
        {...(isOfficer ? {} : { extra: <Whose isEverybodys={isEverybodys} /> })}
        filters={[{ name: 'due', label: dueWords.label, options: dueWords.spans, isHidden: true }]}
        columns={[
          { key: 'due', title: said.due, sort: 'dueOn', show: ({ dueOn }) => <Due on={dueOn} isStacked /> },
          { key: 'what', title: said.what, show: (task) => <What of={task} /> },
          { key: 'why', title: said.why, sort: 'since', show: (task) => <Why of={task} /> },
          { key: 'case', title: said.case, show: (task) => <Parties of={task} /> },
          ...(isEverybodys
            ? [{ key: 'owner', title: said.owner, show: ({ ownerName }: Task) => ownerName }]
            : []),
          { key: 'act', title: words.list.act, isBare: true, show: (task) => <Act of={task} /> },
        ]}
      />
    </>
  );
}

function Whose({ isEverybodys }: { isEverybodys: boolean }) {
  const [, setParams] = useSearchParams();
  return (
    <Radio.Group
      optionType="button"
      aria-label={said.whose}
      value={String(!isEverybodys)}
      onChange={({ target }) =>
        setParams((now) => {
          const next = new URLSearchParams(now);
          for (const name of ['cursor', 'page', 'mine']) next.delete(name);
          if (target.value === 'false') next.set('mine', 'false');
          return next;
        })
      }
      options={[
        { value: 'true', label: said.mine },
        { value: 'false', label: said.everybodys },
      ]}
    />
  );
}

const What = ({ of: { sentence } }: { of: Task }) => <span className="sentence">{sentence}</span>;

/** The clock that asks, its article, and since when it runs. */
function Why({ of: { clock, article, since } }: { of: Task }) {
  const days = daysUntil(todayHere(), since);
  // A visit's clock may begin on a day to come.
  const began = days < 0 ? said.begins : said.since;
  return (
    <span className="sentence">
      {clock ?? said.follows}
      <br />
      <span className="muted">
        {article && `${article}；`}
        {began.replace('{day}', since).replace('{n}', String(days))}
      </span>
    </span>
  );
}

function Parties({ of: task }: { of: Task }) {
  const { receiptNumber, worker, workerCount, employer, fromName, toName, story } = task;
  const many = workerCount > 1 ? `等 ${workerCount} 人` : '';
  return (
    <span className="sentence">
      <Link to={placeOf(task)}>{receiptNumber ?? said.referral}</Link>
      {worker && (
        <>
          <br />
          {`${worker}${many} 与 ${employer ?? ''}`}
        </>
      )}
      {story === 'referral' && (
        <>
          <br />
          <span className="muted">{`${fromName} → ${toName}`}</span>
        </>
      )}
    </span>
  );
}

function Act({ of: task }: { of: Task }) {
  const navigate = useNavigate();
  const { act } = task;
  if (task.why === 'answer-referral' && act !== null)
    return (
      <AcceptOrReturn
        referral={task.case}
        isNew={act === 'receive'}
        giveBack={() => void navigate(`${placeOf(task)}?act=return`)}
      />
    );
  const to = act === null ? placeOf(task) : `${placeOf(task)}?act=${act}`;
  return (
    <Button
      type={act !== null && isPressing(task.dueOn) ? 'primary' : 'default'}
      href={`/console${to}`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(to);
      }}
    >
      {act === null ? words.list.look : actName(task)}
    </Button>
  );
}
