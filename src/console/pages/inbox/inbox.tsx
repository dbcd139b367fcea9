import { Radio, Typography } from 'antd';
import { Link, Navigate, useSearchParams } from 'react-router';
import type { Answer } from '../../api.ts';
import { useMe } from '../../me.tsx';
import { Due } from '../../parts/due.tsx';
import { ListOf } from '../../parts/list-of.tsx';
import { words } from '../../words/zh-CN.ts';

type Task = Answer<'/api/tasks'>['items'][number];

const placeOf = ({ story, case: of }: Task) =>
  story === 'referral' ? `/referrals/${of}` : `/disputes/${of}`;

/** What is due: mine, or everybody's I see. A liaison officer answers referrals and has no other tasks. */
export function Page() {
  const { roles } = useMe();
  return roles.every((role) => role === 'liaison') ? (
    <Navigate to="/referrals?sort=nextOn" replace />
  ) : (
    <Tasks />
  );
}

function Tasks() {
  const [params, setParams] = useSearchParams();
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 20 }}>
        {words.menu.inbox}
      </Typography.Title>
      <ListOf<Task>
        path="/api/tasks"
        rowKey={({ id }) => id}
        to={placeOf}
        isSearched={false}
        firstSort="dueOn"
        extra={
          <Radio.Group
            optionType="button"
            value={params.get('mine') ?? 'true'}
            onChange={({ target }) => setParams({ mine: String(target.value) })}
            options={[
              { value: 'true', label: '我的' },
              { value: 'false', label: '本区县全部' },
            ]}
          />
        }
        columns={[
          { key: 'due', title: '期限', sort: 'dueOn', show: ({ dueOn }) => <Due on={dueOn} /> },
          { key: 'what', title: '要做的事', show: (task) => <Link to={placeOf(task)}>{task.sentence}</Link> },
          { key: 'case', title: '案件', show: ({ receiptNumber }) => receiptNumber },
          { key: 'owner', title: '承办人', show: ({ ownerName }) => ownerName, isExtra: true },
        ]}
      />
    </>
  );
}
