/** Holds a case's row in an open transaction until it is killed, so that a projection waits inside its own. */
import type { CaseId } from '../../src/domain/ids.ts';
import { lockCase } from '../../src/persistence/case.repository.ts';
import { openOrm } from '../../src/persistence/orm.ts';
import { testRing } from '../engine/keys.ts';

const [url = '', id = ''] = process.argv.slice(2);
const em = (await openOrm(url, testRing, 1)).em.fork();
await em.begin();
await lockCase(em, id as CaseId);
process.stdout.write('held\n');
setInterval(() => undefined, 60_000);
