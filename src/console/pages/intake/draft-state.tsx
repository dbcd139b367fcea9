import { Button } from 'antd';
import { Instant } from '../../parts/instant.tsx';
import { intakeWords } from '../../words/zh-CN/intake.ts';
import type { Saving } from './use-draft.ts';

const said = intakeWords.draft;

/** Whether what was typed is safe. */
export function DraftState({ of }: { of: Saving }) {
  if (of.is === 'failed')
    return (
      <span role="alert" className="late">
        {said.failed} {of.problem.message}{' '}
        {of.problem.status === 409 && <Button onClick={() => location.reload()}>{said.reload}</Button>}
      </span>
    );
  return (
    <span role="status" className="muted">
      {said[of.is]} {of.is === 'saved' && <Instant at={of.at} />}
    </span>
  );
}
