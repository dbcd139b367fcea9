import { Button, Progress, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { saySkill } from '../../../../templates/zh-CN/advice.ts';
import { mediatorSkills } from '../../../domain/dispute/assignment.ts';
import { ActDrawer } from '../../acts/act-drawer.tsx';
import type { Answer } from '../../api.ts';
import { useMay } from '../../me.tsx';
import { ListOf } from '../../parts/list-of.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { usePlaces } from '../../parts/use-places.ts';
import { manageWords } from '../../words/zh-CN/manage.ts';
import { words } from '../../words/zh-CN.ts';

type Row = Answer<'/api/mediators'>['items'][number];
const said = manageWords.mediators;
const skills = mediatorSkills.map((value) => ({ value, label: saySkill(value) }));

export function Page() {
  const may = useMay();
  const { districts } = usePlaces();
  const [chosen, setChosen] = useState<Row | null>(null);
  return (
    <>
      <PageHead title={words.menu.people} />
      <ListOf<Row>
        path="/api/mediators"
        rowKey={({ id }) => id}
        firstSort="login"
        filters={[
          { name: 'district', label: said.district, options: districts },
          { name: 'skill', label: said.skill, options: skills, width: 180 },
          {
            name: 'isAway',
            label: said.awayOr,
            options: [
              { value: 'true', label: said.isAway },
              { value: 'false', label: said.isHere },
            ],
          },
        ]}
        columns={[
          {
            key: 'name',
            title: said.name,
            sort: 'login',
            show: ({ id, name }) =>
              may('dispute.read') ? <Link to={`/disputes?owner=${id}&isOpen=true`}>{name}</Link> : name,
          },
          {
            key: 'district',
            title: said.district,
            sort: 'district',
            show: ({ districtName }) => districtName,
          },
          { key: 'load', title: said.load, sort: 'openCases', width: 200, show: (row) => <Load of={row} /> },
          {
            key: 'skills',
            title: said.skills,
            show: ({ skills: all }) => all.map(({ code, name }) => <Tag key={code}>{name}</Tag>),
            isExtra: true,
          },
          {
            key: 'away',
            title: said.away,
            show: ({ isAway, awayFrom, awayUntil }) => (
              <>
                {isAway && <ToneTag tone="soon">{said.isAway}</ToneTag>}
                {awayFrom && (
                  <span className="number">
                    {awayFrom} 至 {awayUntil ?? '—'}
                  </span>
                )}
              </>
            ),
          },
          {
            key: 'changed',
            title: said.changed,
            show: ({ changedByName, changedAt }) => changedAt && `${changedAt.slice(0, 10)} ${changedByName}`,
            isExtra: true,
          },
          ...(may('mediator.set')
            ? [
                {
                  key: 'set',
                  title: said.set,
                  show: (row: Row) => (
                    <Button
                      size="small"
                      aria-label={`${said.set} ${row.name}`}
                      onClick={() => setChosen(row)}
                    >
                      {said.set}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {chosen && (
        <ActDrawer
          path="/api/mediators/{id}/profile"
          to={`/api/mediators/${chosen.id}/profile`}
          title={`${chosen.name}：${said.setTitle}`}
          choices={{ skills }}
          initial={{
            skills: chosen.skills.map(({ code }) => code),
            maxCases: chosen.maxCases,
            awayFrom: chosen.awayFrom,
            awayUntil: chosen.awayUntil,
          }}
          // No skills at all is an answer, too.
          compose={(filled) => ({ skills: [], ...filled })}
          close={() => setChosen(null)}
        />
      )}
    </>
  );
}

function Load({ of: { openCases, maxCases, name } }: { of: Row }) {
  if (maxCases === null) return <span className="number">{openCases}</span>;
  const isFull = openCases >= maxCases;
  return (
    <>
      <span className={`number ${isFull ? 'late' : ''}`}>
        {openCases} / {maxCases} {isFull && said.full}
      </span>
      <Progress
        aria-label={`${name} ${said.load}`}
        percent={Math.min(100, Math.round((openCases / maxCases) * 100))}
        showInfo={false}
        size="small"
        status={isFull ? 'exception' : 'normal'}
      />
    </>
  );
}
