import { useSearchParams } from 'react-router';
import { useMay } from '../../me.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Sides } from '../../parts/sides.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';
import { words } from '../../words/zh-CN.ts';
import { Bodies } from './city-bodies.tsx';
import { Capacities } from './city-capacities.tsx';
import { Districts } from './city-districts.tsx';
import { CityEvents } from './city-events.tsx';

const said = adminWords.city;

/** The city's register: districts, bodies, the capacities of centres, and what became of them. */
export function Page() {
  const may = useMay();
  const [params, setParams] = useSearchParams();
  return (
    <>
      <PageHead title={words.menu.city} />
      <p className="muted">{said.about}</p>
      <Sides
        name={words.menu.city}
        at={params.get('side') ?? 'bodies'}
        change={(side) => setParams({ side })}
        of={[
          { key: 'bodies', label: said.bodies, show: () => <Bodies /> },
          { key: 'districts', label: said.districts, show: () => <Districts /> },
          ...(may('capacity.read')
            ? [{ key: 'capacities', label: said.capacities, show: () => <Capacities /> }]
            : []),
          ...(may('city-event.read')
            ? [{ key: 'events', label: said.events, show: () => <CityEvents /> }]
            : []),
        ]}
      />
    </>
  );
}
