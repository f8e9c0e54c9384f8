import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from '@personate/chassis';
import { parse } from 'yaml';
import { z } from 'zod';
import {
  chartFolder,
  helmMissing,
  lintChart,
  renderChart,
  type Resource,
  type Workload,
} from './harness/chart.ts';
import { endOf, letsThrough } from './harness/network-reach.ts';

const what = 'the Helm chart';
const missing = await helmMissing();
if (missing !== null) process.stderr.write(`\nSKIPPED: ${what}: NOT tested, ${missing}.\n\n`);

const forms: Record<string, string[]> = {
  'as it is': [],
  'with bundled stores': ['postgres', 'redis', 'qdrant'].map((store) => `bundled.${store}.enabled=true`), // prettier-ignore
  'on pgvector': ['knowledge.store=pgvector'],
  'with all there is': [
    'egress.allow={api.example.org:443,*.example.net:8443}',
    'uploads.kind=s3',
    'uploads.s3.bucket=personate',
    'uploads.s3.existingSecret=bucket',
    'networkPolicy.s3.cidrs={52.0.0.0/8}',
    'secrets.models.existingSecret=models',
    'secrets.models.variables={OPENAI_API_KEY}',
    'secrets.certificates.existingSecret=authority',
    'secrets.traces.existingSecret=traces',
    'settings.PERSONATE_CHAT_MODEL=some-model',
    'gateway.ingress.enabled=true',
    'gateway.ingress.host=personate.example.org',
    'gateway.ingress.tlsSecret=certificate',
    'queueScaling.enabled=true',
    'metrics.serviceMonitor.enabled=true',
    'metrics.serviceMonitor.labels.release=prometheus',
    'settings.PERSONATE_QUIET_SECONDS=45',
  ],
};
const everyForm = Object.entries(forms);
const everyPart = ['gateway', 'ingestion', 'evolution', 'migrate', 'postgres', 'redis', 'qdrant'];

const triggers = z.object({
  triggers: z.array(z.object({ metadata: z.looseObject({ query: z.string().optional() }) })),
});

const labels = z.record(z.string(), z.string());
const monitor = z.object({
  selector: z.object({ matchLabels: labels }),
  endpoints: z.array(
    z.object({ port: z.string(), relabelings: z.array(z.object({ replacement: z.string() })) }),
  ),
});
const service = z.object({
  metadata: z.object({ labels }),
  spec: z.object({
    selector: labels,
    ports: z.array(z.object({ name: z.string(), targetPort: z.union([z.string(), z.number()]) })),
  }),
});
const isWithin = (some: Record<string, string>, all: Record<string, string>): boolean =>
  Object.entries(some).every(([name, value]) => all[name] === value);

/** Every key of a Secret that a pod can read, as `secret/key`. */
function readsOf({ pod }: Workload): string[] {
  return pod.volumes.flatMap(({ secret }) => {
    if (secret === undefined) return [];
    if (secret.items === undefined) return [`${secret.secretName}/*`];
    return secret.items.map(({ key }) => `${secret.secretName}/${key}`);
  });
}

const ofKind = (resources: readonly Resource[], kind: string) =>
  resources.filter((one) => one.kind === kind);

(missing === null ? describe : describe.skip)(what, () => {
  it.each(everyForm)('has nothing to criticise, %s', async (_, form) => {
    expect(await lintChart(form)).toContain('0 chart(s) failed');
  });

  it('gives each pod the keys that it needs, and the gateway neither Qdrant’s nor the owner’s', async () => {
    const { workloads } = await renderChart(forms['with bundled stores']);
    expect(Object.fromEntries(workloads.map((one) => [one.part, readsOf(one).toSorted()]))).toEqual(
      {
        gateway: ['admin-key', 'database-url', 'redis-url'].map((key) => `personate-gateway/${key}`), // prettier-ignore
        ingestion: ['database-url', 'qdrant-api-key', 'redis-url'].map((key) => `personate-ingestion/${key}`), // prettier-ignore
        evolution: ['database-url', 'redis-url'].map((key) => `personate-evolution/${key}`),
        migrate: ['database-url', 'evolution-password', 'gateway-password', 'ingestion-password'].map((key) => `personate-migrate/${key}`), // prettier-ignore
        postgres: ['personate-postgres/password'],
        redis: ['personate-redis/redis.conf'],
        qdrant: ['personate-qdrant/secret.yaml'],
      },
    );
  });

  it.each(everyForm)(
    'holds no secret and hands none out by the environment, %s',
    async (_, form) => {
      const { resources, workloads } = await renderChart(form);
      expect(ofKind(resources, 'Secret')).toEqual([]);
      const secret = Object.entries(settings).flatMap(([name, one]) =>
        'secret' in one ? name : [],
      );
      for (const { pod } of workloads)
        for (const container of pod.containers) {
          expect(container.envFrom).toEqual([]);
          expect(container.env.filter(({ name }) => secret.includes(name))).toEqual([]);
          expect(container.env.filter((one) => 'valueFrom' in one)).toEqual([]);
        }
    },
  );

  it.each(everyForm)('sets no variable that its services do not read, %s', async (_, form) => {
    const { workloads } = await renderChart(form);
    const known = new Set([
      ...Object.entries(settings).flatMap(([name, one]) =>
        'secret' in one ? [name, `${name}_FILE`] : [name],
      ),
      // Of Node itself.
      'NODE_EXTRA_CA_CERTS',
      'NODE_USE_ENV_PROXY',
      'HTTP_PROXY',
      'HTTPS_PROXY',
      'NO_PROXY',
    ]);
    const unread = workloads
      .filter(({ part }) => ['gateway', 'ingestion', 'evolution', 'migrate'].includes(part))
      .flatMap(({ pod }) => pod.containers.flatMap(({ env }) => env.map(({ name }) => name)))
      .filter((name) => !known.has(name));
    expect(unread).toEqual([]);
  });

  it.each([
    ['settings.OPENAI_API_KEY=sk', 'a secret among the settings'],
    ['gateway.settings.DATABASE_URL=postgres://u:p@h/d', 'a secret among those of one service'],
    ['gatway.replicas=3', 'a value that is none'],
    ['knowledge.store=mongo', 'a store that is none'],
    ['egress.allow={https://api.example.org}', 'a way out without its port'],
    ['uploads.kind=s3', 'a bucket that is not named'],
    ['gateway.ingress.enabled=true', 'an ingress without a host'],
  ])('refuses %s: %s', async (setting) => {
    await expect(renderChart([setting])).rejects.toThrow(/values|schema|say/);
  });

  it.each(everyForm)(
    'runs nothing as root, with capabilities or a writable image, %s',
    async (_, form) => {
      const { workloads } = await renderChart(form);
      for (const { pod, kind } of workloads) {
        expect(pod).toMatchObject({
          automountServiceAccountToken: false,
          securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
        });
        expect(pod.securityContext.runAsUser).toBeGreaterThan(0);
        for (const container of pod.containers) {
          expect(container.securityContext).toMatchObject({
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          });
          expect(Object.keys(container.resources.limits)).toEqual(['cpu', 'memory']);
          expect([container.readinessProbe, container.livenessProbe].map(Boolean)).toEqual(
            kind === 'Job' ? [false, false] : [true, true],
          );
        }
      }
    },
  );

  it('lets only the gateway be reached from outside the release', async () => {
    const { workloads, policies } = await renderChart(forms['with bundled stores']);
    for (const part of everyPart)
      for (const port of [5432, 6333, 6334, 6379, 8787, 8788, 80, 443])
        expect({
          part,
          port,
          open: letsThrough(policies, {
            from: { address: '10.1.2.3' },
            to: endOf(workloads, part),
            port,
          }),
        }).toEqual({ part, port, open: part === 'gateway' && port === 8787 });
  });

  it('lets each service reach the stores that it works with, and no other part', async () => {
    const { workloads, policies } = await renderChart(forms['with bundled stores']);
    const ports = { postgres: 5432, redis: 6379, qdrant: 6333, gateway: 8787 };
    const reached = (from: string) =>
      Object.entries(ports).flatMap(([to, port]) =>
        letsThrough(policies, { from: endOf(workloads, from), to: endOf(workloads, to), port })
          ? [to]
          : [],
      );
    expect(Object.fromEntries(everyPart.map((part) => [part, reached(part)]))).toEqual({
      gateway: ['postgres', 'redis', 'qdrant'],
      ingestion: ['postgres', 'redis', 'qdrant'],
      evolution: ['postgres', 'redis'],
      migrate: ['postgres'],
      postgres: [],
      redis: [],
      qdrant: [],
    });
  });

  it('lets services ask Sentinel where it is named, and Redis as ever', async () => {
    const asked = async (form: string[]) => {
      const { workloads, policies } = await renderChart(form);
      const to = { address: '10.7.7.7' };
      return ['gateway', 'ingestion', 'evolution', 'migrate'].map((part) =>
        [6379, 26_379].filter((port) =>
          letsThrough(policies, { from: endOf(workloads, part), to, port }),
        ),
      );
    };
    expect(await asked([])).toEqual([[6379], [6379], [6379], []]);
    const both = [6379, 26_379];
    expect(await asked(['networkPolicy.redis.sentinelPort=26379'])).toEqual([both, both, both, []]);
  });

  it('lets nobody read metrics or be sent traces but who is named', async () => {
    const monitor = { address: '10.7.7.7' };
    const reads = async (form: string[]) => {
      const { workloads, policies } = await renderChart(form);
      return everyPart.filter((part) =>
        letsThrough(policies, { from: monitor, to: endOf(workloads, part), port: 8788 }),
      );
    };
    const stores = forms['with bundled stores'] ?? [];
    expect(await reads(stores)).toEqual([]);
    const named = ['metricsFrom', 'tracesTo'].map(
      (name) => `networkPolicy.${name}[0].ipBlock.cidr=10.7.0.0/16`,
    );
    expect(await reads([...stores, ...named])).toEqual(['gateway', 'ingestion', 'evolution']);
    const sends = async (form: string[]) => {
      const { workloads, policies } = await renderChart(form);
      return everyPart.filter((part) =>
        letsThrough(policies, { from: endOf(workloads, part), to: monitor, port: 4318 }),
      );
    };
    expect(await sends(stores)).toEqual([]);
    expect(await sends([...stores, ...named])).toEqual(['gateway', 'ingestion', 'evolution']);
  });

  it('tells the Prometheus Operator of the metrics of each service, by the job names that the alerts know', async () => {
    const { resources, workloads } = await renderChart(forms['with all there is']);
    const found = ofKind(resources, 'ServiceMonitor').map(({ spec }) => {
      const { selector, endpoints } = monitor.parse(spec);
      const services = ofKind(resources, 'Service').map((one) => service.parse(one));
      const [exposed, ...others] = services.filter(({ metadata }) =>
        isWithin(selector.matchLabels, metadata.labels),
      );
      expect(others).toEqual([]);
      const [port] = exposed?.spec.ports ?? [];
      expect(port?.name).toBe(endpoints[0]?.port);
      const pods = workloads.filter(({ labels }) => isWithin(exposed?.spec.selector ?? {}, labels));
      for (const { pod } of pods)
        expect(pod.containers[0]?.ports.map((one) => one.containerPort)).toContain(
          port?.targetPort,
        );
      return [endpoints[0]?.relabelings[0]?.replacement, pods.map(({ part }) => part)];
    });
    expect(found).toEqual(
      ['gateway', 'ingestion', 'evolution'].map((part) => [`personate-${part}`, [part]]),
    );
    const rules = readFileSync(join(chartFolder, '../../observability/prometheus/rules.yml'), 'utf8'); // prettier-ignore
    for (const [job] of found) expect(rules).toContain(`absent(up{job="${String(job)}"})`);
    expect(ofKind((await renderChart()).resources, 'ServiceMonitor')).toEqual([]);
  });

  it('knows of every secret setting that it is one', () => {
    const schema = JSON.parse(readFileSync(join(chartFolder, 'values.schema.json'), 'utf8')) as {
      definitions: { settings: { propertyNames: { not: { pattern: string } } } };
    };
    const refused = new RegExp(schema.definitions.settings.propertyNames.not.pattern);
    const secret = Object.entries(settings).flatMap(([name, one]) => ('secret' in one ? name : []));
    expect(secret.filter((name) => !refused.test(name))).toEqual([]);
  });

  it('has a way for every secret setting into a service', async () => {
    const { workloads } = await renderChart([
      ...(forms['with all there is'] ?? []),
      'secrets.models.variables={OPENAI_API_KEY,PERSONATE_EMBEDDING_API_KEY,PERSONATE_RERANK_API_KEY,PERSONATE_TRAINING_API_KEY}',
    ]);
    const given = new Set(
      workloads.flatMap(({ pod }) =>
        pod.containers.flatMap(({ env }) => env.map(({ name }) => name)),
      ),
    );
    const secret = Object.entries(settings).flatMap(([name, one]) => ('secret' in one ? name : []));
    const gateway = workloads.filter(({ part }) => part === 'gateway');
    const ofGateway = gateway.flatMap(({ pod }) =>
      pod.containers.flatMap(({ env }) => env.map(({ name }) => name)),
    );
    expect(ofGateway).toContain('OPENAI_API_KEY_FILE');
    expect(ofGateway).not.toContain('PERSONATE_TRAINING_API_KEY_FILE');
    // The command line's, which runs elsewhere.
    expect(secret.filter((name) => !given.has(`${name}_FILE`))).toEqual(['PERSONATE_API_KEY']);
  });

  it('lets nothing out but the proxy, by the ports that are listed, and never to the machine’s metadata', async () => {
    const { workloads, policies } = await renderChart(forms['with all there is']);
    const outside = (part: string, address: string, port: number) =>
      letsThrough(policies, { from: endOf(workloads, part), to: { address }, port });
    for (const part of ['gateway', 'ingestion', 'evolution', 'migrate']) {
      expect(outside(part, '1.2.3.4', 443)).toBe(false);
      expect(outside(part, '169.254.169.254', 80)).toBe(false);
      const toProxy = { from: endOf(workloads, part), to: endOf(workloads, 'egress'), port: 3128 };
      expect(letsThrough(policies, toProxy)).toBe(part === 'gateway' || part === 'ingestion');
    }
    expect(outside('gateway', '52.1.2.3', 443)).toBe(true); // the bucket
    expect(outside('evolution', '52.1.2.3', 443)).toBe(false);
    expect(outside('gateway', '10.9.9.9', 5432)).toBe(true); // Postgres, where it is not bundled
    expect(outside('egress', '1.2.3.4', 443)).toBe(true);
    expect(outside('egress', '1.2.3.4', 8443)).toBe(true);
    expect(outside('egress', '1.2.3.4', 25)).toBe(false);
    expect(outside('egress', '169.254.169.254', 443)).toBe(false);
    const { policies: closed, workloads: own } = await renderChart();
    expect(own.map(({ part }) => part)).not.toContain('egress');
    const away = { from: endOf(own, 'gateway'), to: { address: '1.2.3.4' }, port: 443 };
    expect(letsThrough(closed, away)).toBe(false);
  });

  it('brings the database up to date before the release; with a bundled one, as soon as that runs', async () => {
    const before = await renderChart();
    const hook = before.workloads.find(({ part }) => part === 'migrate');
    expect(hook?.annotations['helm.sh/hook']).toBe('pre-install,pre-upgrade');
    const bundled = await renderChart(forms['with bundled stores']);
    const job = bundled.workloads.find(({ part }) => part === 'migrate');
    expect(job).toMatchObject({ kind: 'Job', annotations: {} });
    expect(ofKind(bundled.resources, 'Job')[0]?.metadata.name).toBe('personate-migrate-1');
  });

  it('scales each service by processor time, and the workers by their queues where KEDA is', async () => {
    const plain = await renderChart();
    expect(
      ofKind(plain.resources, 'HorizontalPodAutoscaler').map((one) => one.metadata.name),
    ).toEqual(['gateway', 'ingestion', 'evolution'].map((part) => `personate-${part}`));
    const { resources } = await renderChart(forms['with all there is']);
    expect(ofKind(resources, 'HorizontalPodAutoscaler')).toHaveLength(1);
    const scaled = ofKind(resources, 'ScaledObject').map(({ metadata, spec }) => [
      metadata.name,
      triggers.parse(spec).triggers.map(({ metadata: { query: asked } }) => asked ?? 'no query'),
    ]);
    const query = (part: string) =>
      readFileSync(join(chartFolder, `queries/${part}.sql`), 'utf8').trim();
    expect(scaled).toEqual([
      ['personate-ingestion', ['no query', query('ingestion')]],
      ['personate-evolution', ['no query', query('evolution').replace('30 s', '45 s')]],
    ]);
  });

  it('says of every value what it is, and its schema knows no other', () => {
    const schema = JSON.parse(
      readFileSync(join(chartFolder, 'values.schema.json'), 'utf8'),
    ) as Node;
    const values: unknown = parse(readFileSync(join(chartFolder, 'values.yaml'), 'utf8'));
    const undescribed: string[] = [];
    const inSchema: string[] = [];
    const visit = (node: Node, path: string): void => {
      if (path !== '' && (node.description ?? '') === '') undescribed.push(path);
      if (node.properties === undefined) return void inSchema.push(path);
      expect({ path, closed: node.additionalProperties }).toEqual({ path, closed: false });
      for (const [name, child] of Object.entries(node.properties))
        visit(child, path === '' ? name : `${path}.${name}`);
    };
    visit(schema, '');
    expect(undescribed).toEqual([]);
    const inValues = (value: unknown, path: string): string[] =>
      inSchema.includes(path) || typeof value !== 'object' || value === null
        ? [path]
        : Object.entries(value).flatMap(([name, child]) =>
            inValues(child, path === '' ? name : `${path}.${name}`),
          );
    expect(inValues(values, '').toSorted()).toEqual(inSchema.filter((path) => path !== 'global').toSorted()); // prettier-ignore
  });
});

interface Node {
  description?: string;
  properties?: Record<string, Node>;
  additionalProperties?: unknown;
}
