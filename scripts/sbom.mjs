// Writes what Personate consists of as a CycloneDX list: sbom.mjs <file> [pnpm's store]
// The same source gives the same bytes: no time, and a serial number that is made of the content.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const file = process.argv[2];
if (file === undefined) {
  process.stderr.write('usage: sbom.mjs <file> [store]\n');
  process.exit(2);
}
const { config } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const asked = [
  'sbom',
  '--prod',
  '--sbom-format=cyclonedx',
  '--sbom-spec-version=1.6',
  '--sbom-type=application',
];
// Licences are read where pnpm keeps its packages.
if (process.argv[3] !== undefined) asked.push(`--store-dir=${process.argv[3]}`);
const pnpm = (command, args) =>
  spawnSync(command, [...args, ...asked], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 ** 2,
    timeout: 300_000,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
let said = pnpm('pnpm', []);
if (said.error?.code === 'ENOENT') said = pnpm('npx', ['--yes', `pnpm@${config.pnpm}`]);
if (said.error !== undefined || said.status !== 0) {
  process.stderr.write(
    `pnpm made no list: ${said.error?.message ?? `it ended with ${said.status}`}\n`,
  );
  process.exit(1);
}

const { serialNumber: _, ...list } = JSON.parse(said.stdout);
delete list.metadata.timestamp;
// The package that carries the weights is a component already; the model in it is what a reader looks for.
const weights = list.components.find(({ purl }) => purl.includes('embed-minilm'));
list.components.push({
  type: 'machine-learning-model',
  'bom-ref': 'model:all-MiniLM-L6-v2',
  name: 'all-MiniLM-L6-v2',
  version: weights.version,
  description: 'The bundled embedding model, installed with the package that carries its weights.',
  licenses: [{ license: { id: 'Apache-2.0' } }],
  externalReferences: [
    {
      type: 'distribution',
      url: 'https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2',
    },
  ],
});
const bare = list.components.filter(({ licenses = [] }) => licenses.length === 0);
if (bare.length > 0) {
  process.stderr.write(`Without a licence: ${bare.map(({ purl }) => purl).join(' ')}\n`);
  process.exit(1);
}
// A list that leaves something out is worse than none.
const own = 'pkg:npm/@personate/';
const purls = list.components.map(({ purl = own }) => decodeURIComponent(purl));
const manifests = ['packages', 'services']
  .flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name)))
  .map((folder) => join(folder, 'package.json'))
  .filter((path) => existsSync(path));
const wanted = manifests.flatMap((path) =>
  Object.keys(JSON.parse(readFileSync(path, 'utf8')).dependencies ?? {}),
);
const lacking = wanted.filter((name) => !purls.some((purl) => purl.startsWith(`pkg:npm/${name}@`)));
const unhashed = list.components.filter(
  ({ purl = own, externalReferences = [] }) =>
    !decodeURIComponent(purl).startsWith(own) &&
    !externalReferences.some(({ hashes = [] }) => hashes.length > 0),
);
if (lacking.length + unhashed.length > 0) {
  const names = [...new Set(lacking), ...unhashed.map(({ purl }) => `${purl} (no digest)`)];
  process.stderr.write(`The list is not whole: ${names.join(' ')}\n`);
  process.exit(1);
}
const by = (key) => (a, b) => (a[key] < b[key] ? -1 : 1);
list.components.sort(by('bom-ref'));
// pnpm 12.21 leaves out other edges of the graph each time: none is better than half.
delete list.dependencies;
const digest = createHash('sha256').update(JSON.stringify(list)).digest('hex');
const uuid = [
  digest.slice(0, 8),
  digest.slice(8, 12),
  `5${digest.slice(13, 16)}`,
  `8${digest.slice(17, 20)}`,
  digest.slice(20, 32),
].join('-');
writeFileSync(file, `${JSON.stringify({ ...list, serialNumber: `urn:uuid:${uuid}` }, null, 2)}\n`);
process.stdout.write(`${list.components.length} components\n`);
