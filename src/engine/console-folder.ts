import { join } from 'node:path';

/** Where the built console lies. */
export const consoleFolder = (root: string): string => join(root, '.build', 'console');
