/** A wrong field gets a sentence that names it: what, where, how to mend it. */
import type { ZodError } from 'zod';
import { fieldWords } from '../../templates/zh-CN/fields.ts';

export type FieldProblem = { path: string; message: string };

type Issue = ZodError['issues'][number];

export function fieldProblems(error: ZodError): FieldProblem[] {
  return error.issues.map((issue) => ({
    path: pathOf(issue),
    message: `${nameOf(issue)}${sentenceOf(issue)}`,
  }));
}

function pathOf(issue: Issue): string {
  return issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** 「请求事项」第2项的「金额」 */
function nameOf(issue: Issue): string {
  const named = issue.path.map((part) =>
    typeof part === 'number' ? `第${part + 1}项的` : `「${fieldWords[String(part)] ?? String(part)}」`,
  );
  return named.join('').replace(/的$/, '') || '提交的内容';
}

function sentenceOf(issue: Issue): string {
  // A field's own message is Chinese; zod's are not.
  if (/^\p{Script=Han}/u.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? '没有填写，请补上'
        : `应为${typeWords[issue.expected] ?? '另一种格式'}，请改正`;
    case 'too_small':
      if (issue.origin === 'string')
        return Number(issue.minimum) <= 1 ? '没有填写，请补上' : `太短，至少 ${issue.minimum} 个字`;
      if (issue.origin === 'array') return `至少要有 ${issue.minimum} 项`;
      return `太小，不能小于 ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'string') return `太长，最多 ${issue.maximum} 个字，请缩短或写入附件`;
      if (issue.origin === 'array') return `最多 ${issue.maximum} 项`;
      return `太大，不能大于 ${issue.maximum}`;
    case 'invalid_value':
      return `${issue.input === undefined ? '没有填写' : '不在可选的范围内'}，请填 ${issue.values.map(String).join('、')} 之一`;
    case 'unrecognized_keys':
      return `含有不认识的字段 ${issue.keys.join('、')}，请去掉或改名`;
    default:
      return issue.message;
  }
}

const typeWords: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是（true）或否（false）',
  array: '一组值',
  object: '一组字段',
};
