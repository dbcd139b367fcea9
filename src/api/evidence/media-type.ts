/** What a file is, from its bytes: its name only has to agree. */
import { fileTypeFromBuffer } from 'file-type';
import { type EvidenceType, evidenceEndings, evidenceKinds } from '../../domain/evidence.ts';
import { Refusal } from '../../domain/refusal.ts';

/** How `file-type` calls what goes under another name here. */
const otherNames: Readonly<Record<string, EvidenceType>> = {
  'image/heif': 'image/heic',
  'audio/x-m4a': 'audio/mp4',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
};

/**
 * The media type of an evidence file. Refuses `evidence/type-not-taken` for content of no kind that is taken, and
 * `evidence/not-as-named` where the name's ending says something else.
 */
export async function evidenceTypeOf(name: string, bytes: Buffer): Promise<EvidenceType> {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const found = await typeFound(bytes);
  if (found === null) throw new Refusal('evidence/type-not-taken', { known: evidenceEndings });
  // Telephones write sound alone into the same container as a film.
  const isSound = found === 'video/mp4' && ending === 'm4a';
  const type = isSound ? 'audio/mp4' : found;
  const { endings } = evidenceKinds[type];
  if (!endings.some((one) => one === ending))
    throw new Refusal('evidence/not-as-named', {
      ending: ending === '' ? '—' : `.${ending}`,
      known: endings,
    });
  return type;
}

async function typeFound(bytes: Buffer): Promise<EvidenceType | null> {
  // Before all else: the mark of UTF-16 is also how a frame of sound begins.
  if (encodingOf(bytes) !== null && isPlainText(bytes)) return 'text/plain';
  const found = await fileTypeFromBuffer(bytes);
  if (found === undefined) return isPlainText(bytes) ? 'text/plain' : null;
  const type = otherNames[found.mime] ?? found.mime;
  return type in evidenceKinds ? (type as EvidenceType) : null;
}

/** UTF-8, UTF-16 with its mark, or GB 18030, and nothing in it but characters people type. */
function isPlainText(bytes: Buffer): boolean {
  if (bytes.length === 0) return false;
  const encoding = encodingOf(bytes);
  if (encoding !== null) return isTyped(bytes, encoding);
  return isTyped(bytes, 'utf-8') || isTyped(bytes, 'gb18030');
}

function encodingOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function isTyped(bytes: Buffer, encoding: string): boolean {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return !/\p{Cc}/u.test(text.replace(/[\t\n\r\f]/g, ''));
  } catch {
    return false;
  }
}
