// Copies what runs, and nothing else, out of a built and pruned workspace: assemble.mjs <target folder>
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve, sep } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const target = resolve(process.argv[2] ?? '');
if (process.argv[2] === undefined) throw new Error('usage: assemble.mjs <target folder>');

const keep = (from, name = from) => {
  const source = join(root, from);
  if (!existsSync(source)) return;
  cpSync(source, join(target, name), { recursive: true, verbatimSymlinks: true });
};

mkdirSync(target, { recursive: true });
for (const file of [
  'package.json',
  'LICENSE',
  'NOTICE',
  'infra/docker/healthcheck.sh',
  'infra/egress',
  'scripts/mint-secrets.mjs',
  'personas-data',
])
  keep(file);

const members = ['packages', 'services']
  .flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`))
  .filter((member) => existsSync(join(root, member, 'package.json')))
  .filter((member) => member !== 'packages/test-cluster');
// The console is a bundle: what it was made of is in it, and need not be there.
const bundled = new Set(['packages/console']);
for (const member of members) {
  for (const part of ['package.json', 'dist', 'bin', 'workers']) keep(`${member}/${part}`);
  if (!bundled.has(member)) keep(`${member}/node_modules`);
}

/** Entries of the store that members lead to by their links, at any depth: pnpm leaves others there for a while. */
const store = join(root, 'node_modules/.pnpm');
function reached(from) {
  const entries = new Set();
  const open = from.map((member) => join(root, member, 'node_modules'));
  for (let folder = open.pop(); folder !== undefined; folder = open.pop())
    for (const link of linksIn(folder)) {
      const found = realpathSync(link);
      if (!found.startsWith(store + sep)) continue;
      const [entry] = found.slice(store.length + 1).split(sep);
      if (entries.has(entry)) continue;
      entries.add(entry);
      open.push(join(store, entry, 'node_modules'));
    }
  return [...entries].toSorted((a, b) => (a < b ? -1 : 1));
}

function linksIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name !== '.bin')
    .flatMap((name) =>
      name.startsWith('@')
        ? readdirSync(join(folder, name)).map((inner) => join(folder, name, inner))
        : [join(folder, name)],
    )
    .filter((path) => lstatSync(path).isSymbolicLink() && existsSync(path));
}

const kept = reached(members.filter((member) => !bundled.has(member)));
for (const entry of kept) keep(`node_modules/.pnpm/${entry}`);
// What a package needs without saying so, pnpm lays here.
const hoisted = 'node_modules/.pnpm/node_modules';
keep(hoisted);
for (const group of [join(target, hoisted), ...scopesIn(join(target, hoisted))])
  for (const name of readdirSync(group))
    if (!name.startsWith('@') && !existsSync(join(group, name))) rmSync(join(group, name));

function scopesIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.startsWith('@'))
    .map((name) => join(folder, name));
}

const platform = `${process.platform}/${process.arch}`;
for (const entry of kept.filter((name) => name.startsWith('onnxruntime-node@'))) {
  const binaries = join(
    target,
    'node_modules/.pnpm',
    entry,
    'node_modules/onnxruntime-node/bin/napi-v6',
  );
  if (!existsSync(binaries))
    throw new Error(`onnxruntime-node keeps its binaries elsewhere than ${binaries}`);
  for (const os of readdirSync(binaries))
    for (const arch of readdirSync(join(binaries, os)))
      if (`${os}/${arch}` !== platform) rmSync(join(binaries, os, arch), { recursive: true });
}

// Licence texts of everything that is inside, in one file: of what the console was bundled from, too.
const texts = reached(members).map((entry) => {
  const folder = packageIn(join(store, entry, 'node_modules'));
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/iu.test(file));
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
  return `${'='.repeat(80)}\n${name}@${version} (${license})\n\n${text || 'This package carries no licence file.'}\n`;
});

/** Beside the links to what it needs, an entry of the store holds the package itself. */
function packageIn(folder) {
  const own = [folder, ...scopesIn(folder)]
    .flatMap((group) => readdirSync(group).map((name) => join(group, name)))
    .find((path) => !lstatSync(path).isSymbolicLink() && existsSync(join(path, 'package.json')));
  if (own === undefined) throw new Error(`${folder} holds no package`);
  return own;
}

writeFileSync(join(target, 'THIRD-PARTY-LICENCES.txt'), texts.join('\n'));
process.stdout.write(`${kept.length} packages, ${texts.length} licences\n`);
