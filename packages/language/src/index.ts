export type * from './speaker.ts';
