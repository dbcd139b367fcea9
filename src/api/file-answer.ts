/** A right answer that is a file, not JSON: the route sends it, once its reading is on record. */
import type { Response } from 'express';

export class FileAnswer {
  readonly content: Uint8Array | string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a list taken along. */
  readonly rowCount: number | undefined;

  constructor(content: Uint8Array | string, headers: Record<string, string>, rowCount?: number) {
    this.content = content;
    this.headers = headers;
    this.rowCount = rowCount;
  }

  send(response: Response): void {
    // Not by `set`, which would say of every text that it is UTF-8.
    for (const [name, value] of Object.entries(this.headers)) response.setHeader(name, value);
    response.send(this.content);
  }
}
