/** A manager chooses cases of a list and hands them on. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useMay } from '../../me.tsx';
import { manageWords } from '../../words/zh-CN/manage.ts';
import { Reassign } from './reassign.tsx';

type Selection = { keys: readonly string[]; change(keys: string[]): void };

/** `list`: what the list is given; `drawer`: what stands beside it. Nothing for those who hand nothing on. */
export function useReassigning(): { list: { selection?: Selection; extra?: ReactNode }; drawer: ReactNode } {
  const may = useMay();
  const [chosen, setChosen] = useState<string[]>([]);
  const [isOpen, setOpen] = useState(false);
  if (!may('reassignment.order')) return { list: {}, drawer: null };
  const extra = chosen.length > 0 && (
    <Button type="primary" onClick={() => setOpen(true)}>
      {manageWords.reassign.chosen.replace('{n}', String(chosen.length))}
    </Button>
  );
  return {
    list: { selection: { keys: chosen, change: setChosen }, extra },
    drawer: isOpen && (
      <Reassign which={{ cases: chosen }} close={() => setOpen(false)} done={() => setChosen([])} />
    ),
  };
}
