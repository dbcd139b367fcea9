import { App, Button, Descriptions, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useAsk, useOrder } from '../../ask.ts';
import { useMay } from '../../me.tsx';
import { Answered } from '../../parts/answered.tsx';
import { Instant } from '../../parts/instant.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Sides } from '../../parts/sides.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';
import type { PackContent } from './pack-content.ts';
import { PackDifference } from './pack-difference.tsx';
import { Calendars, Rules, Wages } from './pack-tables.tsx';

const said = adminWords.pack;
/** The document leaves open what a pack has; it is what was published. */
const contentOf = (content: object) => content as PackContent;
const MOVING_MS = 3000;

export function Page() {
  const { id = '' } = useParams();
  const may = useMay();
  const [side, setSide] = useState<string>();
  const isOnly = useAsk('/api/rule-packs').data?.items.length === 1;
  const [isWatched, setWatched] = useState(false);
  const found = useAsk('/api/rule-packs/{id}', { path: { id } }, isWatched ? { everyMs: MOVING_MS } : {});
  return (
    <Answered of={found}>
      {({ name, validFrom, lastYear, publishedAt, publishedByName, sha256, moves, content }) => (
        <>
          <PageHead title={name}>
            {may('rule-pack.move') && <Move id={id} ordered={() => setWatched(true)} />}
          </PageHead>
          <Descriptions
            size="small"
            bordered
            column={{ xs: 1, sm: 1, md: 2 }}
            items={[
              { key: 'id', label: said.id, children: id },
              { key: 'from', label: said.validFrom, children: `${validFrom} ${said.since}` },
              { key: 'year', label: said.lastYear, children: `${lastYear} 年` },
              {
                key: 'published',
                label: said.published,
                children: (
                  <>
                    <Instant at={publishedAt} /> {publishedByName || said.system}
                  </>
                ),
              },
              {
                key: 'moves',
                label: said.moves,
                children: `${said.moved} ${moves.moved}，${said.pending} ${moves.pending}，${said.refused} ${moves.refused}`,
              },
              {
                key: 'sha',
                label: said.sha256,
                children: <span style={{ overflowWrap: 'anywhere' }}>{sha256}</span>,
              },
            ]}
          />
          <Sides
            name={said.name}
            at={side ?? (isOnly ? 'calendars' : 'difference')}
            change={setSide}
            of={[
              {
                key: 'difference',
                label: said.difference,
                show: () => <PackDifference id={id} content={contentOf(content)} />,
              },
              { key: 'calendars', label: said.calendars, show: () => <Calendars of={contentOf(content)} /> },
              { key: 'rules', label: said.rules, show: () => <Rules of={contentOf(content)} /> },
              { key: 'wages', label: said.wages, show: () => <Wages of={contentOf(content)} /> },
            ]}
          />
        </>
      )}
    </Answered>
  );
}

function Move({ id, ordered }: { id: string; ordered(): void }) {
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const { mutate, isPending, error } = useOrder();
  const { message } = App.useApp();
  const send = ({ reason }: { reason: string }) =>
    mutate(
      { path: `/api/rule-packs/${id}/move`, body: { reason } },
      {
        onSuccess: (answer) => {
          void message.success(`${said.ordered}：${(answer as { ordered: number }).ordered} 件`);
          setOpen(false);
          ordered();
        },
      },
    );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{said.move}</Button>
      <Modal
        open={isOpen}
        title={said.move}
        onCancel={() => setOpen(false)}
        onOk={form.submit}
        confirmLoading={isPending}
        destroyOnHidden
      >
        <p>{said.moveAbout}</p>
        <Form form={form} layout="vertical" onFinish={send}>
          <Form.Item
            name="reason"
            label={said.reason}
            rules={[{ required: true, message: `请填写${said.reason}` }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
          </Form.Item>
          {error && <Trouble problem={error} />}
        </Form>
      </Modal>
    </>
  );
}
