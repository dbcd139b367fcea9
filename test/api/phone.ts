/** A phone's browser without script: keeps cookies, follows redirects, sends the forms it was shown. */
export type Seen = { status: number; headers: Headers; text: string; path: string };

export class Phone {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();

  constructor(url: string) {
    this.#url = url;
  }

  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies;
  }

  get(path: string): Promise<Seen> {
    return this.#ask(path, {});
  }

  async bytes(path: string): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
    const response = await fetch(`${this.#url}${path}`, { headers: this.#headers(), redirect: 'manual' });
    this.#keep(response);
    return {
      status: response.status,
      headers: response.headers,
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  }

  /** Opens the page and sends its form with these fields; the hidden ones as they stand in the page. */
  async fill(path: string, fields: Record<string, string | string[]>, action = path): Promise<Seen> {
    const { text } = await this.get(path);
    return this.send(action, { ...hiddenIn(text), ...fields });
  }

  /** Sends a form whatever was shown. */
  send(path: string, fields: Record<string, string | string[]>): Promise<Seen> {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      ),
    );
    return this.#ask(path, { method: 'POST', body });
  }

  /** Sends a form with a file, as a browser sends it. */
  sendFile(
    path: string,
    fields: Record<string, string>,
    file: { field: string; name: string; bytes: Buffer },
  ): Promise<Seen> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    body.set(file.field, new Blob([new Uint8Array(file.bytes)]), file.name);
    return this.#ask(path, { method: 'POST', body });
  }

  /** Sends a form with files. */
  sendForm(path: string, body: FormData): Promise<Seen> {
    return this.#ask(path, { method: 'POST', body });
  }

  #headers(): Record<string, string> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookie === '' ? {} : { cookie };
  }

  #keep(response: Response): void {
    for (const one of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }

  async #ask(path: string, init: RequestInit): Promise<Seen> {
    const response = await fetch(`${this.#url}${path}`, {
      ...init,
      headers: this.#headers(),
      redirect: 'manual',
    });
    this.#keep(response);
    const to = response.headers.get('location');
    const text = await response.text();
    if (response.status === 303 && to !== null) return this.#ask(to, {});
    return { status: response.status, headers: response.headers, text, path };
  }
}

/** The hidden fields of a page's first form, by name. */
export function hiddenIn(text: string): Record<string, string> {
  const form = /<form[\s\S]*?<\/form>/.exec(text)?.[0] ?? '';
  const inputs = form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}
