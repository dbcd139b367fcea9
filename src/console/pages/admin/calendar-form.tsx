/** A year's holidays as a form; or pasted, or out of a file. */
import { App, Button, Form, Input, InputNumber, Modal, Upload } from 'antd';
import { useState } from 'react';
import { adminWords } from '../../words/zh-CN/admin.ts';
import type { YearCalendar } from './pack-content.ts';

const said = adminWords.calendar;

export type Filled = {
  id: string;
  name: string;
  year: number;
  notice: string;
  issuedOn: string;
  title?: string;
  url?: string;
  reason?: string;
  holidays: { name: string; from: string; to: string; work?: string; statutory?: string }[];
};

const daysOf = (text = '') => text.split(/[\s,，、;；]+/).filter(Boolean);

/** What the API is asked for. */
export function draftOf({ id, name, year, notice, issuedOn, title, url, reason, holidays }: Filled) {
  const more = Object.entries({ title, url, reason }).filter(([, value]) => value?.trim());
  const calendar = {
    ...{ year, notice, issuedOn },
    ...Object.fromEntries(more),
    holidays: holidays.map(({ name: holiday, from, to, work, statutory }) => ({
      ...{ name: holiday, off: [from, to] },
      ...{ work: daysOf(work), statutory: daysOf(statutory) },
    })),
  };
  return { id, name, calendar };
}

function filledFrom(text: string): Partial<Filled> | null {
  try {
    const { holidays, year, ...calendar } = JSON.parse(text) as YearCalendar;
    if (!Array.isArray(holidays) || !Number.isInteger(year)) return null;
    return {
      ...{ ...calendar, year },
      holidays: holidays.map(({ name, off, work, statutory }) => ({
        ...{ name, from: off[0], to: off[1] },
        ...{ work: work.join(' '), statutory: statutory.join(' ') },
      })),
    };
  } catch {
    return null;
  }
}

export function Paste({ fill }: { fill(filled: Partial<Filled>): void }) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const { message } = App.useApp();
  const take = (given: string) => {
    const filled = filledFrom(given);
    if (filled === null) return void message.error(said.notRead);
    fill(filled);
    void message.success(said.filled);
    setOpen(false);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{said.paste}</Button>
      <Modal
        open={isOpen}
        title={said.paste}
        okText={said.fill}
        onOk={() => take(text)}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p>{said.pasteAbout}</p>
        <Input.TextArea
          aria-label={said.paste}
          value={text}
          onChange={({ target }) => setText(target.value)}
          autoSize={{ minRows: 8, maxRows: 16 }}
        />
        <Upload
          accept=".json,application/json"
          showUploadList={false}
          beforeUpload={(file) => {
            void file.text().then(take);
            return false;
          }}
        >
          <Button style={{ marginTop: 12 }}>{said.file}</Button>
        </Upload>
      </Modal>
    </>
  );
}

const required = (label: string) => [{ required: true, message: `请填写${label}` }];
const areDays = {
  validator: (_: unknown, value?: string) =>
    daysOf(value).every((day) => /^\d{4}-\d\d-\d\d$/.test(day))
      ? Promise.resolve()
      : Promise.reject(new Error(said.notDays)),
};

export function CalendarFields() {
  return (
    <>
      <div className="fields">
        <Form.Item name="id" label={adminWords.pack.id} rules={required(adminWords.pack.id)}>
          <Input placeholder="nanyang-2027.1" />
        </Form.Item>
        <Form.Item name="name" label={adminWords.pack.name} rules={required(adminWords.pack.name)}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="year" label={said.year} rules={required(said.year)}>
          <InputNumber min={2000} max={2199} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="notice" label={said.notice} rules={required(said.notice)}>
          <Input />
        </Form.Item>
        <Form.Item name="issuedOn" label={said.issuedOn} rules={required(said.issuedOn)}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="title" label={said.title}>
          <Input />
        </Form.Item>
        <Form.Item name="url" label={said.url}>
          <Input />
        </Form.Item>
        <Form.Item name="reason" label={said.reason}>
          <Input />
        </Form.Item>
      </div>
      <Form.List name="holidays">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name: index }) => (
              <fieldset key={key} className="framed">
                <legend>
                  {said.holidays} {index + 1}
                </legend>
                <div className="fields">
                  <Form.Item name={[index, 'name']} label={said.holiday} rules={required(said.holiday)}>
                    <Input />
                  </Form.Item>
                  <Form.Item name={[index, 'from']} label={said.off} rules={required(said.off)}>
                    <Input type="date" />
                  </Form.Item>
                  <Form.Item name={[index, 'to']} label={said.offUntil} rules={required(said.offUntil)}>
                    <Input type="date" />
                  </Form.Item>
                  <Form.Item name={[index, 'work']} label={said.work} rules={[areDays]} extra={said.days}>
                    <Input />
                  </Form.Item>
                  <Form.Item name={[index, 'statutory']} label={said.statutory} rules={[areDays]}>
                    <Input />
                  </Form.Item>
                </div>
                <Button size="small" onClick={() => remove(index)} style={{ marginBottom: 12 }}>
                  {said.removeHoliday}
                </Button>
              </fieldset>
            ))}
            <Button onClick={() => add({})}>{said.addHoliday}</Button>
          </>
        )}
      </Form.List>
    </>
  );
}
