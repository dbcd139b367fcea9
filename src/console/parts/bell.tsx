import { BellOutlined } from '@ant-design/icons';
import { Badge } from 'antd';
import { Link } from 'react-router';
import { useAsk } from '../ask.ts';
import { words } from '../words/zh-CN.ts';

/** Notices, and how many of them one has not seen. */
export function Bell() {
  const unseen = useAsk('/api/notices', { query: { isSeen: 'false', format: 'count' } } as never);
  const { total = 0 } = (unseen.data ?? {}) as { total?: number };
  const name = total === 0 ? words.menu.notices : words.menu.unseen.replace('{n}', String(total));
  return (
    <Link to="/notices" aria-label={name} title={name} className="bell">
      <Badge count={total} size="small" overflowCount={99} color="#a8071a">
        <BellOutlined style={{ fontSize: 18 }} />
      </Badge>
    </Link>
  );
}
