export { startAllInOne, type AllInOne, type StartOptions } from './start-all-in-one.ts';
