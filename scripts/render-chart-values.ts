/** The chart's README: every value, as its schema describes it and values.yaml has it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

interface Node {
  description: string;
  properties?: Record<string, Node> | undefined;
}
const node: z.ZodType<Node> = z.lazy(() =>
  z.object({ description: z.string(), properties: z.record(z.string(), node).optional() }),
);
const root = z.object({ properties: z.record(z.string(), node) });

const cell = (value: unknown): string =>
  value === '' ? '–' : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

function* rows(path: string, { description, properties }: Node, value: unknown): Generator<string> {
  if (properties === undefined)
    yield `| \`${path}\` | ${cell(value)} | ${description.replaceAll('|', '\\|')} |`;
  for (const [name, child] of Object.entries(properties ?? {}))
    yield* rows(`${path}.${name}`, child, (value as Record<string, unknown>)[name]);
}

export function renderChartValues(folder: string): string {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const { properties } = root.parse(JSON.parse(read('values.schema.json')));
  const values = parse(read('values.yaml')) as Record<string, unknown>;
  const parts = Object.entries(properties).filter(([name]) => name !== 'global');
  const plain = parts.filter(([, part]) => part.properties === undefined);
  const table = (lines: readonly string[]): string =>
    ['| value | default | what it does |', '|---|---|---|', ...lines].join('\n');
  return [
    '# Personate on Kubernetes',
    'Made from `values.schema.json` and `values.yaml` by `npm run generate`; do not edit by hand. [docs/operations/kubernetes.md](../../../docs/operations/kubernetes.md) says how to install it.',
    table(plain.flatMap(([name, part]) => [...rows(name, part, values[name])])),
    ...parts.flatMap(([name, part]) =>
      part.properties === undefined
        ? []
        : [`## ${name}\n\n${part.description}`, table([...rows(name, part, values[name])])],
    ),
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}
