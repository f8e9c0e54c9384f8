// What is installed to run Personate, and what its page is built of, stands under licences that ask for no more than
// their notice. Looks at every package that a member leads to, at any depth.
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
  'Unlicense',
]);

/** Where Node would find it from there; null for an optional package of another platform. */
function find(from, name) {
  for (let folder = from; ; folder = dirname(folder)) {
    const path = join(folder, 'node_modules', name);
    if (existsSync(join(path, 'package.json'))) return realpathSync(path);
    if (folder === dirname(folder)) return null;
  }
}

const members = ['packages', 'services'].flatMap((group) =>
  readdirSync(join(root, group))
    .map((name) => join(root, group, name))
    .filter((folder) => existsSync(join(folder, 'package.json'))),
);
const open = [...members];
const manifests = new Map();
for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
  if (manifests.has(folder)) continue;
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  manifests.set(folder, manifest);
  for (const kind of ['dependencies', 'optionalDependencies'])
    for (const name of Object.keys(manifest[kind] ?? {})) {
      const found = find(folder, name);
      if (found !== null) open.push(found);
    }
}

const isAllowed = (licence) =>
  typeof licence === 'string' &&
  licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.has(one.trim())));
const wrong = [...manifests.values()]
  .filter(({ license }) => !isAllowed(license))
  .map(({ name, version, license }) => `  ${name}@${version}: ${JSON.stringify(license)}`);
if (wrong.length > 0) {
  process.stderr.write(
    `Licences that scripts/check-licences.mjs does not know as permissive:\n${wrong.join('\n')}\n`,
  );
  process.exit(1);
}
