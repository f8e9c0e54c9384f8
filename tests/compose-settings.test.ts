import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { settings } from '@personate/chassis';
import { parse } from 'yaml';
import { z } from 'zod';

const environments = z.object({
  services: z.record(
    z.string(),
    z.object({ environment: z.record(z.string(), z.string()).default({}) }),
  ),
});
const root = resolve(import.meta.dirname, '..');
const file = join(root, 'docker-compose.yml');
const { services } = environments.parse(parse(readFileSync(file, 'utf8'), { merge: true }));

/** What each setting is in the containers of our own services. */
const given = ['migrate', 'gateway', 'ingestion', 'evolution'].flatMap((service) =>
  Object.entries(services[service]?.environment ?? {}),
);
const names = Object.keys(settings);
const settingOf = (variable: string): string => variable.replace(/_FILE$/, '');

/** What the operator sets comes through under its own name. */
const isPassed = (name: string): boolean =>
  given.some(([variable, value]) => variable === name && value.includes(`\${${name}:-`));

/** Of the compose file: it brings the stores, the volumes and the secrets. */
const fixed = [
  'DATABASE_URL',
  'PERSONATE_ADMIN_KEY',
  'PERSONATE_KNOWLEDGE_STORE',
  'PERSONATE_METRICS_PORT',
  'PERSONATE_MODELS_DIR',
  'PERSONATE_PERSONAS_DIR',
  'PERSONATE_ROLE_PASSWORDS_DIR',
  'PERSONATE_UPLOADS_DIR',
  'QDRANT_API_KEY',
  'QDRANT_URL',
  'REDIS_URL',
];

/** None of its services needs it from the operator, and why. */
const leftOut: Readonly<Record<string, string>> = {
  PERSONATE_HOST: 'says where the port is published; inside, the image listens on all addresses',
  PERSONATE_PORT: 'says which port is published; inside it is always the same',
  PERSONATE_HEALTH_PORT: 'the image’s own health check asks there; nothing outside reaches it',
  PERSONATE_DATA_DIR: 'of the embedded form: here everything lies in stores and volumes',
  PERSONATE_HELD_PASSAGES: 'of the embedded form: stores on a server hold no knowledge in process',
  PERSONATE_URL: 'of the command line',
  PERSONATE_API_KEY: 'of the command line',
};

describe('docker-compose.yml', () => {
  it('passes every setting to a service, fixes it, or leaves it out for a reason', () => {
    const notPassed = names.filter((name) => !isPassed(name));
    expect(notPassed.toSorted()).toEqual([...fixed, ...Object.keys(leftOut)].toSorted());
  });

  it('gives the services what it fixes, and nothing of what it leaves out', () => {
    const set = new Set(given.map(([variable]) => settingOf(variable)));
    expect(fixed.filter((name) => !set.has(name))).toEqual([]);
    expect(Object.keys(leftOut).filter((name) => set.has(name))).toEqual([]);
  });

  it('tells evolution no key and no address of what it does not use', () => {
    const told = Object.keys(services['evolution']?.environment ?? {});
    expect(told).toContain('DATABASE_URL_FILE');
    expect(told.filter((name) => /^(OPENAI|QDRANT)_|_(S3|EMBEDDING|RERANK|CHAT|TRAINING)_/.test(name))).toEqual([]); // prettier-ignore
  });

  it('disables the health check of nothing that goes on running', () => {
    // Compose ends `up --wait` with an error there; where none is stated it waits until the container runs.
    const checked = z.object({
      services: z.record(
        z.string(),
        z.object({ restart: z.string(), healthcheck: z.looseObject({ disable: z.boolean().default(false) }).optional() }), // prettier-ignore
      ),
    });
    const all = checked.parse(parse(readFileSync(file, 'utf8'), { merge: true })).services;
    const disabled = Object.entries(all).filter(([, one]) => one.healthcheck?.disable);
    expect(disabled.length).toBeGreaterThan(0);
    expect(disabled.filter(([, { restart }]) => restart !== 'no')).toEqual([]);
  });

  it('has the proxy in a network with those that may ask it, and in none with others', () => {
    const named = z.object({ services: z.record(z.string(), z.object({ networks: z.array(z.string()).default([]) })) }); // prettier-ignore
    const networksIn = (path: string) =>
      Object.entries(named.parse(parse(readFileSync(join(root, path), 'utf8'), { merge: true })).services); // prettier-ignore
    const all = [...networksIn('docker-compose.yml'), ...networksIn('infra/compose/egress.yml')];
    const ofProxy = all.flatMap(([service, { networks }]) =>
      service === 'egress' ? networks : [],
    );
    const beside = all.filter(([, { networks }]) => networks.some((one) => ofProxy.includes(one)));
    expect([...new Set(beside.map(([service]) => service))].toSorted()).toEqual(['egress', 'gateway', 'ingestion']); // prettier-ignore
  });

  it('sets no variable that its services do not read', () => {
    const secret = Object.entries(settings).flatMap(([name, one]) =>
      'secret' in one ? `${name}_FILE` : [],
    );
    const known = new Set([...names, ...secret]);
    expect(given.map(([variable]) => variable).filter((one) => !known.has(one))).toEqual([]);
  });
});

const run = promisify(execFile);
const hasCompose = await run('docker', ['compose', 'version']).then(
  () => true,
  () => false,
);
if (!hasCompose)
  process.stderr.write(
    '\nSKIPPED: the way out to managed stores was NOT rendered, there is no docker compose.\n\n',
  );
(hasCompose ? it : it.skip)('managed stores are reached, with the proxy or without', async () => {
  const rendered = z.object({
    services: z.record(z.string(), z.object({ networks: z.record(z.string(), z.unknown()).default({}) })), // prettier-ignore
    networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) })),
  });
  const env = { ...process.env, PERSONATE_SECRETS_DIR: '/s', QDRANT_URL: 'http://q:6333', EGRESS_ALLOW: 'a.example:443' }; // prettier-ignore
  for (const added of [['managed'], ['managed', 'egress']]) {
    const files = ['docker-compose.yml', ...added.map((name) => `infra/compose/${name}.yml`)];
    const args = files.flatMap((one) => ['-f', one]);
    const { stdout } = await run('docker', ['compose', ...args, 'config', '--format', 'json'], { cwd: root, env }); // prettier-ignore
    const { services: all, networks } = rendered.parse(JSON.parse(stdout));
    // Of several networks that lead outside, the engine takes the first by its name: `edge`, where nothing comes back.
    const outOf = Object.keys(all['gateway']?.networks ?? {}).filter((one) => !networks[one]?.internal); // prettier-ignore
    expect(outOf).toEqual(['stores']);
  }
});
