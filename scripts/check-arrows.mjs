// Arrows point down only. A package can import just what its package.json names (pnpm links nothing else), so the
// arrows are checked there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** Who may import whom, from the top; a package may import what stands in a lower layer, and what is named for it. */
const layers = [
  ['all-in-one', 'test-cluster', 'cli', 'console'],
  ['gateway', 'ingestion-service', 'evolution-service'],
  ['ingestion', 'conversation', 'evolution', 'training', 'cluster'],
  [
    'sources',
    'knowledge',
    'knowledge-qdrant',
    'knowledge-pgvector',
    'personas',
    'language',
    'records',
    'queues',
    'chassis',
    'client',
    'evaluation',
  ],
  ['contracts', 'strict-yaml'],
];
/** Arrows inside a layer: an adapter knows the port it fills. */
const beside = {
  'test-cluster': ['all-in-one'],
  // It serves the built page's files; it imports nothing of it.
  gateway: ['console'],
  'knowledge-pgvector': ['knowledge', 'records'],
  'knowledge-qdrant': ['knowledge'],
  // A judge is a model, asked as derivation asks one.
  evaluation: ['client', 'language'],
};
/** What speaks to the server over HTTP only. */
const outside = {
  cli: ['client', 'contracts', 'evaluation', 'strict-yaml'],
  evaluation: ['client', 'contracts', 'language'],
  console: ['client', 'contracts'],
  client: ['contracts'],
};
/** External packages that one package alone may import. */
const owners = {
  bullmq: ['queues'],
  '@qdrant/js-client-rest': ['knowledge-qdrant'],
  '@electric-sql/pglite': ['records', 'knowledge-pgvector'],
  fastify: ['gateway', 'language'],
};

const wrong = [];
const layerOf = (name) => layers.findIndex((layer) => layer.includes(name));
for (const group of ['packages', 'services']) {
  for (const folder of readdirSync(join(root, group))) {
    const file = join(root, group, folder, 'package.json');
    if (!existsSync(file)) continue;
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    const from = manifest.name.replace('@personate/', '');
    if (layerOf(from) < 0)
      wrong.push(`${from} stands in no layer; name it in scripts/check-arrows.mjs`);
    for (const dependency of Object.keys(manifest.dependencies ?? {})) {
      const users = owners[dependency];
      if (users && !users.includes(from))
        wrong.push(`${from} → ${dependency}: only ${users.join(', ')} may`);
      if (!dependency.startsWith('@personate/')) continue;
      const to = dependency.replace('@personate/', '');
      const fine = outside[from]
        ? outside[from].includes(to)
        : layerOf(to) > layerOf(from) || (beside[from] ?? []).includes(to);
      if (!fine) wrong.push(`${from} → ${to}`);
    }
  }
}
if (wrong.length > 0) {
  process.stderr.write(
    `Imports that point the wrong way:\n${wrong.map((line) => `  ${line}`).join('\n')}\n`,
  );
  process.exit(1);
}
