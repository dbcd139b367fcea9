import { Typography } from 'antd';
import type { ReactNode } from 'react';

/** The page's name, and what can be done on all of it. */
export function PageHead({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="row spread" style={{ marginBottom: 12 }}>
      <Typography.Title level={1} style={{ fontSize: '1.25rem', margin: 0 }}>
        {title}
      </Typography.Title>
      {children && <div className="row no-print">{children}</div>}
    </div>
  );
}

/** A part of a page. */
export function PartHead({ children }: { children: ReactNode }) {
  return (
    <Typography.Title level={2} style={{ fontSize: '1rem', margin: '24px 0 8px' }}>
      {children}
    </Typography.Title>
  );
}
