import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { openMetrics } from '@personate/chassis';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  alertRules,
  dashboards,
  named,
  observabilityFolder,
  panelQueries,
  readObservability,
} from './harness/observability-files.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..');

/** Of Prometheus itself. */
const itsOwn: ReadonlyMap<string, readonly string[]> = new Map([['up', []]]);
/** What scraping adds, and what a histogram's buckets and every service of ours have. */
const always = ['job', 'instance', 'service', 'le'];

/** By the name of a sample: its labels. */
function registered(): Map<string, readonly string[]> {
  const { registry } = openMetrics({ service: 'test', version: '0' });
  const samples = new Map<string, readonly string[]>(itsOwn);
  for (const metric of registry.getMetricsAsArray()) {
    const { name, type, labelNames = [] } = metric as typeof metric & { labelNames?: string[] };
    const isHistogram = String(type) === 'histogram';
    for (const suffix of isHistogram ? ['_bucket', '_sum', '_count'] : [''])
      samples.set(name + suffix, labelNames);
  }
  return samples;
}

const queries = [
  ...alertRules.map(({ alert, expr }) => [`alert ${alert}`, expr] as const),
  ...panelQueries.map(({ of, expr }) => [of, expr] as const),
];

describe('what alerts and dashboards ask for', () => {
  const samples = registered();
  it.each(queries)('%s: is counted by the services, under these labels', (_, expr) => {
    const asked = named(expr);
    expect(asked.length).toBeGreaterThan(0);
    for (const { metric, labels } of asked) {
      expect([...samples.keys()]).toContain(metric);
      for (const label of labels)
        expect([...always, ...(samples.get(metric) ?? [])]).toContain(label);
    }
  });

  it('a metric or label that nobody counts is found out', () => {
    expect(named('sum by (user) (rate(personate_answerz_total{reason="x"}[5m]))')).toEqual([
      { metric: 'personate_answerz_total', labels: ['reason', 'user'] },
    ]);
    expect(samples.has('personate_answerz_total')).toBe(false);
    expect(samples.get('personate_answers_total')).toEqual(['decision', 'reason', 'speaker']);
  });

  it('no label can hold a user, a persona or an id', () => {
    const labels = new Set([...samples.values()].flat());
    for (const label of labels)
      expect(label).not.toMatch(/user|persona|key|request|job_id|url|path/);
  });

  it('dashboards have addresses of their own, and ask the source that is provisioned', () => {
    const uids = dashboards.map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    const { datasources } = z
      .object({ datasources: z.array(z.object({ uid: z.string() })) })
      .parse(parse(readObservability('grafana', 'provisioning', 'datasources', 'datasources.yml')));
    const known = datasources.map(({ uid }) => uid);
    for (const { panels } of dashboards)
      for (const { datasource, targets } of panels)
        for (const { uid } of [datasource, ...targets.map((target) => target.datasource)])
          expect(known).toContain(uid);
  });
});

describe('runbooks', () => {
  const text = readFileSync(join(root, 'docs', 'operations', 'runbooks.md'), 'utf8');
  const sections = new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.split('\n')[0]?.trim() ?? '', section] as const),
  );

  it.each(alertRules.map((rule) => [rule.alert, rule] as const))(
    '%s has one: what it means, where to look, what to do',
    (alert, { annotations }) => {
      expect(annotations.runbook).toBe(`docs/operations/runbooks.md#${alert.toLowerCase()}`);
      const section = sections.get(alert) ?? '';
      for (const part of ['Means', 'Look', 'Do'])
        expect(section).toMatch(new RegExp(`\\*\\*${part}\\.\\*\\* \\S.{20}`));
    },
  );

  it('there is none for an alert that is gone', () => {
    expect([...sections.keys()].toSorted()).toEqual(
      alertRules.map(({ alert }) => alert).toSorted(),
    );
  });
});

const composition = z
  .object({
    services: z.record(z.string(), z.looseObject({ volumes: z.array(z.string()).optional() })),
  })
  .parse(parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }));

it('what the compose file mounts of the repository is there', () => {
  const mounted = Object.values(composition.services).flatMap(({ volumes = [] }) =>
    volumes.filter((volume) => volume.startsWith('./')).map((volume) => volume.split(':')[0] ?? ''),
  );
  expect(mounted.length).toBeGreaterThan(4);
  for (const path of mounted) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
});

const promtool = process.env['PERSONATE_TEST_PROMTOOL'] ?? 'promtool';
const hasPromtool = await run(promtool, ['--version']).then(
  () => true,
  () => false,
);
if (!hasPromtool)
  process.stderr.write('\nSKIPPED: the alert rules were NOT tried, there is no promtool.\n\n');
(hasPromtool ? describe : describe.skip)('promtool', () => {
  const cwd = join(observabilityFolder, 'prometheus');
  it('takes the configuration and the rules', async () => {
    const config = await run(promtool, ['check', 'config', '--syntax-only', 'prometheus.yml'], {
      cwd,
    });
    expect(config.stdout).toContain('SUCCESS');
    const checked = await run(promtool, ['check', 'rules', 'rules.yml'], { cwd });
    expect(checked.stdout).toContain(`SUCCESS: ${alertRules.length} rules found`);
  });

  it('sees each alert fire when it should', async () => {
    const { stdout } = await run(promtool, ['test', 'rules', 'rules.test.yml'], { cwd });
    expect(stdout).toContain('SUCCESS');
    const tried = readObservability('prometheus', 'rules.test.yml');
    for (const { alert } of alertRules) expect(tried).toContain(`alertname: ${alert}\n`);
  });
});

const hasCompose = await run('docker', ['compose', 'version']).then(
  () => true,
  () => false,
);
if (!hasCompose)
  process.stderr.write(
    '\nSKIPPED: the compose profile was NOT rendered, there is no docker compose.\n\n',
  );
(hasCompose ? it : it.skip)('the compose profile "observability" renders', async () => {
  const args = ['compose', '--profile', 'observability', 'config', '--format', 'json'];
  const { stdout } = await run('docker', args, { cwd: root, maxBuffer: 16 * 1024 * 1024 });
  const { services } = z
    .object({ services: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(stdout));
  expect(Object.keys(services)).toEqual(
    expect.arrayContaining(['prometheus', 'grafana', 'otel-collector', 'jaeger', 'gateway']),
  );
});
