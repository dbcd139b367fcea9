/** What failed, by name and in a few lines each, after all else: a log is often read from its end. */
import { relative } from 'node:path';

type Ran = {
  testResults: {
    testFilePath: string;
    testExecError?: { message: string } | null;
    testResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
};

export default class FailedLast {
  onRunComplete(_: unknown, { testResults }: Ran): void {
    const failed = testResults.flatMap(({ testFilePath, testResults: tests, testExecError }) => {
      const file = relative(process.cwd(), testFilePath);
      return [
        ...(testExecError ? [said(file, testExecError.message)] : []),
        ...tests
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) => said(`${file} › ${fullName}`, failureMessages[0] ?? '')),
      ];
    });
    // Jest's own summary comes after every reporter.
    process.once('exit', () => failed.forEach((one) => void console.error(one)));
  }
}

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** The beginning of what was said, and where in the tests. */
function said(what: string, why: string): string {
  const lines = why.replace(colours, '').split('\n');
  const where = lines.filter((line) => /^ +at .*test\//.test(line)).slice(0, 3);
  return [`✕ ${what}`, lines.slice(0, 4).join('\n').slice(0, 600), ...where].join('\n');
}
