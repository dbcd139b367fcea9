import { setTimeout as sleep } from 'node:timers/promises';

export type Answer = {
  status: number;
  headers: Headers;
  text: string;
  /** The body where it is JSON. */
  body: Record<string, unknown>;
};

/** One browser: with a cookie once signed in, and headers that a test may change. */
export class Caller {
  readonly #url: string;
  readonly #headers: Record<string, string>;

  constructor(url: string, headers: Record<string, string> = {}) {
    this.#url = url;
    this.#headers = headers;
  }

  static async signIn(url: string, login: string, password: string): Promise<Caller> {
    const { status, headers, body } = await new Caller(url).post('/api/sign-in', { login, password });
    if (status !== 200) throw new Error(`${login} could not sign in: ${status}`);
    const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return new Caller(url, { cookie, 'x-csrf-token': String(body.csrfToken) });
  }

  get headers(): Readonly<Record<string, string>> {
    return this.#headers;
  }

  /** The same browser with some headers changed; an empty one is left out. */
  with(headers: Record<string, string>): Caller {
    const all = Object.entries({ ...this.#headers, ...headers }).filter(([, value]) => value !== '');
    return new Caller(this.#url, Object.fromEntries(all));
  }

  get(path: string): Promise<Answer> {
    return this.#ask(path, { headers: this.#headers });
  }

  async bytes(path: string): Promise<Buffer> {
    const response = await fetch(`${this.#url}${path}`, { headers: this.#headers });
    return Buffer.from(await response.arrayBuffer());
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.postText(path, JSON.stringify(body));
  }

  postText(path: string, body: string): Promise<Answer> {
    const headers = { 'content-type': 'application/json', ...this.#headers };
    return this.#ask(path, { method: 'POST', headers, body });
  }

  /** A small text as a file in a form. */
  upload(path: string, field: string, name: string, text: string): Promise<Answer> {
    const form = new FormData();
    form.append(field, new Blob([text]), name);
    return this.#ask(path, { method: 'POST', headers: this.#headers, body: form });
  }

  /** Asks until the answer is no longer 202. */
  async getSettled(path: string): Promise<Answer> {
    for (let tries = 0; tries < 150; tries += 1) {
      const answer = await this.get(path);
      if (answer.status !== 202) return answer;
      await sleep(100);
    }
    throw new Error(`${path} is still pending`);
  }

  async #ask(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(`${this.#url}${path}`, init);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : {} };
  }
}
