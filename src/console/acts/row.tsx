/** One of several rows of a form; of many each is one line until it is opened. */
import './form.css';
import { MinusCircleOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { words } from '../words/zh-CN.ts';

type Given = {
  place: readonly (string | number)[];
  isFolded: boolean;
  remove?: () => void;
  children: ReactNode;
};

export function Row({ place, isFolded, remove, children }: Given) {
  const form = Form.useFormInstance();
  const [isOpen, setOpen] = useState(false);
  const number = Number(place.at(-1)) + 1;
  const line = `${number}. ${summaryOf(form.getFieldValue(place as (string | number)[]))}`;
  const isShown = !isFolded || isOpen;
  return (
    <div className="form-row">
      {isFolded && (
        <div className="row spread">
          <span>{line}</span>
          <Button
            size="small"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? words.form.fold : words.form.unfold} ${line}`}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? words.form.fold : words.form.unfold}
          </Button>
        </div>
      )}
      {isShown ? (
        children
      ) : (
        <Form.Item name={place.at(-1)} noStyle>
          <Kept />
        </Form.Item>
      )}
      {isShown && remove && (
        <Button size="small" icon={<MinusCircleOutlined />} onClick={remove} style={{ marginBottom: 12 }}>
          {words.form.remove}
        </Button>
      )}
    </div>
  );
}

/** What is folded up is sent all the same: the row as a whole is a field of the form. */
const Kept = () => null;

/** The first things that were typed into it. */
function summaryOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const typed = Object.values(value).filter((one) => typeof one === 'string' && one !== '');
  return typed.slice(0, 3).join('　');
}
