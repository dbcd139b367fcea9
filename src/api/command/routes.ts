import { z } from 'zod';
import { Refusal } from '../../domain/refusal.ts';
import { Command } from '../../persistence/command.entity.ts';
import { commandAnswer, settle } from '../order-command.ts';
import { type AnyRoute, route } from '../route.ts';

export const commandRoutes: AnyRoute[] = [
  route({
    method: 'get',
    path: '/commands/:id',
    wall: 'command.read',
    reads: null,
    scope: 'referrals:bring',
    tag: '命令',
    summary: '问一条已写下的命令办成了没有：办成、仍在办（202）、或者被拒绝的理由',
    params: z.object({ id: z.string().regex(/^[0-9a-f]{40}$/, '不是有效的命令编号') }),
    answer: commandAnswer,
    async handle({ deps, me, params: { id }, response }) {
      const command = await deps.orm.em.fork().findOne(Command, { id: id as Command['id'] });
      if (command === null || command.order.by.account !== me.actor.account)
        throw new Refusal('command/not-found');
      // Asking also sends: what is pending is waited for, what it calls for goes out before it is called done.
      return settle(deps, response, command);
    },
  }),
];
