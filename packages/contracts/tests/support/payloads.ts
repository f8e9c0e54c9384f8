import { z } from 'zod';
import {
  erasureLedgerEntrySchema,
  ingestionOptionsSchema,
  pokeSchema,
  taskCatalogue,
  taskErrorSchema,
} from '../../src/index.ts';

export interface Payload {
  /** What it is frozen as: a greater version stands beside the earlier ones. */
  name: string;
  version: number;
  schema: z.ZodType;
}
type JsonSchema = Record<string, unknown>;
/** As JSON Schema: what a reader takes, and what a writer makes. */
export interface Frozen {
  read: JsonSchema;
  written: JsonSchema;
}

/** Everything that one process writes and another one, maybe of another release, reads. */
export const payloads: readonly Payload[] = [
  { name: 'poke', version: 1, schema: pokeSchema },
  { name: 'ingestion options', version: 1, schema: ingestionOptionsSchema },
  { name: 'task error', version: 1, schema: taskErrorSchema },
  { name: 'erasure ledger entry', version: 1, schema: erasureLedgerEntrySchema },
  ...Object.entries(taskCatalogue).flatMap(([kind, { version, input, output }]) => [
    { name: `task ${kind} input`, version, schema: input },
    // Whoever waits may be older than who answers: outputs have no versions, they only grow.
    { name: `task ${kind} output`, version: 1, schema: output },
  ]),
];

export const keyOf = ({ name, version }: Payload): string => `${name} v${version}`;

export function toFrozen(schema: z.ZodType): Frozen {
  const as = (io: 'input' | 'output') =>
    z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as JsonSchema;
  return { read: as('input'), written: as('output') };
}
