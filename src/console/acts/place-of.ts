/** Where a field stands in the form: `instalments[0].dueOn` and `instalments.0.dueOn` alike. */
export const placeOf = (path: string): (string | number)[] =>
  path
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
