import { Drawer } from 'antd';
import type { ReactNode } from 'react';

/** A drawer with nothing in it but text: the keyboard scrolls it all the same. */
export function ReadingDrawer({
  title,
  close,
  children,
}: {
  title: string;
  close(): void;
  children: ReactNode;
}) {
  const scrolled = { role: 'group', tabIndex: 0, 'aria-label': title };
  return (
    <Drawer open title={title} size={560} onClose={close}>
      <div {...scrolled}>{children}</div>
    </Drawer>
  );
}
