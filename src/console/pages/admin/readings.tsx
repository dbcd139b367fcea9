import { Link } from 'react-router';
import { readingWords } from '../../../../templates/zh-CN/reading-words.ts';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { readingKinds } from '../../../domain/reading.ts';
import type { Answer } from '../../api.ts';
import { useMay } from '../../me.tsx';
import { Instant } from '../../parts/instant.tsx';
import { ListOf } from '../../parts/list-of.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';
import { words } from '../../words/zh-CN.ts';

type Row = Answer<'/api/readings'>['items'][number];
const said = adminWords.reading;
/** An id tells people nothing; a code has a word. */
const sayObject = (about: string | null) =>
  about === null || /^[0-9a-f-]{36}$/.test(about) || wordOf(about) === about ? '' : wordOf(about);

export function Page() {
  const may = useMay();
  return (
    <>
      <PageHead title={words.menu.readings} />
      <p className="muted">{said.about}</p>
      <ListOf<Row>
        path="/api/readings"
        rowKey={({ id }) => id}
        firstSort="-at"
        filters={[
          {
            name: 'what',
            label: said.what,
            options: readingKinds.map((value) => ({ value, label: readingWords[value] })),
          },
          { name: 'from', label: said.from },
          { name: 'until', label: said.until },
        ]}
        columns={[
          { key: 'at', title: said.at, sort: 'at', show: ({ at }) => <Instant at={at} /> },
          {
            key: 'who',
            title: said.who,
            sort: 'accountName',
            show: ({ account, accountName }) => (
              <Link to={`/readings?account=${account}`} title={said.ofOne}>
                {accountName}
              </Link>
            ),
          },
          { key: 'what', title: said.what, show: ({ whatName }) => whatName },
          {
            key: 'case',
            title: said.case,
            show: ({ case: of, receiptNumber }) =>
              of === null ? null : may('dispute.read') && receiptNumber ? (
                <Link to={`/disputes/${of}`}>{receiptNumber}</Link>
              ) : (
                receiptNumber
              ),
          },
          { key: 'object', title: said.object, show: ({ about }) => sayObject(about), isExtra: true },
          { key: 'reason', title: said.reason, show: ({ reason }) => reason },
          { key: 'rows', title: said.rows, align: 'right', show: ({ rowCount }) => rowCount, isExtra: true },
        ]}
      />
    </>
  );
}
