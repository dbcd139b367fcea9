/** One act: its form, what the API says against it beside the fields, and nothing typed is lost by closing or reloading. */
import { useMutation } from '@tanstack/react-query';
import { App, Button, Drawer, Form } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Problem } from '../api.ts';
import { useOrder } from '../ask.ts';
import { forget, keep, kept } from '../parts/kept.ts';
import { Trouble } from '../parts/trouble.tsx';
import { words } from '../words/zh-CN.ts';
import { bodyOf } from './bodies.ts';
import { CheckStep } from './check-step.tsx';
import { placeOf } from './place-of.ts';
import { filledIn, type Schema } from './schema.ts';
import { type Choices, type Labels, SchemaFields } from './schema-form.tsx';

type Filled = Record<string, unknown>;

export type ActGiven = {
  /** The path as the document has it, `/api/disputes/{id}/accept`. */
  path: string;
  /** Where it is sent. */
  to: string;
  title: string;
  /** The case's seq that is looked at: another's act meanwhile is told, not overwritten. */
  seen?: number;
  /** The part of the body that is asked for, where it takes one of several. */
  narrow?(body: Schema): Schema;
  /** What stands above the fields. */
  head?: ReactNode;
  choices?: Choices;
  labels?: Labels;
  initial?: Record<string, unknown>;
  /** What is sent instead of the filled-in fields alone: where an emptied field says something. */
  compose?(filled: Record<string, unknown>): Record<string, unknown>;
  /** What is shown for a second look before it is done. */
  foresee?(filled: Record<string, unknown>): Promise<ReactNode>;
  close(): void;
  done?(answer: unknown): void;
};

export function ActDrawer(given: ActGiven) {
  const {
    path,
    to,
    title,
    seen,
    narrow,
    head,
    choices = {},
    labels = {},
    initial,
    compose,
    foresee,
    close,
    done,
  } = given;
  const [form] = Form.useForm<Record<string, unknown>>();
  const [asked, setAsked] = useState<{ summary: string; body: Schema } | null>(null);
  const ordered = useOrder();
  const foreseen = useMutation<ReactNode, Problem, Filled>({
    mutationFn: async (filled) => foresee?.(filled),
  });
  /** What is read back, of the case as it was foreseen: whoever acts meanwhile is told of at the confirmation. */
  const [checked, setChecked] = useState<{ filled: Filled; seen: number | undefined } | null>(null);
  const error = ordered.error ?? foreseen.error;
  const isPending = ordered.isPending || foreseen.isPending;
  const { message } = App.useApp();
  // The same act however often it is sent; a changed form is another.
  const key = useRef(crypto.randomUUID());
  const before = kept<Record<string, unknown>>(to);
  useEffect(() => {
    let isGone = false;
    void bodyOf(path).then((found) => !isGone && setAsked(found));
    return () => {
      isGone = true;
    };
  }, [path]);
  useEffect(() => {
    if (error === null) return;
    form.setFields(
      error.fields.map(({ path: at, message: said }) => ({ name: placeOf(at), errors: [said] })) as never,
    );
  }, [error, form]);
  const check = (values: Filled) => {
    const filled = (filledIn(values) ?? {}) as Filled;
    ordered.reset();
    if (foresee === undefined) send(filled, seen);
    else foreseen.mutate(filled, { onSuccess: () => setChecked({ filled, seen }) });
  };
  const send = (filled: Filled, of: number | undefined) => {
    ordered.mutate(
      {
        path: to,
        body: compose?.(filled) ?? filled,
        key: key.current,
        ...(of === undefined ? {} : { seen: of }),
      },
      {
        onSuccess: (answer) => {
          forget(to);
          void message.success(
            (answer as { status?: string }).status === 'pending' ? words.form.pending : words.form.done,
          );
          done?.(answer);
          close();
        },
        onError: ({ status }) => {
          // Without an answer it may have been done: sent again as it stands it is the same act.
          if (status === 0) return;
          setChecked(null);
          key.current = crypto.randomUUID();
        },
      },
    );
  };
  return (
    <Drawer open title={title} size={560} onClose={close} destroyOnHidden>
      {asked && (
        <Form
          form={form}
          layout="vertical"
          initialValues={before ?? initial ?? {}}
          onFinish={check}
          {...(checked ? { style: { display: 'none' } } : {})}
          scrollToFirstError
          onValuesChange={(_, all) => {
            keep(to, all);
            if (error) {
              key.current = crypto.randomUUID();
              ordered.reset();
              foreseen.reset();
            }
          }}
        >
          <p className="muted">{asked.summary}</p>
          {before && <p className="muted">{words.form.kept}</p>}
          {head}
          <SchemaFields schema={narrow?.(asked.body) ?? asked.body} choices={choices} labels={labels} />
          {error instanceof Problem && <Trouble problem={error} />}
          <div className="row">
            <Button type="primary" htmlType="submit" loading={isPending}>
              {words.form.submit}
            </Button>
            <Button onClick={close}>{words.form.cancel}</Button>
          </div>
        </Form>
      )}
      {asked && checked && (
        <CheckStep
          of={checked.filled}
          named={{ schema: asked.body, choices, labels }}
          isPending={isPending}
          back={() => setChecked(null)}
          sure={() => send(checked.filled, checked.seen)}
        >
          {foreseen.data}
          {ordered.error instanceof Problem && <Trouble problem={ordered.error} />}
        </CheckStep>
      )}
    </Drawer>
  );
}
