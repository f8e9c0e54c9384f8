import { existsSync, readdirSync } from 'node:fs';

const root = import.meta.dirname;
const members = ['packages', 'services']
  .flatMap((group) => readdirSync(`${root}/${group}`).map((name) => `${group}/${name}`))
  .filter((folder) => existsSync(`${root}/${folder}/src`))
  .concat('tests')
  .filter((folder) => existsSync(`${root}/${folder}`));

const project = (folder) => ({
  displayName: folder.startsWith('services/')
    ? `${folder.split('/').at(-1)}-service`
    : folder.split('/').at(-1),
  rootDir: `${root}/${folder}`,
  testEnvironment: `${root}/scripts/jest/environment.js`,
  testRunner: `${root}/scripts/jest/run-natively.js`,
  testMatch: ['<rootDir>/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  transform: {},
});

export default {
  projects: members.map(project),
  testTimeout: 120_000,
  // All processors: by default one is left free, and of two that is half.
  maxWorkers: '100%',
  // A worker that has read all modules ends in a second or two; half of one, the default, called that a leak.
  workerGracefulExitTimeout: 10_000,
  testSequencer: `${root}/scripts/jest/longest-first.js`,
};
