import { Tag } from 'antd';
import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { channels } from '../../../domain/dispute/parts.ts';
import { disputeStates } from '../../../domain/dispute/state.ts';
import type { Role } from '../../../domain/role.ts';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { useMe } from '../../me.tsx';
import { Due } from '../../parts/due.tsx';
import { keep, LAST_LIST } from '../../parts/kept.ts';
import { ListOf } from '../../parts/list-of.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Views } from '../../parts/views.tsx';
import { dueWords } from '../../words/zh-CN/due.ts';
import { viewWords } from '../../words/zh-CN/views.ts';
import { words } from '../../words/zh-CN.ts';
import { useReassigning } from '../manage/use-reassigning.tsx';
import { disputeViews } from './views.ts';

type Row = Answer<'/api/disputes'>['items'][number];
const asOptions = (codes: readonly string[]) => codes.map((value) => ({ value, label: wordOf(value) }));

const EVERYONE = 500;

export function Page() {
  const me = useMe();
  const districts = useAsk('/api/districts');
  const { list, drawer } = useReassigning();
  const { search } = useLocation();
  useEffect(() => keep(LAST_LIST, search), [search]);
  const owner = new URLSearchParams(search).get('owner');
  const isOff = owner === null || owner === me.account;
  const mediators = useAsk('/api/mediators', { query: { limit: EVERYONE } }, { isOff });
  return (
    <>
      <PageHead title={words.menu.disputes} />
      <Views
        label={viewWords.name}
        path="/api/disputes"
        of={disputeViews({ account: me.account, roles: me.roles as Role[] })}
      />
      <ListOf<Row>
        path="/api/disputes"
        rowKey={({ id }) => id}
        to={({ id }) => `/disputes/${id}`}
        firstSort="-receivedOn"
        {...list}
        filters={[
          { name: 'state', label: '状态', options: asOptions(disputeStates) },
          { name: 'channel', label: '渠道', options: asOptions(channels) },
          {
            name: 'district',
            label: '区县',
            options: (districts.data?.items ?? []).map(({ code, name }) => ({ value: code, label: name })),
          },
          {
            name: 'isOpen',
            label: '是否办结',
            options: [
              { value: 'true', label: '未办结' },
              { value: 'false', label: '已办结' },
            ],
          },
          { name: 'due', label: dueWords.label, options: dueWords.spans },
          {
            name: 'owner',
            label: '承办人',
            options: [
              { value: me.account, label: me.name },
              ...(mediators.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ],
            isHidden: true,
          },
        ]}
        columns={[
          {
            key: 'number',
            title: '编号',
            sort: 'receiptNumber',
            show: ({ id, receiptNumber }) => <Link to={`/disputes/${id}`}>{receiptNumber}</Link>,
          },
          { key: 'state', title: '状态', show: ({ state }) => <Tag>{wordOf(state)}</Tag> },
          {
            key: 'sides',
            title: '当事人',
            show: ({ worker, workerCount, employer }) =>
              `${worker}${workerCount > 1 ? `等 ${workerCount} 人` : ''} 与 ${employer}`,
          },
          { key: 'amount', title: '请求金额（元）', align: 'right', show: ({ amount }) => amount },
          {
            key: 'received',
            title: '收到日',
            sort: 'receivedOn',
            show: ({ receivedOn }) => receivedOn,
            isExtra: true,
          },
          {
            key: 'next',
            title: '下一步',
            sort: 'nextOn',
            show: ({ nextAction, nextOn }) => (
              <>
                {nextAction && wordOf(nextAction)} <Due on={nextOn} isShort />
              </>
            ),
          },
          {
            key: 'owner',
            title: '承办人',
            // A name that says its district says it once.
            show: ({ ownerName, districtName }) =>
              ownerName.startsWith(districtName) ? ownerName : `${districtName} ${ownerName}`,
            isExtra: true,
          },
        ]}
      />
      {drawer}
    </>
  );
}
