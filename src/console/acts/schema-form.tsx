/** A form drawn from the schema of an act's body: what the API asks for is what is asked here. */
import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Radio, Select } from 'antd';
import { sayChoice } from '../../../templates/zh-CN/say-choice.ts';
import { words } from '../words/zh-CN.ts';
import { nameOfField } from './field-name.ts';
import { Row } from './row.tsx';
import { type FieldKind, kindOf, type Schema } from './schema.ts';

export type Choice = { value: string | number; label: string; isOff?: boolean };
/** What can be chosen for a field of this name; a field without an entry is filled in by its type. */
export type Choices = Readonly<Record<string, readonly Choice[]>>;
/** What a field is called here, where its usual name would not do. */
export type Labels = Readonly<Record<string, string>>;

type Place = readonly (string | number)[];
type Common = { choices: Choices; labels: Labels };

export function SchemaFields({ schema, at = [], ...common }: { schema: Schema; at?: Place } & Common) {
  const isRequired = (name: string) => schema.required?.includes(name) === true;
  return Object.entries(schema.properties ?? {})
    .toSorted(([a], [b]) => rankOf(a, isRequired(a)) - rankOf(b, isRequired(b)))
    .map(([name, field]) => (
      <Field key={name} name={name} field={field} at={at} isRequired={isRequired(name)} {...common} />
    ));
}

const last = ['on', 'note'];

/** What must be filled in comes first; the day and the remark, if they may be left out, last. */
const rankOf = (name: string, isRequired: boolean) => (isRequired ? -1 : last.indexOf(name) + 1);

type Given = { name: string; field: Schema; at: Place; isRequired: boolean } & Common;

function Field({ name, field, at, isRequired, choices, labels }: Given) {
  const label = nameOfField(name, labels);
  const offered = choices[name];
  const kind = kindOf(field, offered !== undefined);
  const place = [...at, name];
  if (kind === 'group')
    return (
      <fieldset className="framed">
        <legend>{label}</legend>
        <div className="fields">
          <SchemaFields schema={field} at={place} choices={choices} labels={labels} />
        </div>
      </fieldset>
    );
  if (kind === 'rows')
    return (
      <Rows
        label={label}
        field={field}
        place={place}
        isRequired={isRequired}
        choices={choices}
        labels={labels}
      />
    );
  const rules = [{ required: isRequired, message: `请填写${label}` }];
  return (
    <Form.Item
      name={place as (string | number)[]}
      label={isRequired ? label : label + (name === 'on' ? words.form.todayIfEmpty : words.form.optional)}
      rules={rules}
      required={isRequired}
      initialValue={field.default}
      {...(kind === 'words' ? { className: 'whole' } : {})}
    >
      <Control name={name} label={label} kind={kind} field={field} offered={offered} />
    </Form.Item>
  );
}

const FEW = 4;

type ControlGiven = {
  name: string;
  label: string;
  kind: FieldKind;
  field: Schema;
  offered: readonly Choice[] | undefined;
};

/** The control gets its id, value and change from the form's item. */
function Control({ name, label, kind, field, offered, ...rest }: ControlGiven) {
  const options = (
    offered ??
    (field.enum ?? field.items?.enum ?? []).map((value) => ({ value, label: sayChoice(name, value) }))
  ).map(({ isOff, ...choice }: Choice) => ({ ...choice, disabled: isOff === true }));
  switch (kind) {
    case 'choice':
      return options.length <= FEW && options.every(({ label }) => label.length < 16) ? (
        <Radio.Group aria-label={label} options={options} {...rest} />
      ) : (
        <Select
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
          placeholder={words.form.choose}
          {...rest}
        />
      );
    case 'choices':
      return (
        <Select
          mode="multiple"
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.form.choose}
          {...rest}
        />
      );
    case 'yes-no':
      return (
        <Radio.Group
          aria-label={label}
          options={[
            { value: true, label: words.form.yes },
            { value: false, label: words.form.no },
          ]}
          {...rest}
        />
      );
    case 'number':
      return <InputNumber min={field.minimum} max={field.maximum} style={{ width: 160 }} {...rest} />;
    case 'day':
      return <Input type="date" style={{ width: 180 }} {...rest} />;
    case 'clock':
      return <Input type="time" style={{ width: 140 }} {...rest} />;
    case 'amount':
      return <Input inputMode="decimal" suffix="元" style={{ width: 220 }} {...rest} />;
    case 'words':
      return <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} maxLength={field.maxLength} {...rest} />;
    case 'line':
    case 'rows':
    case 'group':
      return <Input maxLength={field.maxLength} {...rest} />;
  }
}

/** More rows than these are folded up: a group of two hundred is still one page. */
const MANY = 6;

function Rows({
  label,
  field,
  place,
  isRequired,
  choices,
  labels,
}: { label: string; field: Schema; place: Place; isRequired: boolean } & Common) {
  const item = field.items ?? {};
  const fewest = isRequired ? Math.max(1, field.minItems ?? 1) : 0;
  const first = Array.from({ length: fewest }, () => (item.type === 'object' ? {} : undefined));
  return (
    <fieldset className="framed">
      <legend>{isRequired ? label : `${label}${words.form.optional}`}</legend>
      <Form.List name={place as (string | number)[]} initialValue={first}>
        {(rows, { add, remove }) => (
          <>
            <div
              {...(rows.length > MANY
                ? { className: 'many', role: 'group', tabIndex: 0, 'aria-label': label }
                : {})}
            >
              {rows.map(({ key, name: index }) => (
                <Row
                  key={key}
                  place={[...place, index]}
                  isFolded={rows.length > MANY && item.type === 'object'}
                  {...(rows.length > fewest ? { remove: () => remove(index) } : {})}
                >
                  {item.type === 'object' ? (
                    <div className="fields">
                      <Inner schema={item} index={index} choices={choices} labels={labels} />
                    </div>
                  ) : (
                    <Form.Item name={index} label={`${label} ${index + 1}`}>
                      <Control
                        name={label}
                        label={`${label} ${index + 1}`}
                        kind={kindOf(item, false)}
                        field={item}
                        offered={undefined}
                      />
                    </Form.Item>
                  )}
                </Row>
              ))}
            </div>
            {rows.length < (field.maxItems ?? 999) && (
              <Button
                icon={<PlusOutlined />}
                onClick={() => add(item.type === 'object' ? {} : undefined)}
                style={{ marginBottom: 12 }}
              >
                {words.form.add}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

/** A row's fields are named from the row on, as the list wants it. */
function Inner({ schema, index, ...common }: { schema: Schema; index: number } & Common) {
  return <SchemaFields schema={schema} at={[index]} {...common} />;
}
