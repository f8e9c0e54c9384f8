import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export const observabilityFolder = resolve(
  import.meta.dirname,
  '..',
  '..',
  'infra',
  'observability',
);

export const readObservability = (...path: string[]): string =>
  readFileSync(join(observabilityFolder, ...path), 'utf8');

export const alertRules = z
  .object({
    groups: z.array(
      z.object({
        rules: z.array(
          z.object({
            alert: z.string(),
            expr: z.string(),
            labels: z.object({ severity: z.enum(['critical', 'warning', 'info']) }),
            annotations: z.object({ summary: z.string(), runbook: z.string() }),
          }),
        ),
      }),
    ),
  })
  .parse(parse(readObservability('prometheus', 'rules.yml')))
  .groups.flatMap((group) => group.rules);

/** What Grafana's schema of a dashboard requires, and Grafana itself fills in: other readers of it do not. */
const link = z.object({
  icon: z.string(),
  tooltip: z.string(),
  targetBlank: z.boolean(),
  includeVars: z.boolean(),
  keepTime: z.boolean(),
});
const legend = z.object({
  showLegend: z.boolean(),
  displayMode: z.enum(['list', 'table', 'hidden']),
  placement: z.enum(['bottom', 'right']),
  calcs: z.array(z.string()),
});

export const dashboards = readdirSync(join(observabilityFolder, 'grafana', 'dashboards')).map(
  (name) => ({
    name,
    ...z
      .object({
        uid: z.string(),
        title: z.string(),
        links: z.array(link),
        panels: z.array(
          z.object({
            title: z.string(),
            options: z.object({ legend: legend.optional() }).optional(),
            datasource: z.object({ uid: z.string() }),
            targets: z.array(
              z.object({ expr: z.string(), datasource: z.object({ uid: z.string() }) }),
            ),
          }),
        ),
      })
      .parse(JSON.parse(readObservability('grafana', 'dashboards', name))),
  }),
);

/** Each query of a panel, with where it stands. */
export const panelQueries = dashboards.flatMap(({ name, panels }) =>
  panels.flatMap(({ title, targets }) =>
    targets.map(({ expr }) => ({ of: `${name}: ${title}`, expr })),
  ),
);

/** Each metric that a query names, with the labels it is asked by. */
export function named(expr: string): Array<{ metric: string; labels: string[] }> {
  const found = expr.matchAll(/\b((?:personate|nodejs|process)_[a-z0-9_]+|up)\b(?:\{([^}]*)\})?/g);
  const grouped = [...expr.matchAll(/\b(?:by|without) \(([^)]*)\)/g)].flatMap(([, list = '']) =>
    list.split(',').map((label) => label.trim()),
  );
  return [...found].map(([, metric = '', matchers = '']) => ({
    metric,
    labels: [
      ...[...matchers.matchAll(/([a-z_]+)\s*(?:=~|!~|!=|=)/g)].map(([, l = '']) => l),
      ...grouped,
    ],
  }));
}
