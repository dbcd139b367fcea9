/** 大字版: kept on this device. */

import { Button } from 'antd';
import { createContext, use, useMemo, useState } from 'react';
import { words } from '../words/zh-CN.ts';

const KEY = 'type-size';
const Context = createContext({ isLarge: false, toggle: () => {} });

export function WithTypeSize({ children }: { children(isLarge: boolean): React.ReactNode }) {
  const [isLarge, setLarge] = useState(() => localStorage.getItem(KEY) === 'large');
  const given = useMemo(
    () => ({
      isLarge,
      toggle() {
        localStorage.setItem(KEY, isLarge ? 'normal' : 'large');
        setLarge(!isLarge);
      },
    }),
    [isLarge],
  );
  return <Context value={given}>{children(isLarge)}</Context>;
}

export function TypeSizeButton() {
  const { isLarge, toggle } = use(Context);
  return (
    <Button aria-pressed={isLarge} onClick={toggle}>
      {isLarge ? words.normalType : words.largeType}
    </Button>
  );
}
