import { Button, Result } from 'antd';
import { Link } from 'react-router';
import { words } from '../words/zh-CN.ts';

export function Page() {
  return (
    <Result
      status="404"
      title={words.error.notFound}
      extra={
        <Link to="/">
          <Button type="primary">{words.error.back}</Button>
        </Link>
      }
    />
  );
}
