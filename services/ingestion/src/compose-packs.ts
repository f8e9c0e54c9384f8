import {
  exportKnowledge,
  importCharacter,
  packPersona,
  unpackPersona,
  type PackPersonaDeps,
} from '@personate/ingestion';
import type { IngestionParts } from './compose-ingestion.ts';
import { openUploadedExports } from './read-ingestions.ts';

type Without<Function extends (deps: never, input: never) => unknown, Bound extends string> = Omit<
  Parameters<Function>[1],
  Bound
>;

/** Personas as files, in and out. */
export function composePacks({ records, blobs, probes }: IngestionParts) {
  const { personas, personaFiles, ingestions, corpus, generations, revisions } = records;
  const out: PackPersonaDeps = {
    personas,
    personaFiles,
    ingestions,
    corpus,
    generations,
    revisions,
    probes: probes ?? (() => Promise.resolve(null)),
  };
  const into = { uploads: blobs, personas, exports: openUploadedExports };
  return {
    exportKnowledge: (input: Without<typeof exportKnowledge, 'now'>) =>
      exportKnowledge(out, { ...input, now: new Date() }),
    pack: (input: Without<typeof packPersona, 'now'>) =>
      packPersona(out, { ...input, now: new Date() }),
    unpack: (input: Parameters<typeof unpackPersona>[1]) => unpackPersona(into, input),
    importCharacter: (input: Parameters<typeof importCharacter>[1]) => importCharacter(into, input),
  };
}
