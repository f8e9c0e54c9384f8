// Arrows point down only. They are checked in each package.json, and that a package imports nothing which is not named
// there: what the root has as well is found here, and is missing in an image.
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

/** Suites of promises stand beside their ports; only tests call them, and Jest is there then. */
const ofTests = '@jest/globals';
const imported =
  /^(?:import|export)\s[^;'"]*?\bfrom\s+'([^'.][^']*)'|\bimport\('([^'.][^']*)'\)|^import\s+'([^'.][^']*)'/gmu;

/** Tests, and what a member offers to those of others: both may use what is installed for development. */
const forTests = /\.test\.tsx?$|^testing[/.\\]/u;

/** @returns the packages that a member's code names, tests left aside, with a file that does. */
function importsOf(member) {
  const found = new Map();
  const src = join(root, member, 'src');
  if (!existsSync(src)) return found;
  for (const file of readdirSync(src, { recursive: true })) {
    if (!/\.tsx?$/u.test(file) || forTests.test(file)) continue;
    for (const match of readFileSync(join(src, file), 'utf8').matchAll(imported)) {
      const name = match[1] ?? match[2] ?? match[3];
      if (!name.startsWith('node:'))
        found.set(name.split('/', name.startsWith('@') ? 2 : 1).join('/'), file);
    }
  }
  return found;
}

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
    const named = { ...manifest.dependencies, ...manifest.optionalDependencies };
    for (const [name, at] of importsOf(join(group, folder)))
      if (!named[name] && name !== manifest.name && name !== ofTests)
        wrong.push(`${from} → ${name}, which its package.json does not name (src/${at})`);
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
    `Imports that are not as they may be:\n${wrong.map((line) => `  ${line}`).join('\n')}\n`,
  );
  process.exit(1);
}
