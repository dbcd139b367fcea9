/** Intake: `/intake` begins anew, `/intake?draft=…` goes on with a draft. */
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { bodyOf } from '../../acts/bodies.ts';
import type { Schema } from '../../acts/schema.ts';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../parts/answered.tsx';
import { intakeWords } from '../../words/zh-CN/intake.ts';
import { Intake } from './intake.tsx';

const said = intakeWords.draft;

export function Page() {
  const [params, setParams] = useSearchParams();
  const asked = params.get('draft');
  // A form that has just become a draft stays the form it is; another draft is another form.
  const [sitting, setSitting] = useState({ no: 0, id: asked });
  const [made] = useState({ no: -1, id: '' });
  if (sitting.id !== asked) {
    const isSame = made.no === sitting.no && made.id === asked;
    setSitting({ no: isSame ? sitting.no : sitting.no + 1, id: asked });
  }
  const [schema, setSchema] = useState<Schema | null>(null);
  useEffect(() => void bodyOf('/api/disputes').then(({ body }) => setSchema(body)), []);
  if (schema === null) return null;
  const started = (id: string) => {
    Object.assign(made, { no: sitting.no, id });
    setParams({ draft: id }, { replace: true });
  };
  return <Sitting key={sitting.no} id={asked} schema={schema} started={started} />;
}

type Given = { id: string | null; schema: Schema; started(id: string): void };

/** The draft is read once, when the form is opened. */
function Sitting({ id, schema, started }: Given) {
  const [first] = useState(id);
  const found = useAsk('/api/drafts/{id}', { path: { id: first ?? '' } }, { isOff: first === null });
  if (first === null) return <Intake schema={schema} draft={null} started={started} />;
  return (
    <Answered of={found}>
      {(draft) =>
        draft.sentAs === null ? (
          <Intake schema={schema} draft={draft} started={started} />
        ) : (
          <Alert
            type="info"
            showIcon
            title={
              <>
                {said.sent} <Link to={`/disputes/${draft.sentAs}`}>{said.open}</Link>
              </>
            }
          />
        )
      }
    </Answered>
  );
}
