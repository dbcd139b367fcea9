/** What failed, by name and in one line each, after all else: a log is often read from its end. */
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
    for (const { testFilePath, testResults: tests, testExecError } of testResults) {
      const file = relative(process.cwd(), testFilePath);
      if (testExecError) say(file, testExecError.message);
      for (const { status, fullName, failureMessages } of tests)
        if (status === 'failed') say(`${file} › ${fullName}`, failureMessages[0] ?? '');
    }
  }
}

const say = (what: string, why: string) => console.error(`✕ ${what}: ${firstLine(why)}`);

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
const firstLine = (text: string) => text.replace(colours, '').split('\n', 1)[0]?.slice(0, 200) ?? '';
