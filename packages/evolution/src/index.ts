export type * from './deps.ts';
export type { EvolveInput, EvolveResult } from './evolve-persona.ts';
export { evolvePersona } from './evolve-persona.ts';
