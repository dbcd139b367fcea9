import { Button, Tag } from 'antd';
import { Link } from 'react-router';
import type { Answer } from '../../api.ts';
import { Instant } from '../../parts/instant.tsx';
import { ListOf } from '../../parts/list-of.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useAskFirst } from '../../parts/use-ask-first.ts';
import { adminWords } from '../../words/zh-CN/admin.ts';
import { words } from '../../words/zh-CN.ts';

type Row = Answer<'/api/notices'>['items'][number];
const said = adminWords.notice;

export function Page() {
  const { act } = useAskFirst();
  return (
    <>
      <PageHead title={words.menu.notices} />
      <ListOf<Row>
        path="/api/notices"
        rowKey={({ id }) => id}
        firstSort="-at"
        filters={[
          {
            name: 'isSeen',
            label: said.seenOr,
            options: [
              { value: 'false', label: said.unseen },
              { value: 'true', label: said.seen },
            ],
          },
        ]}
        columns={[
          { key: 'at', title: adminWords.reading.at, sort: 'at', show: ({ at }) => <Instant at={at} /> },
          { key: 'kind', title: said.kind, show: ({ title }) => <Tag>{title}</Tag> },
          { key: 'text', title: said.text, show: ({ sentence }) => sentence },
          {
            key: 'case',
            title: adminWords.reading.case,
            sort: 'receiptNumber',
            show: ({ case: of, receiptNumber }) => <Link to={`/disputes/${of}`}>{receiptNumber}</Link>,
          },
          {
            key: 'seen',
            title: said.seen,
            show: ({ id, seenAt }) =>
              seenAt ? (
                <Instant at={seenAt} />
              ) : (
                <Button size="small" onClick={() => act({ path: `/api/notices/${id}/seen` })}>
                  {said.markSeen}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}
