/** One referral: who has it, until when, what was said, and what its reader may do. */
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { referralActionWords } from '../../../../templates/zh-CN/words.ts';
import { ActDrawer } from '../../acts/act-drawer.tsx';
import type { Choice } from '../../acts/schema-form.tsx';
import type { Answer } from '../../api.ts';
import { useAsk } from '../../ask.ts';
import { ActButtons } from '../../parts/act-buttons.tsx';
import { Answered } from '../../parts/answered.tsx';
import { NotNow } from '../../parts/not-now.tsx';
import { PageHead, PartHead } from '../../parts/page-head.tsx';
import { ReadingDrawer } from '../../parts/reading-drawer.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { useAct } from '../../parts/use-act.ts';
import { referralPageWords as said } from '../../words/zh-CN/referral.ts';
import { words } from '../../words/zh-CN.ts';
import { Clocks } from '../dispute/clocks.tsx';
import { Brought, ReferralHead } from './head.tsx';
import { Hops, Thread } from './thread.tsx';

export type Referral = Answer<'/api/referrals/{id}'>;

export function Page() {
  const { id = '' } = useParams();
  const found = useAsk('/api/referrals/{id}', { path: { id } });
  return <Answered of={found}>{(referral) => <One of={referral} />}</Answered>;
}

function One({ of: referral }: { of: Referral }) {
  const { id, actions, tasks, withheld, state, seq, fromName, toName, urgency, brought } = referral;
  const { act, refused, choose } = useAct(actions);
  const [isAsked, setAsked] = useState(false);
  const enclosed = useFiles(referral, act !== null && withFiles.has(act));
  return (
    <>
      <PageHead
        title={
          <span className="row">
            {`${fromName} → ${toName}`} <ToneTag tone="plain">{wordOf(state)}</ToneTag>
            {urgency === 'urgent' && <ToneTag tone="bad">{wordOf(urgency)}</ToneTag>}
          </span>
        }
      />
      {refused && <NotNow name={actName(refused)} close={() => choose(null)} />}
      <ActButtons
        actions={actions.toSorted((a, b) => rankOf(a) - rankOf(b))}
        tasks={[...tasks, ...(answers[state] ?? [])]}
        rarely={rarely}
        nameOf={actName}
        choose={choose}
      >
        {withheld.length > 0 && (
          <Button type="link" onClick={() => setAsked(true)}>
            {words.acts.whyNot}
          </Button>
        )}
      </ActButtons>
      <div className="beside">
        <ReferralHead of={referral} />
        <Clocks of={referral.clocks} />
      </div>
      {brought && <Brought of={brought} />}
      <PartHead>{said.thread.title}</PartHead>
      <Thread of={referral} />
      <PartHead>{said.hops.title}</PartHead>
      <Hops of={referral.hops} />
      {isAsked && (
        <ReadingDrawer title={words.acts.whyNot} close={() => setAsked(false)}>
          <ul className="plain">
            {withheld.map(({ action, reason }) => (
              <li key={action}>
                <strong>{actName(action)}</strong>：{reason}
              </li>
            ))}
          </ul>
        </ReadingDrawer>
      )}
      {act && (
        <ActDrawer
          path={`/api/referrals/{id}/${act}`}
          to={`/api/referrals/${id}/${act}`}
          title={actName(act)}
          seen={seq}
          choices={{
            ...(withFiles.has(act) ? { enclosed } : {}),
            ...(act === 'report'
              ? { outcome: referral.outcomes.map(({ code, name }) => ({ value: code, label: name })) }
              : {}),
          }}
          close={() => choose(null)}
        />
      )}
    </>
  );
}

/** What the receiver, who has no tasks here, owes. */
const answers: Record<string, { why: string }[]> = {
  sent: [{ why: 'receive' }],
  received: [{ why: 'accept' }],
  accepted: [{ why: 'report' }],
  working: [{ why: 'report' }],
};
const order = ['receive', 'accept', 'return', 'report', 'send', 'close'];
const rankOf = (action: string) => (order.includes(action) ? order.indexOf(action) : order.length);
const actName = (action: string) => (referralActionWords as Record<string, string>)[action] ?? wordOf(action);

const withFiles: ReadonlySet<string> = new Set(['send', 'send-materials']);
const rarely: ReadonlySet<string> = new Set(['move-pack', 'escalate', 'give-up', 'recall']);

/** Papers and evidence of the case it came from: what may go along. */
function useFiles({ parent, papers }: Referral, isWanted: boolean): Choice[] {
  const path = { id: parent ?? '' };
  const isOff = !isWanted || parent === null;
  const origin = useAsk('/api/disputes/{id}', { path }, { isOff });
  const evidence = useAsk('/api/disputes/{id}/evidence', { path, query: {} }, { isOff });
  const ofPaper = ({ id, kind, number }: (typeof papers)[number]) => ({
    value: id,
    label: `${wordOf(kind)} ${number}`,
  });
  return [
    ...(origin.data?.papers ?? []).map(ofPaper),
    ...papers.map(ofPaper),
    ...(evidence.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
}
