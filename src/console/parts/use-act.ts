/** Which act's form is open stands in the address: a task leads to it in one click, and a reload opens it again. */
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

export type OpenAct = {
  /** The act whose form is shown. */
  act: string | null;
  /** The act that was asked for and is not open to one, or not any more. */
  refused: string | null;
  choose(act: string | null): void;
};

export function useAct(open: readonly string[]): OpenAct {
  const { search, hash } = useLocation();
  const navigate = useNavigate();
  const asked = new URLSearchParams(search).get('act');
  const isOpen = asked !== null && open.includes(asked);
  const [shown, show] = useState(isOpen ? asked : null);
  // Once shown it stays, also where having done it closes it: its answer is still to come.
  useEffect(() => {
    show((now) => (now === asked || isOpen ? asked : null));
  }, [asked, isOpen]);
  return {
    act: shown === asked ? shown : null,
    refused: asked !== null && !isOpen && shown !== asked ? asked : null,
    choose(act) {
      const next = new URLSearchParams(search);
      act === null ? next.delete('act') : next.set('act', act);
      void navigate({ search: next.toString(), hash }, { replace: act === null });
    },
  };
}
