import { Button, Form, Input } from 'antd';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Answer } from '../../api.ts';
import { useOrder } from '../../ask.ts';
import { useMay } from '../../me.tsx';
import { Instant } from '../../parts/instant.tsx';
import { ListOf } from '../../parts/list-of.tsx';
import { PageHead, PartHead } from '../../parts/page-head.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { usePlaces } from '../../parts/use-places.ts';
import { adminWords } from '../../words/zh-CN/admin.ts';

type Row = Answer<'/api/break-glass'>['items'][number];
const said = adminWords.breakGlass;

export function Page() {
  const may = useMay();
  const { districts } = usePlaces();
  return (
    <>
      <PageHead title={said.title} />
      <p className="muted" style={{ maxWidth: 760 }}>
        {said.about}
      </p>
      {may('break-glass.open') && <Break />}
      <PartHead>{said.records}</PartHead>
      <ListOf<Row>
        path="/api/break-glass"
        rowKey={({ id }) => id}
        firstSort="-at"
        notAsked={['open']}
        filters={[{ name: 'district', label: adminWords.account.district, options: districts }]}
        columns={[
          { key: 'at', title: said.at, sort: 'at', show: ({ at }) => <Instant at={at} /> },
          {
            key: 'who',
            title: said.who,
            show: ({ accountName, accountDistrictName }) => `${accountName}（${accountDistrictName}）`,
          },
          {
            key: 'case',
            title: said.number,
            sort: 'receiptNumber',
            show: ({ case: of, receiptNumber }) => <Link to={`/disputes/${of}`}>{receiptNumber}</Link>,
          },
          { key: 'place', title: adminWords.account.district, show: ({ districtName }) => districtName },
          {
            key: 'reason',
            title: said.reason,
            show: ({ reason }) => <span className="lines">{reason}</span>,
          },
          {
            key: 'until',
            title: said.until,
            sort: 'until',
            show: ({ until }) => <Instant at={until} />,
            isExtra: true,
          },
        ]}
      />
    </>
  );
}

type Given = { number: string; reason: string };

function Break() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useOrder();
  const send = ({ number, reason }: Given) =>
    mutate(
      { path: `/api/disputes/${encodeURIComponent(number.trim())}/break-glass`, body: { reason } },
      { onSuccess: (answer) => void navigate(`/disputes/${(answer as { case: string }).case}`) },
    );
  return (
    <Form<Given>
      layout="vertical"
      onFinish={send}
      initialValues={{ number: params.get('open') ?? '' }}
      style={{ maxWidth: 560 }}
    >
      <Form.Item
        name="number"
        label={said.number}
        rules={[{ required: true, message: `请填写${said.number}` }]}
      >
        <Input placeholder={said.example} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={said.reason}
        rules={[{ required: true, message: `请填写${said.reason}` }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} placeholder={said.reasonExample} />
      </Form.Item>
      {error && <Trouble problem={error} />}
      <Button type="primary" htmlType="submit" loading={isPending}>
        {said.send}
      </Button>
    </Form>
  );
}
