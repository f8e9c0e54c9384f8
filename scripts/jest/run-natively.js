// Jest's runner of one file, but for this: the file and what it imports are loaded by Node, not by Jest. A worker then reads
// each module once, not once a file, and tests run on the same modules, resolved in the same way, as the services do.
import { createRequire, findSourceMap, register } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

register('./resolve-globals.js', import.meta.url);

// As it is a CommonJS module in strict terms, a default import of it differs from loader to loader.
const { default: circus } = createRequire(import.meta.url)('jest-circus/runner');

const globals = fileURLToPath(new URL('./pick-globals.cjs', import.meta.url));
let loaded = 0;

/** A frame with its place in the source: Jest's own maps know of no module that Node loaded. */
function inSource(frame) {
  const url = frame.getFileName() ?? '';
  const entry = findSourceMap(url)?.findEntry(
    frame.getLineNumber() - 1,
    frame.getColumnNumber() - 1,
  );
  if (entry?.originalLine === undefined) return String(frame);
  const place = `${fileURLToPath(entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  return `${frame.getFunctionName() ?? 'Object.<anonymous>'} (${place})`;
}

export default async function runNatively(globalConfig, config, environment, runtime, path, send) {
  const before = { ...process.env };
  Error.prepareStackTrace = (error, frames) =>
    [Error.prototype.toString.call(error), ...frames.map((one) => `    at ${inSource(one)}`)].join(
      '\n',
    );
  runtime.unstable_shouldLoadAsEsm = (file) => file === path;
  runtime.unstable_importModule = async (file) => {
    globalThis[Symbol.for('personate.jest')] = runtime.requireModule(globals);
    // Watching, the same file is run again.
    await import(`${pathToFileURL(file).href}?${(loaded += 1)}`);
  };
  try {
    return await circus(globalConfig, config, environment, runtime, path, send);
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
