/** docker-compose.yml and Dockerfile, read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectRoot } from '../../src/config.ts';

export type Service = {
  image: string;
  build?: string;
  entrypoint?: string[];
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test?: string[]; disable?: boolean };
  restart?: string;
  ports?: string[];
  networks?: string[];
  configs?: { source: string; target: string }[];
  volumes?: string[];
  secrets?: (string | { source: string })[];
  read_only?: boolean;
};

export type Compose = {
  services: Record<string, Service>;
  configs: Record<string, { content: string }>;
  networks: Record<string, { internal?: boolean }>;
  secrets?: Record<string, { file: string }>;
};

export function composeFile(): Compose {
  return parse(readFileSync(join(projectRoot, 'docker-compose.yml'), 'utf8'), { merge: true }) as Compose;
}

/** `${NAME:?sentence}`, `${NAME:-default}`, `${NAME}` and `$$`, as Compose fills them in. Throws where a required one is missing. */
export function fillIn(text: string, given: Record<string, string>): string {
  return text.replaceAll(
    /\$\$|\$\{(\w+)(?::([?-])([^}]*))?\}/g,
    (all, name: string, sign: string, rest: string) => {
      if (all === '$$') return '$';
      const value = given[name] || (sign === '-' ? rest : '');
      if (value === '' && sign !== '-') throw new Error(`${name}: ${rest ?? ''}`);
      return value;
    },
  );
}

/** The instructions of the Dockerfile, a line each; continued lines joined. */
export function dockerfile(): { instruction: string; rest: string }[] {
  const text = readFileSync(join(projectRoot, 'Dockerfile'), 'utf8').replaceAll(/\\\n\s*/g, '');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [instruction = '', ...rest] = line.split(' ');
      return { instruction, rest: rest.join(' ') };
    });
}
