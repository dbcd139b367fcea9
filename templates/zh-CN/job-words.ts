/** What was ordered in bulk, in a sentence. */
export const jobWords = {
  import: '导入台账{about}',
  'move-pack': '案件改用规则包 {about}',
} as const;

export function sayJob(kind: keyof typeof jobWords, about: string | null): string {
  const named = about === null ? '' : kind === 'import' ? `“${about}”` : about;
  return jobWords[kind].replace('{about}', named).trim();
}
