/** A pack's calendars, rules and wages, as tables. */
import { Input } from 'antd';
import { useState } from 'react';
import { PartHead } from '../../parts/page-head.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { adminWords } from '../../words/zh-CN/admin.ts';
import { type PackContent, type Rule, sayBasis, sayLength, saySpan, sayWage } from './pack-content.ts';

const said = adminWords.pack;

export function Calendars({ of }: { of: PackContent }) {
  return [...of.calendars]
    .sort((a, b) => b.year - a.year)
    .map(({ year, notice, issuedOn, url, title, holidays }) => (
      <section key={year}>
        <PartHead>{year} 年</PartHead>
        <p className="muted">
          {title} {notice}（{issuedOn}）{url}
        </p>
        <WideTable
          rowKey="name"
          dataSource={holidays}
          columns={[
            { key: 'name', title: adminWords.calendar.holiday, dataIndex: 'name' },
            { key: 'off', title: said.offSay, render: (_, { off }) => saySpan(off) },
            { key: 'work', title: adminWords.calendar.work, render: (_, { work }) => work.join('、') },
            {
              key: 'statutory',
              title: adminWords.calendar.statutory,
              render: (_, { statutory }) => statutory.join('、'),
            },
          ]}
        />
      </section>
    ));
}

export function Rules({ of }: { of: PackContent }) {
  const [q, setQ] = useState('');
  const shown = of.rules.filter((rule) =>
    [rule.id, rule.name, rule.trigger, sayBasis(of, rule)].some((one) => one.includes(q.trim())),
  );
  return (
    <>
      <Input.Search
        aria-label={said.find}
        placeholder={said.find}
        value={q}
        onChange={({ target }) => setQ(target.value)}
        allowClear
        style={{ maxWidth: 320, marginBottom: 12 }}
      />
      <WideTable<Rule>
        rowKey={(rule) => `${rule.id} ${rule.validFrom ?? ''}`}
        dataSource={shown}
        columns={[
          { key: 'name', title: adminWords.key.name, dataIndex: 'name' },
          { key: 'length', title: said.length, render: (_, rule) => sayLength(rule) },
          { key: 'trigger', title: said.trigger, dataIndex: 'trigger' },
          { key: 'law', title: said.law, render: (_, rule) => sayBasis(of, rule) },
          {
            key: 'period',
            title: said.period,
            render: (_, { validFrom, validTo }) =>
              validFrom || validTo ? `${validFrom ?? ''} 至 ${validTo ?? said.openEnd}` : '',
          },
        ]}
      />
    </>
  );
}

export function Wages({ of }: { of: PackContent }) {
  return (
    <WideTable
      rowKey={({ province, from }) => `${province} ${from}`}
      dataSource={[...of.minimumWages].sort((a, b) => b.from.localeCompare(a.from))}
      columns={[
        {
          key: 'period',
          title: said.period,
          render: (_, { from, to }) => `${from} 至 ${to ?? said.openEnd}`,
        },
        { key: 'province', title: said.province, dataIndex: 'province' },
        { key: 'classes', title: said.wages, render: (_, { classes }) => sayWage(classes) },
        { key: 'source', title: said.source, dataIndex: 'source' },
      ]}
    />
  );
}
