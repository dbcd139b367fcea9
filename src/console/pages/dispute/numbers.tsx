/** A person's numbers, whole: with a reason, and written down that they were read. */
import { Button } from 'antd';
import { useState } from 'react';
import { ActDrawer } from '../../acts/act-drawer.tsx';
import { useMay } from '../../me.tsx';
import { caseWords } from '../../words/zh-CN/case.ts';

const said = caseWords.head;

export function Numbers({ id, party, name }: { id: string; party: string; name: string }) {
  const may = useMay();
  const [isAsked, setAsked] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  if (!may('number.show')) return null;
  if (shown !== null) return <span className="number">{shown}</span>;
  return (
    <>
      <Button
        size="small"
        type="link"
        className="no-print"
        aria-label={`${name}：${said.numbers}`}
        onClick={() => setAsked(true)}
      >
        {said.numbers}
      </Button>
      {isAsked && (
        <ActDrawer
          path="/api/disputes/{id}/numbers"
          to={`/api/disputes/${id}/numbers`}
          title={said.numbersFor}
          choices={{ party: [{ value: party, label: name }] }}
          initial={{ party }}
          close={() => setAsked(false)}
          done={(answer) => setShown((answer as { number: string | null }).number ?? said.noNumber)}
        />
      )}
    </>
  );
}
