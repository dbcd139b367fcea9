import { Button } from 'antd';
import { Link } from 'react-router';
import type { Answer } from '../../api.ts';
import { useMay } from '../../me.tsx';
import { Instant } from '../../parts/instant.tsx';
import { ListOf } from '../../parts/list-of.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { useAskFirst } from '../../parts/use-ask-first.ts';
import { intakeWords } from '../../words/zh-CN/intake.ts';
import { words } from '../../words/zh-CN.ts';

type Row = Answer<'/api/drafts'>['items'][number];
const said = intakeWords.list;

export function Page() {
  const { askFirst } = useAskFirst();
  const may = useMay();
  return (
    <>
      <PageHead title={said.title}>{may('dispute.open') && <Link to="/intake">{said.start}</Link>}</PageHead>
      <ListOf<Row>
        path="/api/drafts"
        rowKey={({ id }) => id}
        to={({ id }) => `/intake?draft=${id}`}
        firstSort="-savedAt"
        filters={[
          {
            name: 'isSent',
            label: said.isSent,
            options: Object.entries(said.sent).map(([value, label]) => ({ value, label })),
          },
        ]}
        columns={[
          {
            key: 'name',
            title: said.name,
            show: ({ id, title }) => <Link to={`/intake?draft=${id}`}>{title}</Link>,
          },
          {
            key: 'savedAt',
            title: said.savedAt,
            sort: 'savedAt',
            show: ({ savedAt }) => <Instant at={savedAt} />,
          },
          {
            key: 'sentAs',
            title: said.sentAs,
            show: ({ sentAs }) => sentAs && <Link to={`/disputes/${sentAs}`}>{said.view}</Link>,
          },
          {
            key: 'act',
            title: words.list.act,
            show: ({ id, title, sentAs }) =>
              sentAs === null && (
                <Button
                  size="small"
                  aria-label={`${said.discard} ${title}`}
                  onClick={() =>
                    askFirst(`${said.discard} ${title}`, said.discardFirst, {
                      path: `/api/drafts/${id}/discard`,
                    })
                  }
                >
                  {said.discard}
                </Button>
              ),
          },
        ]}
      />
    </>
  );
}
