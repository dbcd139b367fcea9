import { Button, Form, Select } from 'antd';
import { useEffect, useState } from 'react';
import { claimFieldWords } from '../../../../templates/zh-CN/claim-fields.ts';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import type { ClaimHead } from '../../../domain/claim.ts';
import { bodyOf } from '../../acts/bodies.ts';
import { claimKindsOf, headOfKind } from '../../acts/claim-kinds.ts';
import { placeOf } from '../../acts/place-of.ts';
import { filledIn, type Schema } from '../../acts/schema.ts';
import { SchemaFields } from '../../acts/schema-form.tsx';
import type { Posted } from '../../api.ts';
import { useOrder } from '../../ask.ts';
import { PartHead } from '../../parts/page-head.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { intakeWords } from '../../words/zh-CN/intake.ts';

const said = intakeWords.calculator;
type Result = Posted<'/api/law/claim'>;
export type TakenClaim = { head: ClaimHead; amount: string; basis: string };

/** The law's own sums, step by step; what is found can be put into the form. */
export function Calculator({ take }: { take(claim: TakenClaim): void }) {
  const [form] = Form.useForm<Record<string, unknown>>();
  const [kinds, setKinds] = useState<Record<string, Schema>>({});
  const [kind, setKind] = useState<string | null>(null);
  const { mutate, isPending, error, data, reset } = useOrder();
  useEffect(() => {
    void bodyOf('/api/law/claim').then(({ body }) => setKinds(claimKindsOf(body)));
  }, []);
  useEffect(() => {
    if (error === null) return;
    form.setFields(
      error.fields.map(({ path, message }) => ({ name: placeOf(path), errors: [message] })) as never,
    );
  }, [error, form]);
  const result = data as Result | undefined;
  const schema = kind === null ? undefined : kinds[kind];
  return (
    <section aria-label={said.title}>
      <PartHead>{said.title}</PartHead>
      <Form
        form={form}
        name="calculator"
        layout="vertical"
        onValuesChange={() => reset()}
        onFinish={(values) =>
          mutate({ path: '/api/law/claim', body: { ...(filledIn(values) as object), kind } })
        }
      >
        <Form.Item label={said.kind} htmlFor="calculator-kind">
          <Select
            id="calculator-kind"
            value={kind}
            showSearch={{ optionFilterProp: 'label' }}
            options={Object.keys(kinds).map((value) => ({ value, label: wordOf(value) }))}
            onChange={(value: string) => {
              setKind(value);
              form.resetFields();
              reset();
            }}
          />
        </Form.Item>
        {schema && (
          <>
            <div className="fields">
              <SchemaFields schema={schema} choices={{}} labels={claimFieldWords} />
            </div>
            <Button htmlType="submit" loading={isPending}>
              {said.compute}
            </Button>
          </>
        )}
      </Form>
      {error && <Trouble problem={error} />}
      {kind && result && (
        <div role="status">
          <p>
            {said.amount} <strong className="number">{result.amount}</strong> {said.yuan}
          </p>
          <ol style={{ paddingInlineStart: 20 }}>
            {result.steps.map(({ text, amount }) => (
              <li key={text}>
                {text}　<span className="number">{amount}</span> {said.yuan}
              </li>
            ))}
          </ol>
          {result.warnings.map((one) => (
            <p key={one} className="soon">
              {one}
            </p>
          ))}
          <p className="muted">
            {said.articles}：{result.articles.join('；')}
          </p>
          <Button onClick={() => take(claimOf(kind, result))}>{said.into}</Button>
        </div>
      )}
    </section>
  );
}

const LONGEST = 1000;

const claimOf = (kind: string, { amount, steps }: Result): TakenClaim => ({
  head: headOfKind(kind),
  amount,
  basis: `${wordOf(kind)}：${steps.map(({ text }) => text).join('；')}`.slice(0, LONGEST),
});
