import { Button } from 'antd';
import { adminWords } from '../../words/zh-CN/admin.ts';

/** The last column of a register's table: a button a row; none for who may only look. */
export function changeColumn<T>(change: ((row: T) => void) | null) {
  if (change === null) return [];
  return [
    {
      key: 'change',
      title: adminWords.city.change,
      fixed: 'right' as const,
      render: (_: unknown, row: T) => (
        <Button size="small" onClick={() => change(row)}>
          {adminWords.city.change}
        </Button>
      ),
    },
  ];
}
