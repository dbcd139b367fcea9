/** What may be done now: what is due first, the rest behind one button, and why another is not. */
import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { caseWords } from '../../words/zh-CN/case.ts';
import type { Dispute } from './choices.ts';
import { WhyNot } from './why-not.tsx';

const said = caseWords.acts;

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

export function Acts({
  state,
  tasks,
  actions,
  choose,
}: Pick<Dispute, 'state' | 'tasks' | 'actions'> & { choose(act: string): void }) {
  const [isAsked, setAsked] = useState(false);
  const here = actions.filter((action) => !elsewhere.has(action));
  const isDue = (action: string) => tasks.some(({ why }) => why === action);
  const first = here.filter((action) => isDue(action) || !rarely.has(action));
  const rest = here.filter((action) => !first.includes(action));
  return (
    <section aria-label={said.name} className="row no-print" style={{ marginBottom: 16 }}>
      {here.length === 0 && <span className="muted">{said.none}</span>}
      {[...first.filter(isDue), ...first.filter((one) => !isDue(one))].map((action) => (
        <Button key={action} type={isDue(action) ? 'primary' : 'default'} onClick={() => choose(action)}>
          {wordOf(action)}
        </Button>
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((key) => ({ key, label: wordOf(key) })),
            onClick: ({ key }) => choose(key),
          }}
        >
          <Button aria-haspopup="menu">
            {said.more} <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      )}
      <Button type="link" onClick={() => setAsked(true)}>
        {said.whyNot}
      </Button>
      {isAsked && <WhyNot state={state} actions={actions} close={() => setAsked(false)} />}
    </section>
  );
}
