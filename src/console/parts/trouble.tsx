import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { Problem } from '../api.ts';
import { words } from '../words/zh-CN.ts';

/** What went wrong, in the API's own sentence, and what to do; where others were faster, what they did. */
export function Trouble({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers give a promise, which is no clean-up.
    void ref.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={ref} role="alert" style={{ marginBottom: 16 }}>
      <Alert
        type="error"
        showIcon
        role="presentation"
        title={problem.message || words.error.page}
        description={
          <>
            {problem.changes.length > 0 && (
              <>
                <p>{words.error.changed}</p>
                <ul>
                  {problem.changes.map(({ seq, on, actorName, sentence }) => (
                    <li key={seq}>
                      {on} {actorName}：{sentence}
                    </li>
                  ))}
                </ul>
              </>
            )}
            {problem.fields.length > 1 && (
              <ul>
                {problem.fields.map(({ path, message }) => (
                  <li key={`${path} ${message}`}>{message}</li>
                ))}
              </ul>
            )}
            {retry && (
              <Button size="small" onClick={retry}>
                {words.error.retry}
              </Button>
            )}
          </>
        }
      />
    </div>
  );
}
