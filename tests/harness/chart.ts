import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

const run = promisify(execFile);
export const chartFolder = resolve(import.meta.dirname, '../../infra/helm/personate');
const helmMs = 60_000;

const named = z.object({ name: z.string() });
const peer = z.looseObject({
  podSelector: z.object({ matchLabels: z.record(z.string(), z.string()) }).optional(),
  namespaceSelector: z.looseObject({}).optional(),
  ipBlock: z.object({ cidr: z.string(), except: z.array(z.string()).default([]) }).optional(),
});
const portRule = z.object({ protocol: z.string(), port: z.union([z.number(), z.string()]) });
const podSchema = z.looseObject({
  automountServiceAccountToken: z.boolean().optional(),
  securityContext: z.looseObject({ runAsNonRoot: z.boolean(), runAsUser: z.number() }),
  containers: z.array(
    named.extend({
      image: z.string(),
      env: z.array(named.extend({ value: z.string().optional() })).default([]),
      envFrom: z.array(z.unknown()).default([]),
      ports: z.array(z.object({ containerPort: z.coerce.number() })).default([]),
      resources: z.object({
        limits: z.record(z.string(), z.unknown()),
        requests: z.record(z.string(), z.unknown()),
      }),
      securityContext: z.looseObject({
        allowPrivilegeEscalation: z.boolean(),
        readOnlyRootFilesystem: z.boolean(),
        capabilities: z.object({ drop: z.array(z.string()) }),
      }),
      readinessProbe: z.unknown().optional(),
      livenessProbe: z.unknown().optional(),
    }),
  ),
  volumes: z
    .array(
      named.extend({
        secret: z
          .object({
            secretName: z.string(),
            items: z.array(z.object({ key: z.string() })).optional(),
          })
          .optional(),
      }),
    )
    .default([]),
});
const policySchema = z.object({
  podSelector: z.object({
    matchLabels: z.record(z.string(), z.string()).default({}),
    matchExpressions: z
      .array(z.object({ key: z.string(), operator: z.literal('In'), values: z.array(z.string()) }))
      .default([]),
  }),
  policyTypes: z.array(z.enum(['Ingress', 'Egress'])),
  ingress: z
    .array(z.object({ from: z.array(peer).optional(), ports: z.array(portRule).optional() }))
    .default([]),
  egress: z
    .array(z.object({ to: z.array(peer).optional(), ports: z.array(portRule).optional() }))
    .default([]),
});
const resource = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string(),
    annotations: z.record(z.string(), z.string()).optional(),
  }),
  spec: z.looseObject({}).optional(),
});

export type Resource = z.output<typeof resource>;
export type Policy = z.output<typeof policySchema>;
export interface Workload {
  /** `gateway`, `migrate`, `postgres`, … */
  part: string;
  kind: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  pod: z.output<typeof podSchema>;
}

/** Why the chart cannot be tried here; null when it can. */
export async function helmMissing(): Promise<string | null> {
  return run('helm', ['version', '--short'], { timeout: helmMs }).then(
    () => null,
    () => 'helm is not on the PATH',
  );
}

export async function lintChart(settings: readonly string[] = []): Promise<string> {
  return helm(['lint', '--strict', chartFolder, ...settings.flatMap((one) => ['--set', one])]);
}

/** @param settings as `--set` takes them. @returns what the release would make. Rejects with what helm said. */
export async function renderChart(settings: readonly string[] = []) {
  const said = await helm([
    'template',
    'personate',
    chartFolder,
    '--namespace',
    'here',
    // A helm that was built from source knows no version of its own.
    '--kube-version',
    '1.31.0',
    ...settings.flatMap((one) => ['--set', one]),
  ]);
  const resources = parseAllDocuments(said).flatMap((document) => {
    if (document.errors.length > 0) throw document.errors[0] ?? new Error('no YAML');
    const value: unknown = document.toJS();
    return value === null ? [] : [resource.parse(value)];
  });
  const workloads = resources.flatMap((one): Workload[] => {
    if (!['Deployment', 'StatefulSet', 'Job'].includes(one.kind)) return [];
    const { template } = z
      .object({
        template: z.object({
          metadata: z.object({ labels: z.record(z.string(), z.string()) }),
          spec: podSchema,
        }),
      })
      .parse(one.spec);
    const { labels } = template.metadata;
    const part = labels['app.kubernetes.io/component'] ?? '';
    const annotations = one.metadata.annotations ?? {};
    return [{ part, kind: one.kind, labels, annotations, pod: template.spec }];
  });
  const policies = resources
    .filter(({ kind }) => kind === 'NetworkPolicy')
    .map(({ spec }) => policySchema.parse(spec));
  return { resources, workloads, policies };
}

async function helm(args: readonly string[]): Promise<string> {
  return (await run('helm', [...args], { timeout: helmMs, maxBuffer: 16 * 1024 ** 2 })).stdout;
}
