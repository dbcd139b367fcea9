/** Writes one chunk of a register's lines, then a second one that it never commits: to be killed in the middle. */
import { writeLines } from '../../src/persistence/import.repository.ts';
import { openOrm } from '../../src/persistence/orm.ts';
import { testRing } from '../engine/keys.ts';

const [url = '', chunk = ''] = process.argv.slice(2);
const orm = await openOrm(url, testRing, 2);
const write = () => orm.em.fork().transactional((em) => writeLines(em, Number(chunk), new Date()));
process.stdout.write(`written ${await write()}\n`);
await orm.em.fork().transactional(async (em) => {
  await writeLines(em, Number(chunk), new Date());
  await em.flush();
  process.stdout.write('in the middle\n');
  await new Promise((resolve) => setTimeout(resolve, 120_000));
});
