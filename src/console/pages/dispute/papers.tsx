import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { type Problem, requestFile } from '../../api.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { caseWords } from '../../words/zh-CN/case.ts';
import { words } from '../../words/zh-CN.ts';
import type { Dispute } from './choices.ts';

const said = caseWords.papers;
type Paper = Dispute['papers'][number];

export function Papers({ of: { papers } }: { of: Dispute }) {
  const [shown, setShown] = useState<Paper | null>(null);
  return (
    <>
      <WideTable<Paper>
        rowKey="id"
        dataSource={papers.toReversed()}
        locale={{ emptyText: <Empty description={said.empty} /> }}
        columns={[
          { key: 'kind', title: said.kind, render: (_, { kind }) => wordOf(kind) },
          { key: 'number', title: said.number, dataIndex: 'number', className: 'number' },
          { key: 'on', title: said.issuedOn, dataIndex: 'issuedOn', className: 'number' },
          { key: 'status', title: said.status, render: (_, { status }) => wordOf(status) },
          { key: 'code', title: said.checkCode, dataIndex: 'checkCode', className: 'number' },
          {
            key: 'act',
            title: words.list.act,
            render: (_, paper) => (
              <span className="row">
                <Button
                  size="small"
                  aria-label={`${said.view} ${paper.number}`}
                  onClick={() => setShown(paper)}
                >
                  {said.view}
                </Button>
                <a href={paper.file} target="_blank" rel="noreferrer">
                  {said.open}
                </a>
              </span>
            ),
          },
        ]}
      />
      {shown && <Preview of={shown} close={() => setShown(null)} />}
    </>
  );
}

const DRAWING_MS = 1000;

function Preview({ of: { file, kind, number }, close }: { of: Paper; close(): void }) {
  const found = useQuery<Blob | null, Problem>({
    queryKey: [file],
    queryFn: ({ signal }) => requestFile(file, signal),
    refetchInterval: ({ state }) => (state.data === null ? DRAWING_MS : false),
    gcTime: 0,
  });
  const [address, setAddress] = useState<string | null>(null);
  const { data } = found;
  useEffect(() => {
    if (!data) return;
    const made = URL.createObjectURL(data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  const title = `${wordOf(kind)} ${number}`;
  return (
    <Modal open title={title} onCancel={close} footer={null} width="min(960px, 96vw)">
      {found.error && <Trouble problem={found.error} retry={() => void found.refetch()} />}
      {address === null && found.error === null && <p role="status">{said.drawing}</p>}
      {address !== null && (
        <iframe src={address} title={title} style={{ width: '100%', height: '75vh', border: 0 }} />
      )}
    </Modal>
  );
}
