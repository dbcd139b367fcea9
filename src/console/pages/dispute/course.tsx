import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Segmented } from 'antd';
import { useState } from 'react';
import { fieldWords } from '../../../../templates/zh-CN/fields.ts';
import { sayChoice } from '../../../../templates/zh-CN/say-choice.ts';
import { type Answer, fileAddress, type Problem, request } from '../../api.ts';
import { Answered } from '../../parts/answered.tsx';
import { Instant } from '../../parts/instant.tsx';
import { ToneTag } from '../../parts/tone-tag.tsx';
import { usePlaces } from '../../parts/use-places.ts';
import { caseWords } from '../../words/zh-CN/case.ts';
import type { Dispute } from './choices.ts';

const said = caseWords.course;
type Event = Answer<'/api/disputes/{id}/events'>['items'][number];
const MOST = 500;
const STEP = 100;

/** The whole course: what it is asked for in pages, it is shown in steps. */
function useCourse(id: string) {
  return useQuery<Event[], Problem>({
    queryKey: ['/api/disputes/{id}/events', id],
    queryFn: async ({ signal }) => {
      const items: Event[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const query = { limit: String(MOST), ...(cursor === '' ? {} : { cursor }) };
        const page = (await request(
          fileAddress(`/api/disputes/${id}/events`, query),
          signal,
        )) as Answer<'/api/disputes/{id}/events'>;
        items.push(...page.items);
        cursor = page.nextCursor;
      }
      return items;
    },
  });
}

/** What happened, who did it, when. */
export function Course({ of: { id, clocks } }: { of: Dispute }) {
  const [order, setOrder] = useState('newest');
  const [most, setMost] = useState(STEP);
  const { bodies } = usePlaces();
  const nameOf = (field: string, code: string) =>
    bodies.find(({ value }) => value === code)?.label ??
    (field === 'rule' ? clocks.find(({ rule }) => rule === code)?.name : undefined) ??
    sayChoice(field, code);
  const found = useCourse(id);
  return (
    <Answered of={found}>
      {(items) => (
        <>
          <Segmented
            className="no-print"
            value={order}
            onChange={setOrder}
            options={[
              { value: 'newest', label: said.newest },
              { value: 'oldest', label: said.oldest },
            ]}
          />
          <ol className="course" aria-label={caseWords.sides.course}>
            {(order === 'newest' ? items.toReversed() : items).slice(0, most).map((event) => (
              <li key={event.seq}>
                <OneEvent of={event} nameOf={nameOf} />
              </li>
            ))}
          </ol>
          {items.length > most && (
            <Button onClick={() => setMost(most + STEP)}>
              {said.more} {Math.min(STEP, items.length - most)} {said.items}
            </Button>
          )}
        </>
      )}
    </Answered>
  );
}

type Given = { of: Event; nameOf(field: string, code: string): string };

function OneEvent({ of: { on, actorName, sentence, recordedAt, facts, texts }, nameOf }: Given) {
  const { changed, corrected, ...words } = texts;
  const lines = [...linesOf(facts, nameOf), ...linesOf(words, nameOf)];
  return (
    <>
      <span className="number">{on}</span>　<strong>{sentence}</strong>
      <span className="muted">
        {`　${actorName}　`}
        <Instant at={recordedAt} />
      </span>
      {lines.length > 0 && (
        <ul className="plain lines">
          {lines.map(([name, value]) => (
            <li key={name}>
              <span className="muted">{name}：</span>
              {value}
            </li>
          ))}
        </ul>
      )}
      {Array.isArray(changed) && (
        <p className="muted">
          {said.changed}：{changed.map((name) => fieldWords[String(name)] ?? String(name)).join('、')}
        </p>
      )}
      {typeof corrected === 'object' && corrected !== null && (
        <p className="muted lines">
          {said.corrected}：{Object.values(corrected).map(String).join('；')}
        </p>
      )}
    </>
  );
}

/** What has a name and a plain value; the rest is the machine's. */
function linesOf(values: Record<string, unknown>, nameOf: Given['nameOf']): [name: string, value: string][] {
  return Object.entries(values).flatMap(([name, value]): [string, string][] => {
    const label = said.labels[name] ?? fieldWords[name];
    if (label === undefined) return [];
    if (typeof value === 'boolean') return [[label, value ? '是' : '否']];
    if (typeof value === 'string' && value !== '')
      return isId(value) ? [] : [[label, (name === 'field' && fieldWords[value]) || nameOf(name, value)]];
    return [];
  });
}

const isId = (value: string) => /^[0-9a-f-]{20,}$/.test(value);

/** The notes among it, in full, newest first. */
export function Notes({ id }: { id: string }) {
  const found = useCourse(id);
  return (
    <Answered of={found}>
      {(items) => {
        const notes = items.filter(({ kind }) => kind === 'note-added').toReversed();
        if (notes.length === 0) return <Empty description={caseWords.notes.empty} />;
        return (
          <ul className="course" aria-label={caseWords.sides.notes}>
            {notes.map(({ seq, on, actorName, facts, texts }) => (
              <li key={seq}>
                <span className="number">{on}</span>　{actorName}　
                <ToneTag tone={facts.isConfidential === true ? 'soon' : 'plain'}>
                  {facts.isConfidential === true ? caseWords.notes.confidential : caseWords.notes.open}
                </ToneTag>
                <p className="lines">{typeof texts.note === 'string' ? texts.note : said.confidential}</p>
              </li>
            ))}
          </ul>
        );
      }}
    </Answered>
  );
}
