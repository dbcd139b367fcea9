/** The facts from which one claim is worked out: which sum it is, and what that asks for. */
import { Form, Select } from 'antd';
import { useEffect, useState } from 'react';
import { claimFieldWords } from '../../../../templates/zh-CN/claim-fields.ts';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { ActDrawer } from '../../acts/act-drawer.tsx';
import { bodyOf } from '../../acts/bodies.ts';
import { claimKindsOf } from '../../acts/claim-kinds.ts';
import type { Schema } from '../../acts/schema.ts';
import { caseWords } from '../../words/zh-CN/case.ts';
import type { Dispute } from './choices.ts';

const said = caseWords.claims;
const PATH = '/api/disputes/{id}/claims/{no}/facts';
type Given = { of: Dispute; claim: Dispute['claims'][number]; close(): void };

export function ClaimFacts({
  of: { id, seq },
  claim: { no, headName, facts, kinds: fitting },
  close,
}: Given) {
  const [kinds, setKinds] = useState<Record<string, Schema> | null>(null);
  const [chosen, setChosen] = useState(typeof facts?.kind === 'string' ? facts.kind : null);
  useEffect(() => void bodyOf(PATH).then(({ body }) => setKinds(claimKindsOf(body))), []);
  if (kinds === null) return null;
  const kind = chosen ?? fitting[0] ?? '';
  const { kind: _, ...before } = kind === facts?.kind ? facts : {};
  return (
    <ActDrawer
      key={kind}
      path={PATH}
      to={`/api/disputes/${id}/claims/${no}/facts`}
      title={`${no}. ${headName}：${said.record}`}
      seen={seq}
      labels={claimFieldWords}
      narrow={() => kinds[kind] ?? {}}
      initial={before}
      compose={(filled) => ({ ...filled, kind })}
      head={
        <>
          <p className="muted">{said.afterwards}</p>
          <Form.Item label={said.kind} htmlFor="claim-kind">
            <Select
              id="claim-kind"
              value={kind}
              showSearch={{ optionFilterProp: 'label' }}
              options={fitting.map((value) => ({ value, label: wordOf(value) }))}
              onChange={setChosen}
            />
          </Form.Item>
        </>
      }
      close={close}
    />
  );
}
