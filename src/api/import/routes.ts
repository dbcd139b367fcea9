import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '../../domain/refusal.ts';
import type { RulePack } from '../../law/pack.ts';
import { fingerprintOf } from '../../persistence/command.repository.ts';
import type { Import } from '../../persistence/import.entity.ts';
import {
  importLineSorts,
  importSorts,
  importStatuses,
  listImportLines,
  listImports,
  readImport,
} from '../../persistence/import.listing.ts';
import { createImport, findImport, type LineRead } from '../../persistence/import.repository.ts';
import { limits } from '../../sheets/limits.ts';
import { readRegister } from '../../sheets/register.ts';
import type { ApiDeps } from '../app.ts';
import { pageOf, pageQuery, searchWords, sendPage } from '../lists.ts';
import { commandIdOf } from '../order-command.ts';
import { importsRead } from '../policies.ts';
import { type AnyRoute, route } from '../route.ts';
import { packFor } from '../rule-pack/read-pack.ts';
import { knownTo } from '../sheet/known.ts';
import { tableOf } from '../sheet/routes.ts';
import { pasted } from '../sheet/schema.ts';
import { type PackOn, prepareLines } from './prepare.ts';
import {
  importCsv,
  importItem,
  importLine,
  importMade,
  lineCsv,
  presentImport,
  presentLine,
} from './schema.ts';

const tag = '台账导入';
const params = z.object({ id: z.uuid('不是有效的编号，请从列表中选取') });

export const importRoutes: AnyRoute[] = [
  route({
    method: 'post',
    path: '/imports',
    wall: 'import.bring',
    reads: null,
    tag,
    summary:
      '导入调解台账（xlsx、csv 或者粘贴的文字）：对的行成为案件，错的行写明怎么改；后台逐批写入，可查进度',
    upload: { field: 'file', maxBytes: limits.bytes, isOptional: true },
    body: pasted,
    answer: importMade,
    status: 201,
    async handle({ deps, me, file, body, request, response }) {
      const fingerprint = fingerprintOf({ body: request.body as unknown });
      const commandId = commandIdOf(me, request);
      const table = await tableOf(file, body.text);
      const known = await knownTo(deps, me);
      const lines = await prepareLines(readRegister(table.rows, known), known, packsOf(deps));
      if (lines.length === 0) throw new Refusal('import/no-rows');
      const { account, district } = me.actor;
      const made = await writeOnce(deps, lines, {
        ...{ id: randomUUID(), actor: me.actor, account, district, commandId, fingerprint },
        ...{ fileName: file?.name ?? null, onDay: known.today, at: deps.now() },
        sha256: createHash('sha256')
          .update(file?.bytes ?? body.text ?? '')
          .digest('hex'),
      });
      response.set('Location', `/api/imports/${made.id}`);
      const row = await readImport(deps.orm.em.fork(), made.id, importsRead(me));
      return { ...presentImport(row), sheet: table.sheet, unread: table.unread };
    },
  }),
  route({
    method: 'get',
    path: '/imports',
    wall: 'import.read',
    reads: null,
    tag,
    summary: '导入过的台账：可查找、排序、分页',
    query: pageQuery(importSorts, '-at').extend({ q: searchWords.optional() }),
    answer: pageOf(importItem),
    async handle({ deps, me, query, response }) {
      const page = await listImports(deps.orm.em.fork(), { ...query, ...importsRead(me) });
      return sendPage(response, query, { ...page, items: page.items.map(presentImport) }, importCsv, tag);
    },
  }),
  route({
    method: 'get',
    path: '/imports/:id',
    wall: 'import.read',
    reads: null,
    tag,
    summary: '一次导入的进度',
    params,
    answer: importItem,
    async handle({ deps, me, params: { id } }) {
      return presentImport(await readImport(deps.orm.em.fork(), id, importsRead(me)));
    },
  }),
  route({
    method: 'get',
    path: '/imports/:id/lines',
    wall: 'import.read',
    reads: 'import',
    tag,
    summary: '一次导入的各行：成了哪一件，或者错在哪里；按结果筛选，可导出，改好后只需再导入一次',
    params,
    query: pageQuery(importLineSorts, 'row').extend({
      status: z.enum(importStatuses).optional(),
      q: searchWords.optional(),
    }),
    answer: pageOf(importLine),
    async handle({ deps, me, params: { id }, query, response }) {
      const em = deps.orm.em.fork();
      await readImport(em, id, importsRead(me));
      const page = await listImportLines(em, { ...query, importId: id });
      return sendPage(response, query, { ...page, items: page.items.map(presentLine) }, lineCsv, tag);
    },
  }),
];

/** Writes the import with all its lines, or finds the one this request made before. */
async function writeOnce(deps: ApiDeps, lines: readonly LineRead[], wanted: Import): Promise<Import> {
  const { commandId, fingerprint } = wanted;
  const earlier = await findImport(deps.orm.em.fork(), commandId, fingerprint);
  if (earlier !== null) return earlier;
  try {
    await deps.orm.em.fork().transactional(async (em) => createImport(em, wanted, lines));
    return wanted;
  } catch (error) {
    // Two alike at the same moment: the unique request lets one in, the other finds it.
    const winner = await findImport(deps.orm.em.fork(), commandId, fingerprint);
    if (winner === null) throw error;
    return winner;
  }
}

/** A register has few days and many lines. */
function packsOf(deps: ApiDeps): PackOn {
  const packs = new Map<string, Promise<RulePack>>();
  return (day) => {
    const pack = packs.get(day) ?? packFor(deps, day);
    packs.set(day, pack);
    return pack;
  };
}
