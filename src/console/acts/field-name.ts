import { claimFieldWords } from '../../../templates/zh-CN/claim-fields.ts';
import { fieldWords } from '../../../templates/zh-CN/fields.ts';

/** What a field is called: here, or wherever it is asked. */
export const nameOfField = (name: string, labels: Readonly<Record<string, string>>): string =>
  labels[name] ?? fieldWords[name] ?? claimFieldWords[name] ?? name;
