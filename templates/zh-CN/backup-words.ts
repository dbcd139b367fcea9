/** A size in bytes. */
export function sayBytes(bytes: number): string {
  const units = ['字节', 'kB', 'MB', 'GB', 'TB'];
  let [size, unit] = [bytes, 0];
  while (size >= 1000 && unit < units.length - 1) [size, unit] = [size / 1000, unit + 1];
  return `${unit === 0 || size >= 100 ? Math.round(size) : size.toFixed(1)} ${units[unit]}`;
}

/** Which numbers may have been given out after the moment of the backup. */
export function sayNumbers(given: { series: string; year: number; restored: number; last: number }): string {
  const { series, year, restored, last } = given;
  const name = series === 'receipt' ? '登记号' : series;
  return last > restored
    ? `${name} ${year} 年：备份中到第 ${restored} 号，原数据库里已发到第 ${last} 号；第 ${restored + 1} 至 ${last} 号不再使用，下一个是第 ${last + 1} 号`
    : `${name} ${year} 年：备份中到第 ${restored} 号；此后发出的编号无从得知，请核对外发的文书有无第 ${restored + 1} 号以后的`;
}

/** An instant as a clock on the wall shows it. */
export function sayMoment(iso: string): string {
  return `${new Date(Date.parse(iso)).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })}（北京时间）`;
}
