/** ASKING: the HTTP API. A route is a checklist: who, what comes in, what may be seen, the command, the answer. */
import compression from 'compression';
import express, { type Express, type Request, type Response, Router } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { Sender } from '../engine/client.ts';
import type { Orm } from '../persistence/orm.ts';
import { accountRoutes } from './account/routes.ts';
import { breakGlassRoutes } from './break-glass/routes.ts';
import { capacityRoutes } from './capacity/routes.ts';
import { caseloadRoutes } from './caseload/routes.ts';
import { chainRoutes } from './chain/routes.ts';
import { cityRoutes } from './city/routes.ts';
import { claimRoutes } from './claim/routes.ts';
import { commandRoutes } from './command/routes.ts';
import { consentRoutes } from './consent/routes.ts';
import { consolePages } from './console.ts';
import { disputeRoutes } from './dispute/routes.ts';
import { mountDocs, openApiDocument } from './docs.ts';
import { draftRoutes } from './draft/routes.ts';
import { evidenceRoutes } from './evidence/routes.ts';
import { figureRoutes } from './figure/routes.ts';
import { importRoutes } from './import/routes.ts';
import { jobRoutes } from './job/routes.ts';
import { lawRoutes } from './law/routes.ts';
import { lookAlikeRoutes } from './look-alike/routes.ts';
import { type Measure, measureAnswers, whereOf } from './measure.ts';
import { mediatorRoutes } from './mediator/routes.ts';
import { noticeRoutes } from './notice/routes.ts';
import { numberRoutes } from './number/routes.ts';
import { paperRoutes } from './paper/routes.ts';
import { privacyRoutes } from './privacy/routes.ts';
import { mountPages } from './public/page.ts';
import { publicPages } from './public/pages.ts';
import { readingRoutes } from './reading/routes.ts';
import { readyz } from './readyz.ts';
import { reassignmentRoutes } from './reassignment/routes.ts';
import { referralRoutes } from './referral/routes.ts';
import { requestRoutes } from './request/routes.ts';
import { respondNotFound, respondToErrors } from './respond-to-errors.ts';
import { mountRoute } from './route.ts';
import { rulePackRoutes } from './rule-pack/routes.ts';
import { savedViewRoutes } from './saved-view/routes.ts';
import { searchRoutes } from './search/routes.ts';
import { serviceKeyRoutes } from './service-key/routes.ts';
import { sessionRoutes } from './session/routes.ts';
import { sheetRoutes } from './sheet/routes.ts';
import { taskRoutes } from './task/routes.ts';

export type ApiDeps = {
  orm: Orm;
  sender: Sender;
  log: Logger;
  publicUrl: string;
  now: () => Date;
  /** Whether the engine answers; asked by /readyz. */
  isEngineUp: () => Promise<boolean>;
  /** Whether workers ask the engine for work; asked by /readyz where it is given. */
  areWorkersUp?: () => Promise<boolean>;
  /** As Express takes `trust proxy`; nobody is trusted where it is not given. */
  trustedProxy?: false | number | string[];
  /** Where the built console lies. */
  consoleFolder?: string;
  /** Takes the time of every answer. */
  measure?: Measure;
};

export const routes = [
  ...sessionRoutes,
  ...accountRoutes,
  ...serviceKeyRoutes,
  ...privacyRoutes,
  ...consentRoutes,
  ...cityRoutes,
  ...disputeRoutes,
  ...breakGlassRoutes,
  ...noticeRoutes,
  ...claimRoutes,
  ...numberRoutes,
  ...evidenceRoutes,
  ...draftRoutes,
  ...lookAlikeRoutes,
  ...referralRoutes,
  ...taskRoutes,
  ...capacityRoutes,
  ...mediatorRoutes,
  ...figureRoutes,
  ...caseloadRoutes,
  ...requestRoutes,
  ...reassignmentRoutes,
  ...chainRoutes,
  ...sheetRoutes,
  ...importRoutes,
  ...jobRoutes,
  ...savedViewRoutes,
  ...searchRoutes,
  ...paperRoutes,
  ...lawRoutes,
  ...rulePackRoutes,
  ...commandRoutes,
  ...readingRoutes,
];

export function createApp(deps: ApiDeps): Express {
  const app = express();
  app.disable('x-powered-by').set('etag', false);
  app.set('trust proxy', deps.trustedProxy ?? false);
  app.use(
    helmet({
      contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null } },
      strictTransportSecurity: deps.publicUrl.startsWith('https:'),
    }),
  );
  if (deps.measure) app.use(measureAnswers(deps.measure));
  app.use(compression());
  app.use(
    pinoHttp({
      logger: deps.log,
      serializers: requestSerializers,
      customLogLevel: levelOf,
      customProps: (request, response) => whereOf(request as Request, response as Response),
    }),
  );
  if (deps.consoleFolder !== undefined) app.use('/console', consolePages(deps.consoleFolder));
  app.get('/healthz', (_request, response) => void response.json({ ok: true }));
  app.get('/readyz', readyz(deps));
  mountPages(app, deps, publicPages);
  const api = Router();
  const document = openApiDocument(routes);
  api.get('/openapi.json', (_request, response) => void response.json(document));
  mountDocs(api);
  api.use(express.json({ limit: '1mb' }));
  for (const one of routes) mountRoute(api, deps, one);
  app.use('/api', api);
  app.use(respondNotFound);
  app.use(respondToErrors(deps.log));
  return app;
}

/** Neither addresses nor headers: people type names into both. The route's pattern is told once it is known. */
const requestSerializers = {
  req: ({ method }: { method: string }) => ({ method }),
  res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
  err: ({ type }: { type: string }) => ({ type }),
};

function levelOf(_request: unknown, { statusCode }: { statusCode: number }) {
  return statusCode >= 500 ? ('warn' as const) : ('debug' as const);
}
