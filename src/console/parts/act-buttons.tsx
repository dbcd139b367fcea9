/** What may be done now: what is due first and in colour, what is seldom needed behind one button. */
import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { wordOf } from '../../../templates/zh-CN/word-of.ts';
import { isDue } from '../../domain/task-acts.ts';
import { words } from '../words/zh-CN.ts';

export function ActButtons({
  actions,
  tasks,
  rarely = new Set(),
  nameOf = wordOf,
  choose,
  children,
}: {
  actions: readonly string[];
  tasks: readonly { why: string }[];
  rarely?: ReadonlySet<string>;
  nameOf?(action: string): string;
  choose(act: string): void;
  children?: ReactNode;
}) {
  const isNow = (action: string) => isDue(action, tasks);
  const first = actions.filter((action) => isNow(action) || !rarely.has(action));
  const rest = actions.filter((action) => !first.includes(action));
  return (
    <section aria-label={words.acts.name} className="row no-print" style={{ marginBottom: 16 }}>
      {actions.length === 0 && <span className="muted">{words.acts.none}</span>}
      {[...first.filter(isNow), ...first.filter((one) => !isNow(one))].map((action) => (
        <Button key={action} type={isNow(action) ? 'primary' : 'default'} onClick={() => choose(action)}>
          {nameOf(action)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((key) => ({ key, label: nameOf(key) })),
            onClick: ({ key }) => choose(key),
          }}
        >
          <Button aria-haspopup="menu">
            {words.acts.more} <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      )}
      {children}
    </section>
  );
}
