/** The steps of a course: an act of someone, or something that befalls the engine meanwhile. */
import { setTimeout as sleep } from 'node:timers/promises';
import type fc from 'fast-check';
import { dayAt } from '../../src/domain/day.ts';
import { reconcile } from '../../src/engine/reconcile.ts';
import { CaseRecord } from '../../src/persistence/case-record.entity.ts';
import type { Command } from '../../src/persistence/command.entity.ts';
import type { CourseCity } from './course-city.ts';
import {
  expectAlike,
  expectAnswered,
  type Model,
  type RecordWord,
  takeIn,
  untilQuiet,
} from './course-model.ts';
import { anAct, chosen, dayOf, type Pick, write } from './course-write.ts';

abstract class Step implements fc.AsyncCommand<Model, CourseCity> {
  readonly picked: Pick;
  constructor(picked: Pick) {
    this.picked = picked;
  }
  check(_model: Readonly<Model>): boolean {
    return true;
  }
  abstract run(model: Model, city: CourseCity): Promise<void>;
  toString = () => `${this.constructor.name}(${JSON.stringify(this.picked)})`;

  async order(model: Model, city: CourseCity) {
    const { detail, days, seen } = this.picked;
    const { seq } = model.state;
    const given = { ...chosen(this.picked, model, city), on: dayOf(model, days), detail };
    const stale = Math.max(0, seq - 1 - (detail % 3));
    return write(city, model, {
      ...given,
      seen: seen === 'unsaid' ? undefined : seen === 'right' ? seq : stale,
    });
  }

  async settle(
    model: Model,
    city: CourseCity,
    sending: Promise<Command>,
    written: { command: Command; word: RecordWord },
  ) {
    model.hasWorkflow = true;
    await expectAnswered(city, model, written.command, await sending, written.word);
    if (!this.picked.isHasty) await expectAlike(city, model);
  }
}

class Act extends Step {
  async run(model: Model, city: CourseCity) {
    const written = await this.order(model, city);
    await this.settle(model, city, city.sender.send(written.command), written);
  }
}

class SendTwice extends Step {
  async run(model: Model, city: CourseCity) {
    const written = await this.order(model, city);
    const both = await Promise.all([city.sender.send(written.command), city.sender.send(written.command)]);
    expect(both[1]).toMatchObject({ status: both[0]!.status, answer: both[0]!.answer });
    await this.settle(model, city, Promise.resolve(both[0]!), written);
  }
}

/** What is done arrives once more, long after. */
class SendAgain extends Step {
  override check = ({ last }: Readonly<Model>) => last !== null;
  async run(model: Model, city: CourseCity) {
    await untilQuiet(city, model);
    const { seq } = model.state;
    const { answer } = await city.sender.send(model.last!);
    await takeIn(city, model);
    expect(model.state.seq).toBe(seq);
    expect(answer).toEqual({ seq: expect.any(Number) as unknown });
    model.hasWorkflow = true;
    await expectAlike(city, model);
  }
}

class SendWhileNobodyWorks extends Step {
  async run(model: Model, city: CourseCity) {
    await untilQuiet(city, model);
    await city.stopWorkers();
    const written = await this.order(model, city);
    const sending = city.sender.send(written.command);
    await sleep(50);
    await city.startWorkers();
    await this.settle(model, city, sending, written);
  }
}

class LoseTheAnswer extends Step {
  async run(model: Model, city: CourseCity) {
    city.loseNextAnswer();
    const written = await this.order(model, city);
    await this.settle(model, city, city.sender.send(written.command), written);
  }
}

/** The workflow is gone with its history; the round of open cases, or the next command, starts it again. */
class LoseTheWorkflow extends Step {
  async run(model: Model, city: CourseCity) {
    await untilQuiet(city, model);
    const { id } = model.state;
    await city.terminate(id);
    model.hasWorkflow = false;
    const row = await city.orm.em.fork().findOneOrFail(CaseRecord, { id });
    if (!row.isOpen || this.picked.detail % 2 === 0) return;
    expect(await reconcile(city, [row])).toEqual({ started: 1, caughtUp: 0 });
    model.hasWorkflow = true;
    await expectAlike(city, model);
  }
}

/** The other body's case tells this one that it is over. */
class CallOff extends Step {
  override check = ({ state }: Readonly<Model>) => state.referrals.some(({ isOpen }) => isOpen);
  async run(model: Model, city: CourseCity) {
    await untilQuiet(city, model);
    const { id } = model.state.referrals.find(({ isOpen }) => isOpen)!;
    const command = await city.write(id, {
      ...{ story: 'referral', kind: 'close', asked: {}, by: city.people.manager, on: dayAt(Date.now()) },
    });
    const { status } = await city.sender.send(command);
    expect(status).toBe('done');
    await takeIn(city, model);
    expect(model.state.referrals.find((one) => one.id === id)?.isOpen).toBe(false);
    model.hasWorkflow = true;
    await expectAlike(city, model);
  }
}

const often = <S extends Step>(kind: new (picked: Pick) => S, times: number) =>
  Array.from({ length: times }, () =>
    anAct.map((picked): fc.AsyncCommand<Model, CourseCity> => new kind(picked)),
  );

/** By how often each happens. */
export const steps = [
  ...often(Act, 22),
  ...often(SendTwice, 2),
  ...often(SendAgain, 1),
  ...often(LoseTheAnswer, 2),
  ...often(LoseTheWorkflow, 1),
  ...often(CallOff, 1),
  ...often(SendWhileNobodyWorks, 1),
];
