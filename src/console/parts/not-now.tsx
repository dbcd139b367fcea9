import { Alert } from 'antd';
import { words } from '../words/zh-CN.ts';

/** An act that a link asked for and that is not open, or not any more. */
export function NotNow({ name, close }: { name: string; close(): void }) {
  return (
    <Alert
      type="info"
      showIcon
      className="no-print"
      style={{ marginBottom: 16 }}
      title={words.acts.notNow.replace('{act}', name)}
      closable={{ onClose: close }}
    />
  );
}
