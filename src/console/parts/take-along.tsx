/** The list taken along: all of its rows as it is narrowed, however long making the file takes. */
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { type Problem, takeAlong } from '../api.ts';
import { words } from '../words/zh-CN.ts';

const kinds = [
  { key: 'xlsx', label: 'Excel' },
  { key: 'csv', label: 'CSV' },
] as const;
/** What is to be read, and not only seen, stays longer. */
const LONG_S = 10;

type Given = { fileOf(format: string): string; total: number | undefined; printAll(): void };

export function TakeAlong({ fileOf, total, printAll }: Given) {
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const take = async (format: string) => {
    setBusy(true);
    const told = message.loading(words.list.taking.replace('{n}', String(total ?? '')), 0);
    try {
      const { file, name, isCut } = await takeAlong(fileOf(format));
      save(file, name);
      void (isCut ? message.warning(words.list.cut, LONG_S) : message.success(words.list.taken));
    } catch (error) {
      void message.error((error as Problem).message);
    } finally {
      told();
      setBusy(false);
    }
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [...kinds, { key: 'print', label: words.list.print }],
        onClick: ({ key }) => (key === 'print' ? printAll() : void take(key)),
      }}
    >
      <Button loading={isBusy} aria-haspopup="menu">
        {words.list.export}
      </Button>
    </Dropdown>
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
