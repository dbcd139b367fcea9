/** What was ordered in bulk, in a sentence. */
export const jobWords = {
  import: '导入台账{about}',
  'move-pack': '案件改用规则包 {about}',
  reassign: '案件改派{about}',
} as const;

/** What it is about, as the sentence has it. */
const named: Partial<Record<keyof typeof jobWords, string>> = { import: '“{about}”', reassign: '给{about}' };

export function sayJob(kind: keyof typeof jobWords, about: string | null): string {
  const said = about ? (named[kind] ?? '{about}').replace('{about}', () => about) : '';
  return jobWords[kind].replace('{about}', () => said).trim();
}
