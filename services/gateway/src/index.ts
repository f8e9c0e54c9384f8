export type * from './deps.ts';
