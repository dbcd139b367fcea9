/** The page one leaves stands until the next one's code is there: on a slow line, that it is coming is shown. */
import { useNavigation } from 'react-router';
import { words } from '../words/zh-CN.ts';
import { useLate } from './use-late.ts';

/** What comes sooner needs no telling. */
const PATIENCE_MS = 300;

export function Coming() {
  const isComing = useNavigation().state !== 'idle';
  const isLate = useLate(isComing, PATIENCE_MS);
  return (
    isComing &&
    isLate && (
      <div className="coming no-print" role="progressbar" aria-label={words.coming}>
        <span />
      </div>
    )
  );
}
