/** Someone signed in over HTTP, as any client would be. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

export type Answer = Record<string, unknown>;

export class StoryError extends Error {
  override readonly name = 'StoryError';
}

export class Visitor {
  readonly #url: string;
  readonly #cookie: string;
  readonly #csrfToken: string;

  private constructor(url: string, cookie: string, csrfToken: string) {
    this.#url = url;
    this.#cookie = cookie;
    this.#csrfToken = csrfToken;
  }

  static async signIn(
    url: string,
    { login, password }: { login: string; password: string },
  ): Promise<Visitor> {
    const response = await fetch(`${url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password }),
    });
    const { csrfToken } = (await read(response)) as { csrfToken: string };
    const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
    return new Visitor(url, cookie, csrfToken);
  }

  async get<T = Answer>(path: string): Promise<T> {
    return (await read(await fetch(`${this.#url}${path}`, { headers: { cookie: this.#cookie } }))) as T;
  }

  /** A write with its `Idempotency-Key`; one that is only written down (202) is asked after until it is settled. */
  async post<T = Answer>(path: string, body: object, key: string = randomUUID()): Promise<T> {
    const response = await fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: {
        cookie: this.#cookie,
        'content-type': 'application/json',
        'x-csrf-token': this.#csrfToken,
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
    const answer = await read(response);
    return (response.status === 202 ? await this.#settled(String(answer.command)) : answer) as T;
  }

  /** A file as a browser's form sends it. */
  async upload<T = Answer>(
    path: string,
    file: { name: string; bytes: Buffer },
    fields: object = {},
  ): Promise<T> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
    form.set('file', new Blob([new Uint8Array(file.bytes)]), file.name);
    const headers = {
      cookie: this.#cookie,
      'x-csrf-token': this.#csrfToken,
      'idempotency-key': randomUUID(),
    };
    const response = await fetch(`${this.#url}${path}`, { method: 'POST', headers, body: form });
    const answer = await read(response);
    return (response.status === 202 ? await this.#settled(String(answer.command)) : answer) as T;
  }

  /** The file at `path`, once it is drawn. */
  async file(path: string): Promise<Buffer> {
    const response = await this.#until(path, 60_000);
    return Buffer.from(await response.arrayBuffer());
  }

  async #settled(command: string): Promise<Answer> {
    return read(await this.#until(`/api/commands/${command}`, 120_000));
  }

  /** Asks again while the answer is 202, or the database is away. */
  async #until(path: string, patienceMs: number): Promise<Response> {
    const end = Date.now() + patienceMs;
    for (;;) {
      const response = await fetch(`${this.#url}${path}`, { headers: { cookie: this.#cookie } });
      if (response.status === 200) return response;
      if (![202, 503].includes(response.status)) await read(response);
      if (Date.now() > end) throw new StoryError(`等了 ${patienceMs / 1000} 秒仍未办成：${path}`);
      await sleep(100);
    }
  }
}

async function read(response: Response): Promise<Answer> {
  const answer = (await response.json()) as Answer;
  if (!response.ok)
    throw new StoryError(`${response.status} ${String(answer.code)}：${String(answer.detail)}`);
  return answer;
}
