#!/usr/bin/env node
// Plain JavaScript that is there before anything is built, so that `npx personate` can say what is missing.
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
const main = new URL('../dist/main.js', import.meta.url);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Personate needs Node 20.19 or newer; this is Node ${process.versions.node}.\n` +
      'Install a current one from https://nodejs.org.\n',
  );
  process.exitCode = 1;
} else if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write(
    'The personate command is not built yet.\n' +
      'Run `npm start` (builds and starts the server) or `npm run build` in the repository first.\n',
  );
  process.exitCode = 1;
}
