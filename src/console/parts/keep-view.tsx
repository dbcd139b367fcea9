/** What is filtered now is kept under a name. */
import { Form, Input, Modal } from 'antd';
import { useOrder } from '../ask.ts';
import { viewWords as said } from '../words/zh-CN/views.ts';
import { words } from '../words/zh-CN.ts';
import { Trouble } from './trouble.tsx';

export function KeepView({ page, query, close }: { page: string; query: string; close(): void }) {
  const [form] = Form.useForm<{ name: string }>();
  const { mutate, isPending, error } = useOrder();
  return (
    <Modal
      open
      title={said.keep}
      okText={words.form.submit}
      cancelText={words.form.cancel}
      confirmLoading={isPending}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ name }) =>
          mutate({ path: '/api/views', body: { page, name, query } }, { onSuccess: close })
        }
      >
        <Form.Item
          name="name"
          label={said.called}
          rules={[{ required: true, whitespace: true, message: said.nameIt }]}
        >
          <Input autoFocus maxLength={30} placeholder={said.example} />
        </Form.Item>
        {error && <Trouble problem={error} />}
      </Form>
    </Modal>
  );
}
