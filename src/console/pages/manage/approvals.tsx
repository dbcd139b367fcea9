import { App, Button, Descriptions, Empty, Form, Input, Modal, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import type { Answer } from '../../api.ts';
import { useAsk, useOrder } from '../../ask.ts';
import { Answered } from '../../parts/answered.tsx';
import { Due } from '../../parts/due.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { manageWords } from '../../words/zh-CN/manage.ts';
import { words } from '../../words/zh-CN.ts';

type Request = Answer<'/api/requests'>['items'][number];
type Decision = { request: Request; act: 'approve-request' | 'reject-request' };
const said = manageWords.requests;
const AT_ONCE = 100;

/** What waits for a second person: each with what it changes and why, decided on the spot. */
export function Page() {
  const found = useAsk('/api/requests', { query: { limit: AT_ONCE } });
  const [decision, setDecision] = useState<Decision | null>(null);
  return (
    <>
      <PageHead title={words.menu.requests} />
      <p className="muted">{said.about}</p>
      <Answered of={found}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 && <Empty description={said.none} />}
            {items.map((request) => (
              <Asked key={request.id} of={request} decide={(act) => setDecision({ request, act })} />
            ))}
            {nextCursor !== null && <p className="muted">{said.more}</p>}
          </>
        )}
      </Answered>
      {decision && <Decide of={decision} close={() => setDecision(null)} />}
    </>
  );
}

function Asked({ of: request, decide }: { of: Request; decide(act: Decision['act']): void }) {
  const { receiptNumber, what, about, was, becomes, reason, on, byName, approverName, isOwn } = request;
  return (
    <article className="clock" aria-label={`${receiptNumber} ${wordOf(what)}`}>
      <div className="row spread">
        <div className="row">
          <strong>
            <Link to={`/disputes/${request.case}`}>{receiptNumber}</Link> {wordOf(what)}
          </strong>
          <Tag>{wordOf(request.state)}</Tag>
          <span className="muted">
            {request.districtName} {request.ownerName}
          </span>
        </div>
        <Due on={request.dueOn} />
      </div>
      <Descriptions
        size="small"
        column={1}
        style={{ marginTop: 8 }}
        items={[
          ...(about === null ? [] : [{ key: 'about', label: said.what, children: about }]),
          ...(was === null
            ? []
            : [{ key: 'was', label: said.was, children: <span className="lines">{was}</span> }]),
          ...(becomes === null
            ? []
            : [{ key: 'becomes', label: said.becomes, children: <span className="lines">{becomes}</span> }]),
          { key: 'reason', label: said.reason, children: <span className="lines">{reason}</span> },
          { key: 'by', label: said.by, children: `${byName}，${on}` },
          ...(approverName === '' ? [] : [{ key: 'to', label: said.approver, children: approverName }]),
        ]}
      />
      {isOwn ? (
        <p className="muted">{said.own}</p>
      ) : (
        <div className="row" style={{ marginTop: 8 }}>
          <Button
            type="primary"
            aria-label={`${said.approve} ${receiptNumber}`}
            onClick={() => decide('approve-request')}
          >
            {said.approve}
          </Button>
          <Button aria-label={`${said.reject} ${receiptNumber}`} onClick={() => decide('reject-request')}>
            {said.reject}
          </Button>
        </div>
      )}
    </article>
  );
}

function Decide({ of: { request, act }, close }: { of: Decision; close(): void }) {
  const [form] = Form.useForm<{ note?: string }>();
  const { mutate, isPending, error } = useOrder();
  const { message } = App.useApp();
  const isRejected = act === 'reject-request';
  const title = isRejected ? said.reject : said.approve;
  const send = ({ note }: { note?: string }) =>
    mutate(
      {
        path: `/api/disputes/${request.case}/${act}`,
        body: { no: request.no, ...(note?.trim() ? { note: note.trim() } : {}) },
        seen: request.seq,
      },
      {
        onSuccess: () => {
          void message.success(words.form.done);
          close();
        },
      },
    );
  return (
    <Modal
      open
      title={`${title}：${request.receiptNumber} ${wordOf(request.what)}`}
      okText={title}
      cancelText={words.form.cancel}
      onCancel={close}
      onOk={form.submit}
      confirmLoading={isPending}
    >
      <Form form={form} layout="vertical" onFinish={send}>
        <Form.Item
          name="note"
          label={`${said.note}${isRejected ? '' : words.form.optional}`}
          rules={isRejected ? [{ required: true, whitespace: true, message: `请填写${said.note}` }] : []}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
        </Form.Item>
        {error && <Trouble problem={error} />}
      </Form>
    </Modal>
  );
}
