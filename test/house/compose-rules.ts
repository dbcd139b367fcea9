/** What docker-compose.yml has to keep to; each breach is a line that names the place. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { projectRoot, variables } from '../../src/config.ts';
import type { Compose, Service } from './compose.ts';

const OURS = 'wanhe:';
const SERVERS = ['postgres', 'temporal'];
const SECRET = /PASSWORD|PWD|SECRET|API_KEY|_TOKEN/;

const servicesOf = ({ services }: Compose) => Object.entries(services);
const isOnce = ({ restart }: Service) => restart?.startsWith('on-failure') === true;

/** Draft 7 with the formats of Compose's own, which say little. */
export function schemaBreaches(compose: object): string[] {
  const { $schema, ...schema } = JSON.parse(
    readFileSync(join(projectRoot, 'test/house/compose-spec.json'), 'utf8'),
  ) as { $schema: string };
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  for (const format of ['ports', 'expose', 'subnet_ip_address', 'duration']) ajv.addFormat(format, true);
  const check = ajv.compile(schema);
  return check(compose) ? [] : (check.errors ?? []).map((one) => `${one.instancePath} ${one.message}`);
}

/** An exact version: three numbers, or PostgreSQL's two; the system it stands on may follow. */
export function pinBreach(place: string, image: string): string[] {
  const [name = '', tag = ''] = image.split(':');
  const isExact = /^\d+\.\d+\.\d+(-|$)/.test(tag) || (name === 'postgres' && /^\d+\.\d+(-|$)/.test(tag));
  return isExact ? [] : [`${place}: ${image} is not pinned to an exact version`];
}

export function imageBreaches(compose: Compose): string[] {
  return servicesOf(compose).flatMap(([name, { image }]) => pinBreach(name, image));
}

export function healthBreaches(compose: Compose): string[] {
  return servicesOf(compose).flatMap(([name, service]) => {
    const isChecked = (service.healthcheck?.test?.length ?? 0) > 1 && service.healthcheck?.disable !== true;
    return isOnce(service) || isChecked ? [] : [`${name} runs on and has no health check`];
  });
}

/** Names that config.ts does not read would be set in vain. */
export function variableBreaches(compose: Compose): string[] {
  const known = new Set<string>(variables);
  return servicesOf(compose)
    .filter(([, { image }]) => image.startsWith(OURS))
    .flatMap(([name, { environment = {} }]) =>
      Object.keys(environment)
        .filter((variable) => !known.has(variable))
        .map((variable) => `${name}: config.ts does not know ${variable}`),
    );
}

/** All that a service waits for, with what it waits for them to be. */
function waitsFor(compose: Compose, name: string, seen = new Map<string, string>()): Map<string, string> {
  for (const [other, { condition }] of Object.entries(compose.services[name]?.depends_on ?? {})) {
    if (seen.has(other)) continue;
    seen.set(other, condition);
    waitsFor(compose, other, seen);
  }
  return seen;
}

const order: Record<string, string[]> = {
  databases: ['postgres'],
  schema: ['postgres', 'databases'],
  temporal: ['schema'],
  namespace: ['temporal'],
  migrate: ['postgres', 'databases'],
  city: ['migrate'],
  worker: ['migrate', 'city', 'namespace'],
  api: ['migrate', 'city', 'namespace'],
  ui: ['temporal'],
};

export function orderBreaches(compose: Compose): string[] {
  const missing = Object.entries(order).flatMap(([name, before]) => {
    const awaited = waitsFor(compose, name);
    return before.filter((other) => !awaited.has(other)).map((other) => `${name} does not wait for ${other}`);
  });
  const wrong = servicesOf(compose).flatMap(([name, { depends_on = {} }]) =>
    Object.entries(depends_on).flatMap(([other, { condition }]) => {
      const awaited = compose.services[other];
      if (awaited === undefined) return [`${name} waits for ${other}, which is none`];
      const right = isOnce(awaited) ? 'service_completed_successfully' : 'service_healthy';
      return condition === right ? [] : [`${name} waits for ${other} to be ${condition}, not ${right}`];
    }),
  );
  const circles = Object.keys(compose.services).filter((name) => waitsFor(compose, name).has(name));
  return [...missing, ...wrong, ...circles.map((name) => `${name} waits for itself`)];
}

/** What is published is so for this machine alone, and the servers not at all. */
export function portBreaches(compose: Compose): string[] {
  const published = servicesOf(compose).flatMap(([name, { ports = [] }]) =>
    ports
      .filter((port) => SERVERS.includes(name) || !port.startsWith('127.0.0.1:'))
      .map((port) => `${name} publishes ${port}`),
  );
  const out = SERVERS.filter((name) =>
    (compose.services[name]?.networks ?? ['default']).some((one) => compose.networks[one]?.internal !== true),
  );
  return [...published, ...out.map((name) => `${name} is in a network with a way out`)];
}

/** A password comes out of the environment, where a missing one ends the start with a sentence. */
export function secretBreaches(compose: Compose): string[] {
  return servicesOf(compose).flatMap(([name, { environment = {} }]) =>
    Object.entries(environment)
      .filter(([variable]) => SECRET.test(variable) || variable === 'DATABASE_URL')
      .filter(([, value]) => !/^(postgres:\/\/\w+:)?\$\{\w+:\?[^}]*\}(@[\w:/]+)?$/.test(value))
      .map(([variable]) => `${name}: ${variable} is written down`),
  );
}

/** Required variables are told in a sentence at least once, and stand in .env.example. */
export function exampleBreaches(compose: Compose, example: string): string[] {
  const text = JSON.stringify(compose);
  const asked = [...text.matchAll(/\$\{(\w+):\?([^}]*)\}/g)];
  const names = [...new Set(asked.map(([, name = '']) => name))];
  const untold = names.filter(
    (name) => !asked.some(([, one, why]) => one === name && /\p{Script=Han}/u.test(why!)),
  );
  const absent = names.filter((name) => !new RegExp(`^${name}=$`, 'm').test(example));
  return [
    ...untold.map((name) => `${name} is asked for without a sentence`),
    ...absent.map((name) => `${name} is missing, or filled in, in .env.example`),
  ];
}

export function breaches(compose: Compose, example: string): string[] {
  return [
    ...schemaBreaches(compose),
    ...imageBreaches(compose),
    ...healthBreaches(compose),
    ...variableBreaches(compose),
    ...orderBreaches(compose),
    ...portBreaches(compose),
    ...secretBreaches(compose),
    ...exampleBreaches(compose, example),
  ];
}
