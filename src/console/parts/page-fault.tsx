import { Alert, Button } from 'antd';
import { words } from '../words/zh-CN.ts';

/** A page that could not be shown at all: usually a new version was put in place meanwhile. */
export function PageFault() {
  return (
    <main className="sheet">
      <Alert
        type="error"
        showIcon
        title={words.error.page}
        action={<Button onClick={() => location.reload()}>{words.error.retry}</Button>}
      />
    </main>
  );
}
