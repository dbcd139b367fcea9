/** The OpenAPI 3.1 document, made from the routes themselves, and the pages that show it. */
import { extendZodWithOpenApi, OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import express, { type Router } from 'express';
import swaggerUi from 'swagger-ui-dist';
import { z } from 'zod';
import { type AnyRoute, describeRoute } from './route.ts';

extendZodWithOpenApi(z);

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  facts: z.record(z.string(), z.unknown()).optional(),
  article: z.string().optional(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

export function openApiDocument(routes: readonly AnyRoute[]) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'wanhe_session',
  });
  registry.registerComponent('securitySchemes', 'serviceKey', { type: 'http', scheme: 'bearer' });
  for (const one of routes) describeRoute(registry, one, problem);
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: '宛和 Wanhe',
      version: '1',
      description:
        'POST：带 X-CSRF-Token；Idempotency-Key 相同的请求只办一次；If-Match 带 ETag 时，案件已有变动则答 409，并说明变动。',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
  });
}

/** Swagger UI from its package; the page's own script replaces the demo's. */
export function mountDocs(api: Router): void {
  const script = `window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true });`;
  api.get('/docs/swagger-initializer.js', (_request, response) => void response.type('js').send(script));
  api.use('/docs', (_request, response, next) => {
    // Swagger UI styles its elements inline.
    const policy = String(response.getHeader('Content-Security-Policy') ?? '');
    response.setHeader('Content-Security-Policy', policy.replace(/img-src [^;]*/, "img-src 'self' data:"));
    next();
  });
  api.use('/docs', express.static(swaggerUi.getAbsoluteFSPath()));
}
