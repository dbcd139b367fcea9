import { Button, Space, Tag, Typography } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { wordOf } from '../../../../templates/zh-CN/word-of.ts';
import { ActDrawer } from '../../acts/act-drawer.tsx';
import { useAsk } from '../../ask.ts';
import { Answered } from '../../parts/answered.tsx';
import { disputeChoices } from './choices.ts';

export function Page() {
  const { id = '' } = useParams();
  const found = useAsk('/api/disputes/{id}', { path: { id } });
  const [act, setAct] = useState<string | null>(null);
  return (
    <Answered of={found}>
      {(dispute) => (
        <>
          <Space align="center" wrap>
            <Typography.Title level={1} style={{ fontSize: 20, margin: 0 }}>
              {dispute.receiptNumber}
            </Typography.Title>
            <Tag>{dispute.stateName}</Tag>
          </Space>
          <Space wrap>
            {dispute.actions.map((action) => (
              <Button key={action} onClick={() => setAct(action)}>
                {wordOf(action)}
              </Button>
            ))}
          </Space>
          {act && (
            <ActDrawer
              path={`/api/disputes/{id}/${act}`}
              to={`/api/disputes/${id}/${act}`}
              title={wordOf(act)}
              seen={dispute.seq}
              choices={disputeChoices(dispute, act)}
              close={() => setAct(null)}
            />
          )}
        </>
      )}
    </Answered>
  );
}
