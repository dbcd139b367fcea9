import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import { useIsReached } from '../reach.ts';
import { words } from '../words/zh-CN.ts';

/** Says that the server does not answer, for as long as it does not; afterwards what is shown is read anew. */
export function Unreached() {
  const isReached = useIsReached();
  const wasReached = useRef(true);
  const client = useQueryClient();
  useEffect(() => {
    if (isReached && !wasReached.current) void client.invalidateQueries();
    wasReached.current = isReached;
  }, [isReached, client]);
  return (
    <div role="status">
      {!isReached && <Alert banner type="warning" role="presentation" title={words.error.unreached} />}
    </div>
  );
}
