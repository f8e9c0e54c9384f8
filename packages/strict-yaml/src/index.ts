export { readStrictYaml } from './read-strict-yaml.ts';
