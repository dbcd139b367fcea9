import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { disputeTable } from '../../../domain/dispute/table.ts';
import { PartHead } from '../../parts/page-head.tsx';
import { ReadingDrawer } from '../../parts/reading-drawer.tsx';
import { caseWords } from '../../words/zh-CN/case.ts';
import { words } from '../../words/zh-CN.ts';

const said = caseWords.acts;
const table: Record<string, Record<string, readonly string[]>> = disputeTable;

/** What is not offered, and why: another's to do, or not in this state. It asks the table the buttons come from. */
export function WhyNot({
  state,
  actions,
  aimless,
  close,
}: {
  state: string;
  actions: readonly string[];
  /** Open, but there is nothing to do them on. */
  aimless: readonly string[];
  close(): void;
}) {
  const open = table[state] ?? {};
  const people = (hats: readonly string[]) => hats.flatMap((hat) => said.hats[hat] ?? []);
  const byOthers = Object.entries(open).filter(
    ([action, hats]) => !actions.includes(action) && people(hats).length > 0,
  );
  const later = new Map<string, string[]>();
  for (const [name, acts] of Object.entries(table))
    for (const [action, hats] of Object.entries(acts))
      if (name !== 'new' && !(action in open) && people(hats).length > 0)
        later.set(action, [...(later.get(action) ?? []), wordOf(name)]);
  return (
    <ReadingDrawer title={words.acts.whyNot} close={close}>
      {byOthers.length > 0 && <PartHead>{said.byOthers}</PartHead>}
      <ul className="plain">
        {byOthers.map(([action, hats]) => (
          <li key={action}>
            {wordOf(action)}：{people(hats).join('、')}
          </li>
        ))}
      </ul>
      {aimless.length > 0 && <PartHead>{said.aimless}</PartHead>}
      <ul className="plain">
        {aimless.map((action) => (
          <li key={action}>{wordOf(action)}</li>
        ))}
      </ul>
      <PartHead>{`${said.notNow}（${wordOf(state)}）`}</PartHead>
      <ul className="plain">
        {[...later].map(([action, states]) => (
          <li key={action}>
            {wordOf(action)}
            <span className="muted">　{`${said.only}：${states.join('、')}`}</span>
          </li>
        ))}
      </ul>
    </ReadingDrawer>
  );
}
