/** A file that comes with a request: one part of a multipart form, held in memory up to the route's limit. */
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import multer, { MulterError } from 'multer';
import { z } from 'zod';
import { Refusal } from '../domain/refusal.ts';

/** What a route says of its file; the other parts of the form are its `body`, each a text. */
export type UploadWanted = {
  /** The name of the part. */
  field: string;
  maxBytes: number;
  /** The same route also takes JSON without a file. */
  isOptional?: boolean;
};

/** `name` is what the file is called at home, without its folder; never a path to write to. */
export type Upload = { name: string; bytes: Buffer };

const MEGABYTE = 1024 * 1024;
const MOST_FIELDS = 40;
/** A name that file systems and headers bear. */
const LONGEST_NAME = 200;

/**
 * Reads the form into `request.body` (texts) and gives the file back. Refuses `upload/too-large`, `upload/missing` where the
 * route needs one, `upload/unreadable` for a form that is cut off, malformed or has other files.
 */
export async function readUpload(
  request: Request,
  response: Response,
  { field, maxBytes, isOptional = false }: UploadWanted,
): Promise<Upload | undefined> {
  const read = multer({
    storage: multer.memoryStorage(),
    // Browsers send names in UTF-8; multer would read them as latin1.
    defParamCharset: 'utf8',
    limits: { fileSize: maxBytes, files: 1, fields: MOST_FIELDS, fieldSize: MEGABYTE, fieldNestingDepth: 0 },
  }).single(field);
  await new Promise<void>((resolve, reject) => {
    read(request, response, (error: unknown) =>
      error ? reject(refusalOf(error, field, maxBytes)) : resolve(),
    );
  });
  const { file } = request;
  if (file !== undefined && file.size > 0) return { name: nameOf(file.originalname), bytes: file.buffer };
  if (!isOptional || file !== undefined) throw new Refusal('upload/missing', { part: field });
  return undefined;
}

/** The file is part of what is asked: with its hash in the body, a key reused for another file has another fingerprint. */
export function noteUpload(request: Request, { field }: UploadWanted, file: Upload): void {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  request.body = { ...(request.body as object), [field]: { name: file.name, sha256 } };
}

/** A form with several files, as public pages send it: fields left empty give none. Refuses as `readUpload` does, and `upload/too-many`. */
export async function readUploads(
  request: Request,
  response: Response,
  { field, most, maxBytes }: { field: string; most: number; maxBytes: number },
): Promise<Upload[]> {
  const length = Number(request.get('content-length'));
  if (!(length <= maxBytes + MEGABYTE))
    throw new Refusal('upload/too-large', { megabytes: Math.round(maxBytes / MEGABYTE) });
  const read = multer({
    storage: multer.memoryStorage(),
    defParamCharset: 'utf8',
    limits: {
      ...{ fileSize: maxBytes, files: most, fields: MOST_FIELDS },
      ...{ fieldSize: MEGABYTE, fieldNestingDepth: 0 },
    },
  }).array(field, most);
  await new Promise<void>((resolve, reject) => {
    read(request, response, (error: unknown) => {
      if (!error) return resolve();
      const code = error instanceof MulterError ? error.code : '';
      const isMany = code === 'LIMIT_FILE_COUNT' || code === 'LIMIT_UNEXPECTED_FILE';
      reject(isMany ? new Refusal('upload/too-many', { most }) : refusalOf(error, field, maxBytes));
    });
  });
  const files = Array.isArray(request.files) ? request.files : [];
  return files.flatMap(({ size, originalname, buffer }) =>
    size > 0 ? [{ name: nameOf(originalname), bytes: buffer }] : [],
  );
}

function refusalOf(error: unknown, field: string, maxBytes: number): Refusal {
  if (error instanceof MulterError && error.code === 'LIMIT_FILE_SIZE')
    return new Refusal('upload/too-large', { megabytes: Math.round((maxBytes / MEGABYTE) * 10) / 10 });
  return new Refusal('upload/unreadable', { part: field });
}

function nameOf(given: string): string {
  const clean = given
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}/\\]/gu, '')
    .trim();
  const ending = /\.\w{1,8}$/.exec(clean)?.[0] ?? '';
  const short =
    [...clean].length > LONGEST_NAME
      ? `${[...clean].slice(0, LONGEST_NAME - ending.length).join('')}${ending}`
      : clean;
  return short === '' ? 'file' : short;
}

/** The form as the document shows it: the route's fields and the file. */
export function uploadShape({ field }: UploadWanted, body: z.ZodType | undefined): z.ZodType {
  const file = z.string().meta({ format: 'binary' });
  return body instanceof z.ZodObject ? body.extend({ [field]: file }) : z.strictObject({ [field]: file });
}
