/** A chart and the same numbers as a table beside it; both can be taken along. */
import { Button } from 'antd';
import type { EChartsType } from 'echarts/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Loading } from '../../parts/loading.tsx';
import { manageWords } from '../../words/zh-CN/manage.ts';
import type { Drawing } from './draw.ts';

const said = manageWords.figures;

export function Chart({
  of: drawing,
  workbook,
  children,
}: {
  of: Drawing;
  /** Where the numbers are had as a workbook. */
  workbook: string;
  /** The table of the same numbers. */
  children: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  const [height, setHeight] = useState(340);
  const [isDrawn, setDrawn] = useState(false);
  const shown = JSON.stringify(drawing);
  const latest = useRef(drawing);
  latest.current = drawing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn anew where what it shows has changed.
  useEffect(() => {
    let isGone = false;
    let resized: ResizeObserver | null = null;
    void import('./draw.ts').then(({ draw, heightOf }) => {
      const { current: element } = place;
      if (isGone || element === null) return;
      const high = heightOf(latest.current);
      element.style.height = `${high}px`;
      setHeight(high);
      chart.current = draw(element, {
        ...latest.current,
        chosen: (...where) => latest.current.chosen?.(...where),
      });
      setDrawn(true);
      resized = new ResizeObserver(() => chart.current?.resize());
      resized.observe(element);
    });
    return () => {
      isGone = true;
      resized?.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, [shown]);
  const save = async () => {
    const { pictureOf } = await import('./draw.ts');
    const link = document.createElement('a');
    link.href = pictureOf(latest.current);
    link.download = `${drawing.title}.png`;
    link.click();
  };
  return (
    <section className="charted" aria-label={drawing.title}>
      <div className="row no-print" style={{ justifyContent: 'flex-end' }}>
        <Button size="small" onClick={() => void save()}>
          {said.picture}
        </Button>
        <Button size="small" href={workbook}>
          {said.workbook}
        </Button>
      </div>
      <div className="beside">
        <div>
          {!isDrawn && <Loading />}
          <div ref={place} role="img" aria-label={`${said.chart}：${drawing.title}`} style={{ height }} />
        </div>
        <div>{children}</div>
      </div>
    </section>
  );
}
