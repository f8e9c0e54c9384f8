import { existsSync, readdirSync } from 'node:fs';

const root = import.meta.dirname;
const members = ['packages', 'services']
  .flatMap((group) => readdirSync(`${root}/${group}`).map((name) => `${group}/${name}`))
  .filter((folder) => existsSync(`${root}/${folder}/src`))
  .concat('tests')
  .filter((folder) => existsSync(`${root}/${folder}`));

const swc = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const project = (folder) => ({
  displayName: folder.startsWith('services/')
    ? `${folder.split('/').at(-1)}-service`
    : folder.split('/').at(-1),
  rootDir: `${root}/${folder}`,
  testEnvironment: `${root}/jest.environment.js`,
  // Tests run from source: no build stands between a change and its test.
  testEnvironmentOptions: { customExportConditions: ['@personate/source', 'node', 'node-addons'] },
  testMatch: ['<rootDir>/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
});

// All processors: by default one is left free, and of two that is half.
export default { projects: members.map(project), testTimeout: 120_000, maxWorkers: '100%' };
