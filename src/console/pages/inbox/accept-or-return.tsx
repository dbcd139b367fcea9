/** What another body handed over: accepted in two clicks, signed for with it; or returned, where a form asks for the reason. */
import { App, Button, Popconfirm } from 'antd';
import type { Problem } from '../../api.ts';
import { useOrder } from '../../ask.ts';
import { inboxWords as said } from '../../words/zh-CN/inbox.ts';
import { words } from '../../words/zh-CN.ts';

type Given = {
  referral: string;
  /** Not signed for yet. */
  isNew: boolean;
  giveBack(): void;
};

export function AcceptOrReturn({ referral, isNew, giveBack }: Given) {
  const { message } = App.useApp();
  const { mutateAsync, isPending } = useOrder();
  const accept = async () => {
    try {
      for (const act of isNew ? ['receive', 'accept'] : ['accept'])
        await mutateAsync({ path: `/api/referrals/${referral}/${act}`, body: {} });
      void message.success(words.form.done);
    } catch (error) {
      void message.error((error as Problem).message);
    }
  };
  return (
    <span className="row" style={{ flexWrap: 'nowrap' }}>
      <Popconfirm
        title={said.accept}
        description={said.acceptMeans}
        okText={words.form.submit}
        cancelText={words.form.cancel}
        onConfirm={() => void accept()}
        placement="left"
      >
        <Button type="primary" loading={isPending}>
          {said.accept}
        </Button>
      </Popconfirm>
      <Button onClick={giveBack}>{said.giveBack}</Button>
    </span>
  );
}
