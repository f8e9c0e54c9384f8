// npm start, npm test and the rest begin here. Plain JavaScript that an old Node can read, so that it can be told what to install.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import module from 'node:module';
import { freemem } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

function refuse(message) {
  process.stderr.write(`\n${message}\n\n`);
  process.exit(1);
}

function preflight() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    refuse(
      `Personate needs Node 20.19 or newer; this is Node ${process.versions.node}.\n` +
        'Install a current one from https://nodejs.org, or with a version manager: `nvm install 22`, `fnm install 22`, `brew install node`.',
    );
  }
  if (process.platform === 'win32') {
    refuse(
      'Personate runs on Linux and macOS, and on Windows inside WSL.\n' +
        'Install it with `wsl --install`, open an Ubuntu terminal, install Node there, and run the same command.',
    );
  }
}

/** Files under a folder, without what is made or installed. */
function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.'))
      continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield path;
  }
}

function digest(paths) {
  const hash = createHash('sha256').update(
    `${process.versions.modules} ${process.platform} ${process.arch}\n`,
  );
  for (const path of paths.toSorted((a, b) => (a < b ? -1 : 1))) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}

const members = () =>
  ['packages', 'services'].flatMap((group) =>
    readdirSync(join(root, group))
      .map((name) => join(root, group, name))
      .filter((folder) => existsSync(join(folder, 'package.json'))),
  );

function run(title, command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    ...options,
  });
  if (result.error) refuse(`${title} could not be started: ${result.error.message}`);
  if (result.status !== 0) {
    if (result.signal) process.exit(130);
    refuse(options.hint ?? `${title} failed; what it said is above.`);
  }
}

const node = (title, script, args = [], options = {}) =>
  run(
    title,
    process.execPath,
    [...(options.flags ?? []), join(root, 'node_modules', script), ...args],
    options,
  );

/** Does the work when the stamp does not match, and writes the stamp only when the work is done. */
function unlessStamped(file, value, work) {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path, 'utf8') === value) return;
  rmSync(path, { force: true });
  work();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, value);
}

function install() {
  const stamp = digest([
    join(root, 'package.json'),
    join(root, 'pnpm-lock.yaml'),
    join(root, 'pnpm-workspace.yaml'),
    ...members().map((folder) => join(folder, 'package.json')),
  ]);
  unlessStamped('node_modules/.personate-install', stamp, () => {
    process.stderr.write('Installing the packages (about 20 s the first time) …\n');
    run(
      'The installation',
      'npx',
      [
        '--yes',
        `pnpm@${manifest.config.pnpm}`,
        'install',
        '--frozen-lockfile',
        '--prod=false',
        '--reporter=append-only',
      ],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        // An inherited NODE_ENV=production must not leave out what the build needs.
        env: { ...process.env, NODE_ENV: '', npm_config_loglevel: 'error' },
        hint: 'The installation failed. It needs the npm registry: check the network, or the proxy settings of npm (`npm ping`), and run the same command again.',
      },
    );
  });
}

function build() {
  const sources = members().flatMap((folder) =>
    [...walk(folder)].filter((path) => !/\.test\.tsx?$/.test(path)),
  );
  const stamp = digest([
    ...sources,
    join(root, 'pnpm-lock.yaml'),
    join(root, 'tsconfig.base.json'),
    join(root, 'scripts/bundle-start.mjs'),
    join(root, 'scripts/keep-builds.mjs'),
  ]);
  unlessStamped('node_modules/.personate-build', stamp, () => {
    process.stderr.write('Building …\n');
    // Types are for `npm run check`: to check them took half of a first start.
    node('The build', 'typescript/bin/tsc', ['-b', 'tsconfig.build.json', '--noCheck']);
    const console = join(root, 'packages', 'console');
    if (existsSync(join(console, 'vite.config.ts'))) {
      run(
        'The build of the console',
        process.execPath,
        [join(console, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
        { cwd: console },
      );
    }
    run('The bundling', process.execPath, [join(root, 'scripts/bundle-start.mjs')]);
  });
}

const memory = '/dev/shm';
const testFolder = /^personate-test-(\d+)$/;
const gib = 1024 ** 3;

/**
 * A folder in memory for what the tests write, which goes with this process; none where there is no room for it. Their
 * databases are a thousand files each, made and removed a hundred times: on a disk that is a sixth of the processor's time,
 * and on a file system without a journal far more.
 */
function folderInMemory() {
  try {
    const { bavail, bsize } = statfsSync(memory);
    // A container may have less than the machine.
    const room = Math.min(freemem(), process.constrainedMemory?.() || Infinity);
    if (bavail * bsize < 4 * gib || room < 8 * gib) return undefined;
    // Of runs that were killed.
    for (const name of readdirSync(memory)) {
      const [, pid] = testFolder.exec(name) ?? [];
      if (pid !== undefined && !existsSync(`/proc/${pid}`))
        rmSync(join(memory, name), { recursive: true, force: true });
    }
    const folder = join(memory, `personate-test-${process.pid}`);
    mkdirSync(folder, { recursive: true });
    // A Postgres that a test starts runs as somebody else where the tests are root's.
    chmodSync(folder, 0o711);
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    // So that there is an exit to remove it at: the tests, which hear it too, end first.
    process.on('SIGINT', () => {});
    return folder;
  } catch {
    return undefined;
  }
}

function test(args) {
  install();
  // A run of some files keeps what was transformed for the next one, in the system's folder.
  const some = args.some((arg) => existsSync(join(root, arg)));
  const folder = some ? undefined : folderInMemory();
  node('The tests', 'jest/bin/jest.js', args, {
    // Tests run from source: no build stands between a change and its test. Workers inherit the flags; with more room
    // for what is new they collect garbage less often, which takes a twentieth less of a processor.
    flags: ['--conditions=@personate/source', '--import', 'tsx', '--max-semi-space-size=32'],
    hint: 'Some tests failed; they are named above.',
    env: {
      ...process.env,
      OPENAI_API_KEY: '',
      OPENAI_BASE_URL: '',
      PERSONATE_CHAT_MODEL: '',
      NODE_ENV: 'test',
      ...(folder === undefined ? {} : { TMPDIR: folder }),
    },
  });
}

function check() {
  install();
  node('The format check (`npm run format` mends it)', 'oxfmt/bin/oxfmt', ['--check']);
  // Before the lint, which takes the packages' types as they were built last.
  node('The type check', 'typescript/bin/tsc', ['-b']);
  node('The lint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']);
  run('The check of the import arrows', process.execPath, [join(root, 'scripts/check-arrows.mjs')]);
  run('The check of licences', process.execPath, [join(root, 'scripts/check-licences.mjs')]);
  generate(['--check']);
  process.stderr.write('Format, lint, types, arrows, licences and generated files are in order.\n');
}

function generate(args) {
  install();
  const flags = ['--conditions=@personate/source', '--import', 'tsx'];
  run('The check of generated files', process.execPath, [
    ...flags,
    join(root, 'scripts/generate.ts'),
    ...args,
  ]);
}

async function start() {
  install();
  build();
  const env = join(root, '.env');
  if (existsSync(env) && statSync(env).isFile()) process.loadEnvFile(env);
  process.chdir(root);
  // Node 22 and newer keep what they compiled; Node 20 does not know how to.
  module.enableCompileCache?.(join(root, 'node_modules/.personate-compiled'));
  await import(pathToFileURL(join(root, 'services/all-in-one/dist/start/main.js')).href);
}

preflight();
const [command, ...args] = process.argv.slice(2);
const commands = { start, test, check, generate, build: () => (install(), build()), install };
if (!Object.hasOwn(commands, command))
  refuse(`There is no command "${command}". There are: ${Object.keys(commands).join(', ')}.`);
await commands[command](args);
