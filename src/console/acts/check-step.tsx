/** The second look before an act with legal effect: what was filled in, what will come of it. */
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { PartHead } from '../parts/page-head.tsx';
import { words } from '../words/zh-CN.ts';
import { Filled, type Named } from './filled.tsx';

const said = words.form;

type Given = {
  of: Record<string, unknown>;
  named: Named;
  isPending: boolean;
  back(): void;
  sure(): void;
  children: ReactNode;
};

export function CheckStep({ of, named, isPending, back, sure, children }: Given) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <section ref={place} aria-label={said.check} tabIndex={-1} style={{ outline: 'none' }}>
      <strong>{said.check}</strong>
      {children}
      <PartHead>{said.filled}</PartHead>
      {Object.keys(of).length === 0 ? (
        <p className="muted">{said.nothingFilled}</p>
      ) : (
        <Filled of={of} named={named} />
      )}
      <div className="row" style={{ marginTop: 16 }}>
        <Button type="primary" loading={isPending} onClick={sure}>
          {said.sure}
        </Button>
        <Button onClick={back}>{said.back}</Button>
      </div>
    </section>
  );
}
