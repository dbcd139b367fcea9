import { Button, Input, Upload } from 'antd';
import { useState } from 'react';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { ActDrawer } from '../../acts/act-drawer.tsx';
import type { Answer } from '../../api.ts';
import { useOrder } from '../../ask.ts';
import { ListOf } from '../../parts/list-of.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { caseWords } from '../../words/zh-CN/case.ts';
import { words } from '../../words/zh-CN.ts';
import type { Dispute } from './choices.ts';

const said = caseWords.evidence;
type File = Answer<'/api/disputes/{id}/evidence'>['items'][number];

export function Evidence({ of: { id, actions, seq } }: { of: Dispute }) {
  const [withdrawn, setWithdrawn] = useState<number | null>(null);
  return (
    <>
      {actions.includes('add-evidence') && <Add id={id} />}
      <ListOf<File>
        path="/api/disputes/{id}/evidence"
        inPath={{ id }}
        rowKey={(file) => file.id}
        firstSort="no"
        columns={[
          { key: 'no', title: said.no, sort: 'no', show: ({ no }) => no },
          {
            key: 'name',
            title: said.name,
            sort: 'name',
            show: ({ name, file, note }) => (
              <>
                <a href={file} target="_blank" rel="noreferrer">
                  {name}
                </a>
                {note && <div className="muted">{note}</div>}
              </>
            ),
          },
          {
            key: 'size',
            title: said.size,
            sort: 'bytes',
            align: 'right',
            show: ({ bytes }) => sayBytes(bytes),
            isExtra: true,
          },
          { key: 'by', title: said.addedBy, show: ({ addedByName }) => addedByName, isExtra: true },
          { key: 'on', title: said.addedOn, sort: 'addedOn', show: ({ addedOn }) => addedOn },
          { key: 'status', title: said.status, show: ({ status }) => wordOf(status), isExtra: true },
          {
            key: 'act',
            title: words.list.act,
            show: ({ no, status, name }) =>
              no !== null &&
              status === 'kept' &&
              actions.includes('withdraw-evidence') && (
                <Button size="small" aria-label={`${said.withdraw} ${name}`} onClick={() => setWithdrawn(no)}>
                  {said.withdraw}
                </Button>
              ),
          },
        ]}
      />
      {withdrawn !== null && (
        <ActDrawer
          path="/api/disputes/{id}/evidence/{no}/withdraw"
          to={`/api/disputes/${id}/evidence/${withdrawn}/withdraw`}
          title={said.withdraw}
          seen={seq}
          close={() => setWithdrawn(null)}
        />
      )}
    </>
  );
}

const MB = 1024 * 1024;
const sayBytes = (bytes: number) =>
  bytes >= MB ? `${(bytes / MB).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} kB`;

/** A file is sent when it is chosen, with what is written beside it. */
function Add({ id }: { id: string }) {
  const [note, setNote] = useState('');
  const { mutate, isPending, error } = useOrder();
  const send = (file: globalThis.File) => {
    const body = new FormData();
    if (note.trim() !== '') body.append('note', note.trim());
    body.append('file', file);
    mutate({ path: `/api/disputes/${id}/evidence`, body }, { onSuccess: () => setNote('') });
    return false;
  };
  return (
    <div className="row no-print" style={{ marginBottom: 12 }}>
      <Input
        value={note}
        onChange={({ target }) => setNote(target.value)}
        placeholder={said.note}
        aria-label={said.note}
        maxLength={1000}
        style={{ width: 280 }}
      />
      <Upload beforeUpload={send} showUploadList={false} disabled={isPending}>
        <Button type="primary" loading={isPending}>
          {said.add}
        </Button>
      </Upload>
      <span className="muted">{isPending ? said.sending : said.drop}</span>
      {error && <Trouble problem={error} />}
    </div>
  );
}
