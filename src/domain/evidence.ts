/** The files people bring as evidence: which kinds are taken, how large, how many. */

export type EvidenceStatus = 'pending' | 'kept' | 'withdrawn';

type FileKind = {
  /** What the name may end in, in lower case. */
  endings: readonly string[];
  /** Shown in the browser; everything else is downloaded. */
  isShown: boolean;
};

/** By media type, as found in the bytes. An `.m4a` of many telephones is an MP4 container by its bytes. */
export const evidenceKinds = {
  'application/pdf': { endings: ['pdf'], isShown: true },
  'image/jpeg': { endings: ['jpg', 'jpeg', 'jpe', 'jfif'], isShown: true },
  'image/png': { endings: ['png'], isShown: true },
  'image/webp': { endings: ['webp'], isShown: true },
  'image/heic': { endings: ['heic', 'heif'], isShown: true },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    endings: ['docx'],
    isShown: false,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { endings: ['xlsx'], isShown: false },
  'text/plain': { endings: ['txt'], isShown: false },
  'audio/mpeg': { endings: ['mp3'], isShown: false },
  'audio/mp4': { endings: ['m4a'], isShown: false },
  'audio/wav': { endings: ['wav'], isShown: false },
  'audio/amr': { endings: ['amr'], isShown: false },
  'video/mp4': { endings: ['mp4'], isShown: false },
} as const satisfies Record<string, FileKind>;
export type EvidenceType = keyof typeof evidenceKinds;

/** Every ending that is taken, in the order of the kinds. */
export const evidenceEndings: readonly string[] = Object.values(evidenceKinds).flatMap(
  ({ endings }) => endings,
);

const MEGABYTE = 1024 * 1024;

/** Of one case: withdrawn files do not count. */
export const evidenceLimits = {
  fileBytes: 20 * MEGABYTE,
  files: 200,
  bytes: 500 * MEGABYTE,
  megabytes: 500,
} as const;

export function isShownInline(mediaType: string): boolean {
  return mediaType in evidenceKinds && evidenceKinds[mediaType as EvidenceType].isShown;
}
