/** One more year of holidays: filled in, previewed, and only what was previewed is published. */
import { App, Button, Form } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { paths } from '../../api.ts';
import { useOrder } from '../../ask.ts';
import { useMay } from '../../me.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';
import { CalendarFields, draftOf, type Filled, Paste } from './calendar-form.tsx';
import { PreviewShown } from './preview-shown.tsx';

export type Preview =
  paths['/api/rule-packs/preview']['post']['responses']['200']['content']['application/json'];
const said = adminWords.calendar;

export function Page() {
  const may = useMay();
  const navigate = useNavigate();
  const { modal, message } = App.useApp();
  const [form] = Form.useForm<Filled>();
  const [seen, setSeen] = useState<{ draft: ReturnType<typeof draftOf>; preview: Preview } | null>(null);
  const preview = useOrder();
  const publishing = useOrder();
  const look = (values: Filled) => {
    const draft = draftOf(values);
    setSeen(null);
    preview.mutate(
      { path: '/api/rule-packs/preview', body: draft },
      { onSuccess: (answer) => setSeen({ draft, preview: answer as Preview }) },
    );
  };
  const publish = () => {
    if (seen === null) return;
    modal.confirm({
      title: said.publish,
      content: said.publishAsk,
      onOk: () =>
        publishing.mutate(
          { path: '/api/rule-packs', body: { ...seen.draft, sha256: seen.preview.sha256 } },
          {
            onSuccess: () => {
              void message.success(said.publishedNow);
              void navigate(`/rule-packs/${seen.draft.id}`);
            },
          },
        ),
    });
  };
  const problem = preview.error ?? publishing.error;
  return (
    <>
      <PageHead title={adminWords.pack.load}>
        <Paste
          fill={(filled) => {
            form.setFieldsValue(filled as Filled);
            setSeen(null);
          }}
        />
      </PageHead>
      <p className="muted">{said.previewFirst}</p>
      <Form<Filled>
        form={form}
        layout="vertical"
        initialValues={{ holidays: [{}] }}
        onFinish={look}
        // What is no longer what was previewed cannot be published.
        onValuesChange={() => setSeen(null)}
        scrollToFirstError
      >
        <CalendarFields />
        <div className="row" style={{ margin: '16px 0' }}>
          <Button type={seen ? 'default' : 'primary'} htmlType="submit" loading={preview.isPending}>
            {said.preview}
          </Button>
          {may('rule-pack.publish') && (
            <Button type="primary" disabled={seen === null} loading={publishing.isPending} onClick={publish}>
              {said.publish}
            </Button>
          )}
        </div>
        {problem && <Trouble problem={problem} />}
      </Form>
      {seen && <PreviewShown of={seen.preview} />}
    </>
  );
}
