export type * from './answer-turn-types.ts';
export type * from './deps.ts';
