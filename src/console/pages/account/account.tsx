import { App, Button, Descriptions, Form, Input } from 'antd';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { keepCsrfToken } from '../../api.ts';
import { useAsk, useOrder } from '../../ask.ts';
import { useMe } from '../../me.tsx';
import { Answered } from '../../parts/answered.tsx';
import { PageHead, PartHead } from '../../parts/page-head.tsx';
import { Sessions } from '../../parts/sessions.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { useAskFirst } from '../../parts/use-ask-first.ts';
import { usePlaces } from '../../parts/use-places.ts';
import { adminWords } from '../../words/zh-CN/admin.ts';
import { words } from '../../words/zh-CN.ts';

const said = adminWords.me;

export function Page() {
  const me = useMe();
  const { nameOf, bodies } = usePlaces();
  const sessions = useAsk('/api/me/sessions');
  const { act } = useAskFirst();
  return (
    <>
      <PageHead title={words.menu.account} />
      <Descriptions
        size="small"
        bordered
        column={{ xs: 1, sm: 1, md: 2 }}
        items={[
          { key: 'name', label: adminWords.account.name, children: me.name },
          { key: 'login', label: adminWords.account.login, children: me.login },
          { key: 'roles', label: adminWords.account.roles, children: me.roles.map(wordOf).join('、') },
          { key: 'district', label: adminWords.account.district, children: nameOf(me.district) },
          {
            key: 'body',
            label: adminWords.account.body,
            children: bodies.find(({ value }) => value === me.body)?.label ?? '—',
          },
        ]}
      />
      <PartHead>{said.password}</PartHead>
      <OwnPassword />
      <PartHead>{said.sessions}</PartHead>
      <Answered of={sessions}>
        {({ items }) => (
          <>
            <Sessions of={items} end={({ id }) => act({ path: `/api/me/sessions/${id}/end` })} />
            {items.length > 1 && (
              <Button style={{ marginTop: 12 }} onClick={() => act({ path: '/api/me/sessions/end-others' })}>
                {adminWords.session.endOthers}
              </Button>
            )}
          </>
        )}
      </Answered>
    </>
  );
}

type Change = { oldPassword: string; newPassword: string; again: string };

/** Nothing of it is kept in the tab. */
function OwnPassword() {
  const [form] = Form.useForm<Change>();
  const { mutate, isPending, error } = useOrder();
  const { message } = App.useApp();
  const send = ({ oldPassword, newPassword }: Change) =>
    mutate(
      { path: '/api/me/password', body: { oldPassword, newPassword } },
      {
        onSuccess: (answer) => {
          keepCsrfToken((answer as { csrfToken: string }).csrfToken);
          form.resetFields();
          void message.success(said.changed);
        },
      },
    );
  const field = (name: keyof Change, label: string, autoComplete: string) => (
    <Form.Item
      name={name}
      label={label}
      rules={[
        { required: true, message: `请填写${label}` },
        ...(name === 'again'
          ? [
              {
                validator: (_: unknown, value: string) =>
                  !value || value === form.getFieldValue('newPassword')
                    ? Promise.resolve()
                    : Promise.reject(new Error(said.differ)),
              },
            ]
          : []),
      ]}
    >
      <Input.Password autoComplete={autoComplete} />
    </Form.Item>
  );
  return (
    <Form<Change> form={form} layout="vertical" onFinish={send} style={{ maxWidth: 380 }}>
      <p className="muted">{said.passwordHint}</p>
      {field('oldPassword', said.oldPassword, 'current-password')}
      {field('newPassword', said.newPassword, 'new-password')}
      {field('again', said.again, 'new-password')}
      {error && <Trouble problem={error} />}
      <Button type="primary" htmlType="submit" loading={isPending}>
        {said.password}
      </Button>
    </Form>
  );
}
