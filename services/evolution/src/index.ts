export { startEvolution, type EvolutionServiceOptions } from './start-evolution.ts';
