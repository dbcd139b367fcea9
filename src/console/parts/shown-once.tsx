import { Alert, Button, Modal, Typography } from 'antd';
import { adminWords } from '../words/zh-CN/admin.ts';

/** A secret that is shown this once: it goes only when whoever sees it says so. */
export function ShownOnce({
  title,
  secret,
  note,
  close,
}: {
  title: string;
  secret: string | null;
  note: string;
  close(): void;
}) {
  return (
    <Modal
      open
      title={title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={close}>
          {adminWords.once.taken}
        </Button>
      }
    >
      {secret === null ? (
        <Alert type="warning" showIcon title={adminWords.once.gone} />
      ) : (
        <>
          <p>{note}</p>
          <Typography.Paragraph
            copyable={{ text: secret, tooltips: false }}
            code
            style={{ overflowWrap: 'anywhere' }}
          >
            {secret}
          </Typography.Paragraph>
        </>
      )}
    </Modal>
  );
}
