import { Result } from 'antd';
import { Link } from 'react-router';
import { words } from '../words/zh-CN.ts';

export function Page() {
  return (
    <Result
      status="404"
      title={<h1 style={{ fontSize: 20, margin: 0 }}>{words.error.notFound}</h1>}
      extra={<Link to="/">{words.error.back}</Link>}
    />
  );
}
