/** The views one keeps of a list: renamed, moved, given what is filtered now, deleted. */
import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import { useOrder } from '../ask.ts';
import { viewWords as said } from '../words/zh-CN/views.ts';
import { Trouble } from './trouble.tsx';

type Own = { id: string; name: string; query: string };

export function OwnViews({ of, here, close }: { of: readonly Own[]; here: string; close(): void }) {
  const { mutate, isPending, error } = useOrder();
  const change = (id: string, body: object) => mutate({ path: `/api/views/${id}`, body });
  const move = (from: number, to: number) => {
    const ids = of.map(({ id }) => id);
    const [moved = ''] = ids.splice(from, 1);
    ids.splice(to, 0, moved);
    mutate({ path: '/api/views/order', body: { ids } });
  };
  return (
    <Modal open title={said.manage} footer={null} onCancel={close} width={640}>
      {error && <Trouble problem={error} />}
      <ol className="plain">
        {of.map(({ id, name, query }, at) => (
          <li key={id} className="row">
            <Input
              defaultValue={name}
              key={name}
              maxLength={30}
              aria-label={said.nameOf.replace('{name}', name)}
              style={{ flex: '1 1 160px' }}
              onBlur={({ target }) =>
                target.value.trim() !== '' && target.value !== name && change(id, { name: target.value })
              }
              onPressEnter={({ currentTarget }) => currentTarget.blur()}
            />
            <Button
              icon={<ArrowUpOutlined />}
              aria-label={said.up.replace('{name}', name)}
              disabled={at === 0 || isPending}
              onClick={() => move(at, at - 1)}
            />
            <Button
              icon={<ArrowDownOutlined />}
              aria-label={said.down.replace('{name}', name)}
              disabled={at === of.length - 1 || isPending}
              onClick={() => move(at, at + 1)}
            />
            <Button disabled={query === here || isPending} onClick={() => change(id, { query: here })}>
              {said.takeFilters}
            </Button>
            <Button
              danger
              icon={<DeleteOutlined />}
              aria-label={said.discard.replace('{name}', name)}
              disabled={isPending}
              onClick={() =>
                mutate(
                  { path: `/api/views/${id}/discard` },
                  { onSuccess: () => (of.length === 1 ? close() : undefined) },
                )
              }
            />
          </li>
        ))}
      </ol>
    </Modal>
  );
}
