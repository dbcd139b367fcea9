import { Button, Card, Form, Input } from 'antd';
import { useState } from 'react';
import { keepCsrfToken, order, type Problem } from './api.ts';
import { Trouble } from './parts/trouble.tsx';
import { words } from './words/zh-CN.ts';

type Given = { login: string; password: string };

/** Name and password; `done` once the session stands. */
export function SignIn({ done, isBare = false, login }: { done(): void; isBare?: boolean; login?: string }) {
  const { problem, isBusy, send } = useSend<Given>('/api/sign-in', done);
  const form = (
    <Form<Given> layout="vertical" onFinish={send} initialValues={{ login }} requiredMark={false}>
      <Form.Item
        name="login"
        label={words.signIn.login}
        rules={[{ required: true, message: '请填写登录名' }]}
      >
        <Input autoComplete="username" autoFocus readOnly={login !== undefined} />
      </Form.Item>
      <Form.Item
        name="password"
        label={words.signIn.password}
        rules={[{ required: true, message: '请填写密码' }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {problem && <Trouble problem={problem} />}
      <Button type="primary" htmlType="submit" block loading={isBusy}>
        {words.signIn.enter}
      </Button>
    </Form>
  );
  return isBare ? form : <Door title={words.fullName}>{form}</Door>;
}

type Change = { oldPassword: string; newPassword: string };

/** Whoever came with a password for one time chooses their own. */
export function NewPassword({ done }: { done(): void }) {
  const { problem, isBusy, send } = useSend<Change>('/api/me/password', done);
  return (
    <Door title={words.signIn.change}>
      <p>{words.signIn.changeFirst}</p>
      <Form<Change> layout="vertical" onFinish={send} requiredMark={false}>
        <Form.Item name="oldPassword" label={words.signIn.oldPassword} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
        <Form.Item name="newPassword" label={words.signIn.newPassword} rules={[{ required: true }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {problem && <Trouble problem={problem} />}
        <Button type="primary" htmlType="submit" block loading={isBusy}>
          {words.signIn.change}
        </Button>
      </Form>
    </Door>
  );
}

function Door({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <main style={{ maxWidth: 380, margin: '12vh auto 0', padding: 16 }}>
      <Card title={<h1 style={{ fontSize: 20, margin: 0 }}>{title}</h1>}>{children}</Card>
    </main>
  );
}

function useSend<T>(path: string, done: () => void) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (given: T) => {
    setBusy(true);
    setProblem(null);
    try {
      const { csrfToken } = (await order(path, given)) as { csrfToken: string };
      keepCsrfToken(csrfToken);
      done();
    } catch (error) {
      setProblem(error as Problem);
    } finally {
      setBusy(false);
    }
  };
  return { problem, isBusy, send: (given: T) => void send(given) };
}
