import { Button, Input, Upload } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Answer } from '../../api.ts';
import { useOrder } from '../../ask.ts';
import { useMay } from '../../me.tsx';
import { Instant } from '../../parts/instant.tsx';
import { ListOf } from '../../parts/list-of.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { importWords as said } from '../../words/zh-CN/import.ts';

type Row = Answer<'/api/imports'>['items'][number];

/** Registers brought in before, and a new one. */
export function Page() {
  const may = useMay();
  return (
    <>
      <PageHead title={said.title} />
      {may('import.bring') && <Bring />}
      <ListOf<Row>
        path="/api/imports"
        rowKey={({ id }) => id}
        to={({ id }) => `/imports/${id}`}
        firstSort="-at"
        columns={[
          {
            key: 'file',
            title: said.columns.file,
            sort: 'fileName',
            show: ({ id, fileName }) => <Link to={`/imports/${id}`}>{fileName ?? said.pasted}</Link>,
          },
          { key: 'at', title: said.columns.at, sort: 'at', show: ({ at }) => <Instant at={at} /> },
          { key: 'by', title: said.columns.by, show: ({ byName }) => byName, isExtra: true },
          { key: 'total', title: said.columns.total, align: 'right', show: ({ total }) => total },
          { key: 'done', title: said.columns.done, align: 'right', show: ({ done }) => done },
          { key: 'refused', title: said.columns.refused, align: 'right', show: ({ refused }) => refused },
          {
            key: 'pending',
            title: said.columns.pending,
            align: 'right',
            show: ({ pending }) => pending,
            isExtra: true,
          },
        ]}
      />
    </>
  );
}

function Bring() {
  const [text, setText] = useState('');
  const { mutate, isPending, error } = useOrder();
  const navigate = useNavigate();
  const send = (body: FormData | { text: string }) =>
    mutate(
      { path: '/api/imports', body },
      { onSuccess: (made) => void navigate(`/imports/${(made as { id: string }).id}`) },
    );
  const sendFile = (file: File) => {
    const body = new FormData();
    body.append('file', file);
    send(body);
    return false;
  };
  return (
    <section aria-label={said.bring} className="no-print" style={{ marginBottom: 16 }}>
      <p className="muted">{said.hint}</p>
      <div className="row" style={{ alignItems: 'flex-start' }}>
        <Upload beforeUpload={sendFile} showUploadList={false} accept=".xlsx,.csv" disabled={isPending}>
          <Button type="primary" loading={isPending}>
            {said.choose}
          </Button>
        </Upload>
        <Input.TextArea
          value={text}
          onChange={({ target }) => setText(target.value)}
          placeholder={said.paste}
          aria-label={said.paste}
          autoSize={{ minRows: 1, maxRows: 8 }}
          style={{ width: 'min(480px, 100%)' }}
        />
        {text.trim() !== '' && (
          <Button onClick={() => send({ text })} loading={isPending}>
            {said.pasteInto}
          </Button>
        )}
      </div>
      {error && <Trouble problem={error} />}
    </section>
  );
}
