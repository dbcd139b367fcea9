/** Tells a story through the public API with the demo logins: each step timed, the first that fails ends it. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Visitor } from './visitor.ts';

export type Login = { login: string; password: string; account: string };
export type Step = { name: string; status: 'ok' | 'failed'; ms: number; error?: string };
export type ToldPaper = { kind: string; number: string; path: string; pages: number; sha256: string };

export type Telling = {
  step<T>(name: string, run: () => Promise<T>): Promise<T>;
  as(login: string): Promise<Visitor>;
  /** Whoever owns the case, by account. */
  asOwner(account: string): Promise<Visitor>;
};

export function startTelling(url: string, logins: readonly Login[], say: (line: string) => void) {
  const steps: Step[] = [];
  const visitors = new Map<string, Promise<Visitor>>();
  const enter = (login: Login | undefined): Promise<Visitor> => {
    if (login === undefined)
      throw new Error('演示账号里没有所需的账号；这个故事只能在写有演示数据的系统上讲');
    const known = visitors.get(login.login) ?? Visitor.signIn(url, login);
    visitors.set(login.login, known);
    return known;
  };
  const telling: Telling = {
    as: (name) => enter(logins.find(({ login }) => login === name)),
    asOwner: (owner) => enter(logins.find(({ account }) => account === owner)),
    async step(name, run) {
      const started = performance.now();
      const done = (status: Step['status'], error?: string) => {
        const ms = Math.round(performance.now() - started);
        steps.push({ name, status, ms, ...(error === undefined ? {} : { error }) });
        say(`${status === 'ok' ? '✓' : '✗'} ${name}（${ms} 毫秒）${error ?? ''}`);
      };
      try {
        const result = await run();
        done('ok');
        return result;
      } catch (error) {
        done('failed', error instanceof Error ? error.message : String(error));
        throw error;
      }
    },
  };
  return { telling, steps };
}

/** Saves each paper of the case and checks it against the hash the record states. */
export async function savePapers(
  reader: Visitor,
  papers: readonly { id: string; kind: string; number: string }[],
  caseId: string,
  folder: string,
): Promise<ToldPaper[]> {
  mkdirSync(folder, { recursive: true });
  const saved: ToldPaper[] = [];
  const files = new Map<string, Buffer>();
  for (const { id } of papers) files.set(id, await reader.file(`/api/papers/${id}/file`));
  const { papers: drawn } = await reader.get<{ papers: { id: string; pages: number; sha256: string }[] }>(
    `/api/disputes/${caseId}`,
  );
  for (const { id, kind, number } of papers) {
    const file = files.get(id)!;
    const path = join(folder, `${kind}-${number}.pdf`);
    writeFileSync(path, file);
    const record = drawn.find((paper) => paper.id === id);
    const sha256 = createHash('sha256').update(file).digest('hex');
    if (record?.sha256 !== sha256) throw new Error(`${number} 的文件与登记的 SHA-256 不符`);
    saved.push({ kind, number, path, pages: record.pages, sha256 });
  }
  return saved;
}
