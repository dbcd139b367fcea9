/** What is being filled in, kept in this tab until it is sent or one signs out. */
const PREFIX = 'wanhe:';

export function kept<T>(key: string): T | null {
  try {
    const text = sessionStorage.getItem(PREFIX + key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

export function keep(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full or forbidden store loses the help, not the work.
  }
}

export const forget = (key: string): void => sessionStorage.removeItem(PREFIX + key);

/** The list of disputes as it was last looked at: a case leads back to it. */
export const LAST_LIST = 'disputes?';
