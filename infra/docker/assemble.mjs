// Copies what runs, and nothing else, out of a built and pruned workspace: assemble.mjs <target folder>
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';

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
  'infra/docker/healthcheck.mjs',
  'scripts/mint-secrets.mjs',
  'personas-data',
])
  keep(file);
keep('node_modules');

for (const group of ['packages', 'services'])
  for (const name of readdirSync(join(root, group))) {
    const member = `${group}/${name}`;
    if (!existsSync(join(root, member, 'package.json')) || name === 'test-cluster') continue;
    for (const part of ['package.json', 'dist', 'bin', 'workers']) keep(`${member}/${part}`);
    // The console is a bundle: what it was made of need not be there.
    if (name !== 'console') keep(`${member}/node_modules`);
  }

const store = join(target, 'node_modules/.pnpm');
const platform = `${process.platform}/${process.arch}`;
for (const entry of readdirSync(store).filter((name) => name.startsWith('onnxruntime-node@'))) {
  const binaries = join(store, entry, 'node_modules/onnxruntime-node/bin/napi-v6');
  if (!existsSync(binaries))
    throw new Error(`onnxruntime-node keeps its binaries elsewhere than ${binaries}`);
  for (const os of readdirSync(binaries))
    for (const arch of readdirSync(join(binaries, os)))
      if (`${os}/${arch}` !== platform) rmSync(join(binaries, os, arch), { recursive: true });
}

// Licence texts of everything that is inside, in one file.
const texts = readdirSync(store)
  .filter((entry) => existsSync(join(store, entry, 'node_modules')))
  .flatMap((entry) => {
    const name = entry
      .replace(/\(.*$/u, '')
      .replace(/@[^@]*$/u, '')
      .replace('+', '/');
    const folder = join(store, entry, 'node_modules', name);
    if (!existsSync(join(folder, 'package.json'))) return [];
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/iu.test(file));
    const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
    return [
      `${'='.repeat(80)}\n${name}@${version} (${license})\n\n${text || 'This package carries no licence file.'}\n`,
    ];
  });
writeFileSync(join(target, 'THIRD-PARTY-LICENCES.txt'), texts.sort().join('\n'));
process.stdout.write(`${texts.length} packages\n`);
