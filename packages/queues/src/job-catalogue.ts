import { pokeSchema, type Poke } from '@personate/contracts';
import type { z } from 'zod';

/** A kind of job. Its payload is a poke: it says whose turn it is, never what to do. */
export interface JobDefinition<Payload extends Poke> {
  readonly name: string;
  /** Queues do not stand in each other's way: each has workers of its own. */
  readonly queue: string;
  readonly payload: z.ZodType<Payload>;
  /** Of the payload. A worker leaves what is of a greater one to workers of a newer release. */
  readonly version: number;
  /** Runs before it is given up; a sweep over the records finds what is left then. */
  readonly attempts: number;
  /** Before the second run; doubled for each one after it, and spread by up to a half. */
  readonly backoffMs: number;
  /** How long a job that was given up is kept to be looked at. */
  readonly keepFailedSeconds: number;
}

const week = 7 * 24 * 60 * 60;

/** Learn from the turns that were quiet long enough. */
export const evolvePersona: JobDefinition<Poke> = {
  name: 'evolve-persona',
  queue: 'evolution',
  payload: pokeSchema,
  version: 1,
  attempts: 5,
  backoffMs: 1_000,
  keepFailedSeconds: week,
};

/** Work off the persona's unfinished ingestions. */
export const ingestPersona: JobDefinition<Poke> = {
  name: 'ingest-persona',
  queue: 'ingestion',
  payload: pokeSchema,
  version: 1,
  attempts: 5,
  backoffMs: 2_000,
  keepFailedSeconds: week,
};

export const jobCatalogue = [evolvePersona, ingestPersona] as const;
