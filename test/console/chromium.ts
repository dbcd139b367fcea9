/** Debian's Chromium, with a font for Chinese; installed where they are missing, never skipped. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const PROGRAM = '/usr/bin/chromium';

export async function openBrowser(): Promise<Browser> {
  if (missing().length > 0) inTurn(() => install(missing()));
  return chromium.launch({
    executablePath: PROGRAM,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--lang=zh-CN'],
  });
}

const missing = (): string[] => [
  ...(existsSync(PROGRAM) ? [] : ['chromium']),
  ...(hasChineseFont() ? [] : ['fonts-noto-cjk', 'fontconfig']),
];

function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}

const LOCK = join(tmpdir(), 'wanhe-test-chromium');
const POLL_MS = 500;
const STALE_MS = 20 * 60_000;

/** Test files run side by side, and apt lets one in at a time: the others wait, and then find what they need. */
function inTurn(work: () => void): void {
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch {
      // Whoever was killed in between leaves the lock behind.
      const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? 0);
      if (age > STALE_MS) rmSync(LOCK, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
    }
  }
  try {
    work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function install(packages: string[]): void {
  if (packages.length === 0) return;
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}
