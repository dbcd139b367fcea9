/** The stations as boxes, what waits for what as lines between them; on a phone one below the other. */
import './chain.css';
import { Link } from 'react-router';
import { sayChoice } from '../../../../templates/zh-CN/say-choice.ts';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { useMay } from '../../me.tsx';
import { Due } from '../../parts/due.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { usePlaces } from '../../parts/use-places.ts';
import { caseWords } from '../../words/zh-CN/case.ts';
import { type Layout, layOut, type Place, START } from './chain-layout.ts';
import type { Dispute } from './choices.ts';

const said = caseWords.chain;
type Referral = Dispute['referrals'][number];
type Station = Omit<Dispute['chain'][number], 'status'> & { status: string; isPlanned: boolean };

/** The plan, and beside it what was handed over without one. */
export function stationsOf({ chain, referrals }: Pick<Dispute, 'chain' | 'referrals'>): Station[] {
  const planned = new Set(chain.map(({ referral }) => referral));
  const highest = Math.max(START, ...chain.map(({ no }) => no));
  const others = referrals.filter(({ id }) => !planned.has(id));
  return [
    ...chain.map((one) => ({ ...one, isPlanned: true })),
    ...others.map(({ id, toBody, state, outcome }, index) => ({
      ...{ no: highest + 1 + index, body: toBody, after: [], why: '', referral: id, isPlanned: false },
      status: state !== 'closed' ? 'out' : outcome === 'returned' ? 'came-back' : 'done',
    })),
  ];
}

export function ChainPicture({ of: dispute }: { of: Dispute }) {
  const { bodies } = usePlaces();
  const nameOf = (id: string) => bodies.find(({ value }) => value === id)?.label ?? id;
  const stations = stationsOf(dispute);
  const layout = layOut(stations);
  const { columns, rows } = layout;
  const size = { '--columns': columns, '--rows': rows } as React.CSSProperties;
  return (
    <div className="chain" style={size}>
      <Lines of={layout} />
      <ol aria-label={caseWords.sides.chain}>
        {layout.places.map((place) => {
          const station = stations.find(({ no }) => no === place.no);
          const style = { gridColumn: place.column + 1, gridRow: place.row + 1 };
          return (
            <li key={place.no} style={style} data-status={station?.status ?? 'here'}>
              {station ? (
                <OneStation
                  of={station}
                  name={nameOf(station.body)}
                  sent={dispute.referrals.find(({ id }) => id === station.referral)}
                />
              ) : (
                <Here of={dispute} />
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Where the case itself is: it stays with its mediator whatever is handed over. */
function Here({ of: { ownerName, districtName, receivedOn, stateName } }: { of: Dispute }) {
  return (
    <div className="station">
      <span className="muted">{said.here}</span>
      <strong>{ownerName || said.nobody}</strong>
      <span>{districtName}</span>
      <ToneTag tone="plain">{stateName}</ToneTag>
      <span className="muted number">
        {said.since} {receivedOn}
      </span>
    </div>
  );
}

function OneStation({ of, name, sent }: { of: Station; name: string; sent: Referral | undefined }) {
  const may = useMay();
  const { no, after, why, status, isPlanned } = of;
  return (
    <div className="station">
      <span className="muted">
        {isPlanned ? `${said.station} ${no} ${said.stop}` : said.unplanned}
        {after.length > 0 && `（${said.after} ${after.join('、')} ${said.stop}）`}
      </span>
      <strong>{name}</strong>
      {why !== '' && <span>{sayChoice('why', why)}</span>}
      <ToneTag tone={toneOf(status)}>{wordOf(status)}</ToneTag>
      {sent ? (
        <span className="muted number">
          {`${said.since} ${sent.openedOn}　${wordOf(sent.state)}　`}
          {sent.state !== 'closed' && <Due on={sent.dueOn ?? sent.nextOn} isShort />}
        </span>
      ) : (
        <span className="muted">{said.notStarted}</span>
      )}
      {sent && may('referral.read') && (
        <Link className="no-print" to={`/referrals/${sent.id}`}>
          {said.referral}
          <span className="only-heard">{name}</span>
        </Link>
      )}
    </div>
  );
}

/** From the middle of one box to the middle of the next, the corner between the columns; the boxes cover the ends. */
function Lines({ of: { places, edges, columns, rows } }: { of: Layout }) {
  const at = new Map(places.map((one) => [one.no, one]));
  const x = ({ column }: Place) => ((column + 0.5) / columns) * 100;
  const y = ({ row }: Place) => ((row + 0.5) / rows) * 100;
  return (
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {edges.map(({ from, to }) => {
        const [start, end] = [at.get(from), at.get(to)];
        if (!start || !end) return null;
        const corner = (end.column / columns) * 100;
        return (
          <path
            key={`${from} ${to}`}
            d={`M ${x(start)} ${y(start)} H ${corner} V ${y(end)} H ${x(end)}`}
            vectorEffect="non-scaling-stroke"
          />
        );
      })}
    </svg>
  );
}

const toneOf = (status: string) =>
  status === 'done' ? 'good' : status === 'came-back' ? 'bad' : status === 'out' ? 'soon' : 'plain';
