import { Tag, Typography } from 'antd';
import { Link } from 'react-router';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { channels } from '../../../domain/dispute/parts.ts';
import { disputeStates } from '../../../domain/dispute/state.ts';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { Due } from '../../parts/due.tsx';
import { ListOf } from '../../parts/list-of.tsx';
import { words } from '../../words/zh-CN.ts';

type Row = Answer<'/api/disputes'>['items'][number];
const asOptions = (codes: readonly string[]) => codes.map((value) => ({ value, label: wordOf(value) }));

export function Page() {
  const districts = useAsk('/api/districts');
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 20 }}>
        {words.menu.disputes}
      </Typography.Title>
      <ListOf<Row>
        path="/api/disputes"
        rowKey={({ id }) => id}
        to={({ id }) => `/disputes/${id}`}
        firstSort="-receivedOn"
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
            show: ({ nextAction, nextOn }) => (
              <>
                {nextAction && wordOf(nextAction)} <Due on={nextOn} isShort />
              </>
            ),
          },
          {
            key: 'owner',
            title: '承办人',
            show: ({ ownerName, districtName }) => `${districtName} ${ownerName}`,
            isExtra: true,
          },
        ]}
      />
    </>
  );
}
