// Puts the modules that `npm start` runs into a few files: two thousand of them took half of a second start to find,
// read and link. It is for this clone alone: what a module looks for beside itself stays where it is.
//
//   bundle-start.mjs                   what was built, for `npm start`
//   bundle-start.mjs PROGRAM FOLDER    the source of any program, for tests that start it
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { keepBuild } from './keep-builds.mjs';

const root = resolve(import.meta.dirname, '..');
const [program, folder] = process.argv.slice(2);
const from = program === undefined ? 'dist' : 'src';

/** Native or WebAssembly, with threads of its own, or only read where a setting asks for it. */
const apart =
  /^(pino|thread-stream|onnxruntime-node|msgpackr-extract|@(electric-sql|lat\.md|langchain|aws-sdk|smithy|grpc|opentelemetry)\/.*)$/;

const leaveApart = {
  name: 'leave-apart',
  setup(bundle) {
    bundle.onResolve({ filter: /^[@a-z]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === 'seen' || !apart.test(path)) return undefined;
      const found = await bundle.resolve(path, { kind, resolveDir, pluginData: 'seen' });
      // An optional package that is not there: its owner tries to read it, and does without.
      if (found.errors.length > 0) return { path, external: true };
      const isRequired = kind === 'require-call' || kind === 'require-resolve';
      return { path: isRequired ? found.path : pathToFileURL(found.path).href, external: true };
    });
  },
};

/** Our own modules keep the address that they had. */
const keepAddress = {
  name: 'keep-address',
  setup(bundle) {
    const ours = new RegExp(`/(packages|services)/[^/]+/${from}/.*\\.[jt]s$`);
    bundle.onLoad({ filter: ours }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes('import.meta.')) return undefined;
      const address = JSON.stringify(pathToFileURL(path).href);
      const contents = text
        .replaceAll('import.meta.resolve(', `resolveFrom$(${address}, `)
        .replaceAll('import.meta.url', address)
        .replaceAll('import.meta.dirname', JSON.stringify(resolve(path, '..')));
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
};

const entryPoint = program ?? join(root, 'services/all-in-one/dist/main.js');
const outdir = resolve(folder ?? join(root, 'services/all-in-one/dist/start'));
const { outputFiles } = await build({
  entryPoints: [entryPoint],
  outdir,
  write: false,
  conditions: program === undefined ? [] : ['@personate/source'],
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // No source maps: Node reads them all as it starts, which took an eighth of it. Names are enough to find a line by.
  keepNames: true,
  logLevel: 'warning',
  banner: {
    js: [
      `import { createRequire as requireFrom$ } from 'node:module';`,
      `import { pathToFileURL as addressOf$ } from 'node:url';`,
      `const require = requireFrom$(import.meta.url);`,
      `const resolveFrom$ = (from, name) => addressOf$(requireFrom$(from).resolve(name)).href;`,
    ].join('\n'),
  },
  plugins: [leaveApart, keepAddress],
});
keepBuild(join(outdir, basename(entryPoint).replace(/\.ts$/u, '.js')), outputFiles);
