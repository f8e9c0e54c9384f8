export type * from './embedder.ts';
export type * from './knowledge-store.ts';
export type * from './recall-types.ts';
