/** The charts' library, in a chunk of its own: only what these charts draw with. */
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, LegendComponent, TitleComponent, TooltipComponent, CanvasRenderer]);

export type Series = { name: string; values: readonly number[] };
export type Drawing = {
  title: string;
  /** Of which days, and as of which: a picture goes about without its page. */
  about: string;
  labels: readonly string[];
  series: readonly Series[];
  /** Bars that lie: for long names. */
  isLying: boolean;
  /** To be taken along: it says of itself what it is. */
  isPicture?: boolean;
  /** A bar was clicked: the place of its label, the place of its series. */
  chosen?(label: number, series: number): void;
};

/** Each at least 3 to 1 on white, and of different lightness. */
const colours = ['#1f4e79', '#3d8b5f', '#b3541e'];
const text = {
  color: '#262626',
  fontFamily: '"Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif',
};
const BAR = 16;
const FRAME = 60;
const HEAD = 64;
const PICTURE = 960;

/** How high it must be for every bar to have its place. */
export const heightOf = ({ labels, series, isLying, isPicture }: Drawing): number =>
  (isLying ? FRAME + labels.length * (series.length * BAR + 14) : 320) + (isPicture ? HEAD : 0);

export function draw(place: HTMLElement, drawing: Drawing): EChartsType {
  const chart = init(place, null, { renderer: 'canvas' });
  const { title, about, labels, series, isLying, isPicture = false, chosen } = drawing;
  const top = isPicture ? HEAD : 0;
  const isNarrow = place.clientWidth < 480;
  const names = {
    type: 'category' as const,
    data: [...labels],
    inverse: isLying,
    axisTick: { show: false },
    axisLabel: { ...text, ...(isLying ? { width: isNarrow ? 84 : 130, overflow: 'truncate' as const } : {}) },
  };
  const counts = { type: 'value' as const, minInterval: 1, axisLabel: text };
  chart.setOption({
    animation: false,
    color: colours,
    textStyle: text,
    title: {
      ...{ show: isPicture, text: title, subtext: about, left: 0, textStyle: { ...text, fontSize: 15 } },
      subtextStyle: { color: '#595959', fontSize: 12 },
    },
    legend: { show: series.length > 1, top, left: 0, textStyle: text },
    grid: { left: 8, right: 36, top: top + (series.length > 1 ? 40 : 24), bottom: 8, containLabel: true },
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, confine: true },
    ...(isLying ? { xAxis: counts, yAxis: names } : { xAxis: names, yAxis: counts }),
    series: series.map(({ name, values }) => ({
      ...{ type: 'bar' as const, name, data: [...values], barMaxWidth: isLying ? BAR : 28 },
      label: {
        ...{ show: isLying || !isNarrow, position: isLying ? ('right' as const) : ('top' as const), ...text },
        formatter: ({ value }: { value: unknown }) => (value === 0 ? '' : String(value)),
      },
    })),
  });
  chart.on('click', ({ dataIndex, seriesIndex }) => chosen?.(dataIndex, seriesIndex ?? 0));
  return chart;
}

/** As a picture to be saved: as wide as a page, whatever screen it is seen on, twice as fine. */
export function pictureOf(drawing: Drawing): string {
  const picture = { ...drawing, isPicture: true };
  const place = document.createElement('div');
  Object.assign(place.style, { position: 'fixed', left: '-9999px', width: `${PICTURE}px` });
  place.style.height = `${heightOf(picture)}px`;
  document.body.append(place);
  try {
    const chart = draw(place, picture);
    const address = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: '#fff' });
    chart.dispose();
    return address;
  } finally {
    place.remove();
  }
}
