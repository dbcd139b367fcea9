/** Stands in for the command line: `start` is the real one, the verbs it starts do the least that can be seen. */
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../../src/config.ts';
import { endWithParent } from '../../src/engine/end-with-parent.ts';
import { runInstance } from '../../src/engine/run-instance.ts';

const config = readConfig();
const verb = process.argv[2] ?? '';
const trace = (what: string) => appendFileSync(join(config.home, 'trace'), `${what}\n`);

function stayUntilTerm(): void {
  endWithParent();
  const alive = setInterval(() => {}, 1000);
  process.once('SIGTERM', () => {
    trace(`${verb} ended`);
    clearInterval(alive);
    process.exit(0);
  });
}

switch (verb) {
  case 'start': {
    const script = fileURLToPath(import.meta.url);
    process.exitCode = await runInstance({ config, script, say: (line) => console.log(line) }).catch(
      (error) => {
        console.error(error.message);
        return 1;
      },
    );
    break;
  }
  case 'seed': {
    const login = { login: 'chen', password: 'a-long-word', name: '陈调解', role: 'mediator' };
    writeFileSync(join(config.home, 'demo-logins.json'), JSON.stringify([login]));
    break;
  }
  case 'work':
    if (existsSync(join(config.home, 'break-work'))) process.exit(3);
    stayUntilTerm();
    console.log('worker ready');
    break;
  case 'serve':
    stayUntilTerm();
    createServer((_, answer) => answer.end('ok')).listen(config.port, '127.0.0.1', () => {
      console.log(`api ready http://127.0.0.1:${config.port}`);
    });
    break;
  default:
    trace(verb);
}
