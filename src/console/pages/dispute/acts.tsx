/** What may be done on a dispute now, and why another act is not offered. */
import { Button } from 'antd';
import { useState } from 'react';
import { ActButtons } from '../../parts/act-buttons.tsx';
import { words } from '../../words/zh-CN.ts';
import { type Dispute, isAimless } from './choices.ts';
import { WhyNot } from './why-not.tsx';

/** They are part of the page they are about, and stand there. */
const elsewhere: ReadonlySet<string> = new Set([
  'add-evidence',
  'withdraw-evidence',
  'record-claim-facts',
  'compute-claims',
]);
/** Needed now and then, whatever the state. */
const rarely: ReadonlySet<string> = new Set([
  'assign',
  'recuse',
  'move-pack',
  'correct',
  'correct-payment',
  'withdraw-limitation-event',
  'certify-limitation',
  'record-limitation-event',
  'record-privacy-consent',
  'give-check-code',
  'add-parties',
  'appoint-representatives',
  'separate-members',
  'appoint-agent',
  'complete-party',
  'record-elements',
  'change-claims',
  'withdraw',
  'skip-station',
  'drop-draft',
  'ask-reopen',
]);

export function Acts({ of, choose }: { of: Dispute; choose(act: string): void }) {
  const { state, tasks, actions } = of;
  const aimless = actions.filter((action) => isAimless(of, action));
  const [isAsked, setAsked] = useState(false);
  return (
    <ActButtons
      actions={actions.filter((action) => !elsewhere.has(action) && !aimless.includes(action))}
      tasks={tasks}
      rarely={rarely}
      choose={choose}
    >
      <Button type="link" onClick={() => setAsked(true)}>
        {words.acts.whyNot}
      </Button>
      {isAsked && <WhyNot state={state} actions={actions} aimless={aimless} close={() => setAsked(false)} />}
    </ActButtons>
  );
}
