/** Under a list: where one is in it, how many rows a page has, on to the next. */
import { Button, Select } from 'antd';
import { words } from '../words/zh-CN.ts';
import type { useList } from './use-list.ts';

type Given = Pick<ReturnType<typeof useList>, 'asked' | 'change' | 'page' | 'total' | 'pageNo' | 'limit'>;
const sizes = [20, 50, 100, 200];

export function ListFoot({ asked, change, page, total, pageNo, limit }: Given) {
  const pages = total === undefined ? undefined : Math.max(1, Math.ceil(total / limit));
  return (
    <div className="row spread" style={{ marginTop: 12 }}>
      <span className="muted number">
        {total !== undefined &&
          (pages === 1
            ? words.list.count.replace('{n}', String(total))
            : words.list.place
                .replace('{no}', String(pageNo))
                .replace('{pages}', String(pages))
                .replace('{n}', String(total)))}
      </span>
      {(asked.cursor !== undefined || page?.nextCursor || limit !== sizes[1]) && (
        <span className="row no-print">
          <Select
            aria-label={words.list.perPage}
            value={limit}
            options={sizes.map((value) => ({ value, label: words.list.size.replace('{n}', String(value)) }))}
            onChange={(value) => change({ limit: value === sizes[1] ? undefined : String(value) })}
            style={{ width: 128 }}
          />
          {asked.cursor && <Button onClick={() => change({})}>{words.list.first}</Button>}
          <Button
            disabled={!page?.nextCursor}
            onClick={() => {
              change({ cursor: page?.nextCursor ?? undefined, page: String(pageNo + 1) });
              scrollTo({ top: 0 });
            }}
          >
            {words.list.next}
          </Button>
        </span>
      )}
    </div>
  );
}
