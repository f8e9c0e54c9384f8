export { composeEvolution, type EvolutionParts } from './compose-evolution.ts';
export { observeEvolution } from './observe-evolution.ts';
export { startEvolution, type EvolutionServiceOptions } from './start-evolution.ts';
