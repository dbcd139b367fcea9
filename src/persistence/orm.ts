/** KEEPING: MikroORM over PostgreSQL; the one place that opens it. */
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { Account, AccountEvent, SignIn } from './account.entity.ts';
import { Application, ApplicationFile } from './application.entity.ts';
import { AuditAnchor, AuditAnchorHead } from './audit-anchor.entity.ts';
import { BreakGlass } from './break-glass.entity.ts';
import { Capacity } from './capacity.entity.ts';
import { CaseEvent, CaseText } from './case-event.entity.ts';
import { CaseRecord } from './case-record.entity.ts';
import { Body, CityEvent, District } from './city.entity.ts';
import { Clock, Task } from './clock.entity.ts';
import { Command } from './command.entity.ts';
import { Claim, ClaimWorking, Dispute, Party } from './dispute.entity.ts';
import { Draft } from './draft.entity.ts';
import { Evidence } from './evidence.entity.ts';
import { Import, ImportLine } from './import.entity.ts';
import { Job } from './job.entity.ts';
import { DataKey } from './keys/data-key.entity.ts';
import type { KeyRing } from './keys/key-ring.ts';
import { sealingDriver } from './keys/sealing-driver.ts';
import { MediatorProfile } from './mediator.entity.ts';
import { migrations } from './migrations/index.ts';
import { Notice } from './notice.entity.ts';
import { Paper, PaperSeries } from './paper.entity.ts';
import { PartyCode, PartyVisit } from './party-access.entity.ts';
import { watchPool } from './pool.ts';
import { Reading } from './reading.entity.ts';
import { Referral } from './referral.entity.ts';
import { releaseDeadConnections } from './release-dead-connections.ts';
import { RulePack } from './rule-pack.entity.ts';
import { SavedView } from './saved-view.entity.ts';
import { ServiceKey } from './service-key.entity.ts';

export type Orm = Awaited<ReturnType<typeof openOrm>>;
export type Em = Orm['em'];

/** `databaseUrl` is a `postgres://` URL; sealed columns open with `ring`. The caller closes the ORM. */
export async function openOrm(databaseUrl: string, ring: KeyRing, poolSize = 10) {
  return MikroORM.init({
    clientUrl: databaseUrl,
    driver: sealingDriver(ring),
    entities: [
      Account,
      SignIn,
      AccountEvent,
      ServiceKey,
      Body,
      District,
      CityEvent,
      CaseRecord,
      CaseEvent,
      CaseText,
      Command,
      Dispute,
      Party,
      Claim,
      ClaimWorking,
      Referral,
      Clock,
      Task,
      Paper,
      PaperSeries,
      RulePack,
      Capacity,
      MediatorProfile,
      Evidence,
      Draft,
      Import,
      ImportLine,
      PartyCode,
      PartyVisit,
      Application,
      ApplicationFile,
      SavedView,
      Job,
      BreakGlass,
      Notice,
      Reading,
      AuditAnchor,
      AuditAnchorHead,
      DataKey,
    ],
    extensions: [Migrator],
    migrations: { migrationsList: migrations, snapshot: false, silent: true },
    driverOptions: { onPoolCreated: keepPool, application_name: 'wanhe' },
    pool: { min: 0, max: poolSize },
    forceUtcTimezone: true,
    ignoreUndefinedInQuery: true,
    debug: false,
  });
}

function keepPool(
  pool: Parameters<typeof releaseDeadConnections>[0] & Parameters<typeof watchPool>[0],
): void {
  releaseDeadConnections(pool);
  watchPool(pool);
}
