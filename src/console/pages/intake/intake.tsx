/** A dispute is registered on one page, by keyboard alone if one likes. */
import { App, Button, Form } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { placeOf } from '../../acts/place-of.ts';
import { filledIn, pick, type Schema } from '../../acts/schema.ts';
import { SchemaFields } from '../../acts/schema-form.tsx';
import { useOrder } from '../../ask.ts';
import { useMe } from '../../me.tsx';
import { todayHere } from '../../parts/due.tsx';
import { PageHead, PartHead } from '../../parts/page-head.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { usePlaces } from '../../parts/use-places.ts';
import { intakeWords as said } from '../../words/zh-CN/intake.ts';
import { Alike } from './alike.tsx';
import { Calculator } from './calculator.tsx';
import { DraftState } from './draft-state.tsx';
import { type Content, type Draft, firstContent, useDraft } from './use-draft.ts';
import { WageSheet } from './wage-sheet.tsx';

type Row = Record<string, unknown>;
type Given = { schema: Schema; draft: Draft | null; started(id: string): void };

const rows = (content: Content, name: string): Row[] => {
  const found = content[name];
  return Array.isArray(found) ? found.map((row) => (row ?? {}) as Row) : [];
};
const textOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

function titleOf(content: Content): string {
  const [worker] = rows(content, 'workers');
  const [employer] = rows(content, 'employers');
  return `${textOf(worker?.name) || '未填姓名'} 与 ${textOf(employer?.name) || '未填单位'}`.slice(0, 200);
}

/** In the order in which they are asked. */
const parts: [title: string, names: readonly string[]][] = [
  [said.parts.worker, ['workers']],
  [said.parts.employer, ['employers', 'place']],
  [said.parts.claims, ['claims']],
  [said.parts.facts, ['since', 'facts', 'employmentEndedOn']],
  [
    said.parts.way,
    ['applicant', 'channel', 'procedure', 'district', 'receivedOn', 'externalNumber', 'isConsentGiven'],
  ],
];
const more = ['elements'];

export function Intake({ schema, draft, started }: Given) {
  const [form] = Form.useForm<Content>();
  const me = useMe();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { districts } = usePlaces();
  const [first] = useState(() => firstContent(draft));
  const [isMore, setMore] = useState(() => more.some((name) => first[name] !== undefined));
  const { saving, change, settle, end } = useDraft(draft, titleOf, started);
  const { mutate, isPending, error, reset } = useOrder();
  const now = (Form.useWatch([], form) as Content | undefined) ?? first;
  const asked = fitted(schema, now);
  const mine = districts.filter(({ value }) => me.districts.length === 0 || me.districts.includes(value));

  const [only, ...others] = mine;
  useEffect(() => {
    if (only && others.length === 0 && form.getFieldValue('district') === undefined)
      form.setFieldValue('district', only.value);
  }, [only, others.length, form]);

  const send = async (values: Content) => {
    const key = await settle();
    mutate(
      { path: '/api/disputes', body: filledIn(values) ?? {}, key },
      {
        onSuccess: (answer) => {
          const { case: id, receiptNumber } = answer as { case: string; receiptNumber?: string };
          end();
          void message.success(`${said.done}${receiptNumber ?? ''}`);
          void navigate(`/disputes/${id}`);
        },
        onError: ({ fields }) => {
          const places = fields.map(({ path, message: sentence }) => ({
            name: placeOf(path),
            errors: [sentence],
          }));
          form.setFields(places as never);
          if (fields.some(({ path }) => more.some((name) => path.startsWith(name)))) setMore(true);
          const [one] = places;
          if (one) form.scrollToField(one.name as never, { focus: true });
        },
      },
    );
  };
  const common = { choices: { district: mine }, labels: said.labels };
  return (
    <>
      <PageHead title={said.title}>
        <DraftState of={saving} />
      </PageHead>
      <div className="row spread" style={{ marginBottom: 8 }}>
        <span className="muted">{said.hint}</span>
        <WageSheet
          take={({ workers, claims }) => {
            form.setFieldsValue({ workers, claims });
            change(form.getFieldsValue(true) as Content);
          }}
        />
      </div>
      <div className="beside">
        <Form
          form={form}
          layout="vertical"
          initialValues={{
            applicant: 'worker',
            channel: 'desk',
            receivedOn: todayHere(),
            ...first,
          }}
          onFinish={(values) => void send(values)}
          onFinishFailed={({ errorFields: [wrong] }) =>
            wrong && form.scrollToField(wrong.name, { focus: true })
          }
          onValuesChange={(_, all) => {
            change(all);
            if (error) reset();
          }}
          onKeyDown={({ key, ctrlKey, metaKey }) => key === 'Enter' && (ctrlKey || metaKey) && form.submit()}
        >
          {parts.map(([title, names]) => (
            <Part key={title} title={title}>
              <SchemaFields schema={pick(asked, names)} {...common} />
            </Part>
          ))}
          <details open={isMore} onToggle={({ currentTarget }) => setMore(currentTarget.open)}>
            <summary>{said.parts.more}</summary>
            {isMore && <SchemaFields schema={pick(asked, more)} {...common} />}
          </details>
          {error && <Trouble problem={error} />}
          <Button type="primary" htmlType="submit" loading={isPending} style={{ marginTop: 16 }}>
            {said.submit}
          </Button>
        </Form>
        <div className="aside">
          <Alike content={now} />
          <Calculator
            take={(claim) => {
              const claims = rows(form.getFieldsValue(true) as Content, 'claims').filter(
                (row) => filledIn(row) !== undefined,
              );
              form.setFieldValue('claims', [...claims, claim]);
              change(form.getFieldsValue(true) as Content);
            }}
          />
        </div>
      </div>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <PartHead>{title}</PartHead>
      <div className="fields">{children}</div>
    </>
  );
}

/** What does not apply is not asked: whose claim it is where there is one worker, the procedure where no court entrusts. */
function fitted(schema: Schema, now: Content): Schema {
  const properties = { ...(schema.properties ?? {}) };
  if (now.channel !== 'court-entrusted') delete properties.procedure;
  const { claims } = properties;
  if (claims?.items && rows(now, 'workers').length < 2) {
    const { worker: _, ...line } = claims.items.properties ?? {};
    properties.claims = { ...claims, items: { ...claims.items, properties: line } };
  }
  return { ...schema, properties };
}
