import { Readable } from 'node:stream';
import {
  consentWithdrawn,
  type ConsentState,
  type IngestionJob,
  type KnowledgeManifest,
  type PackHead,
  type PersonaVersion,
  type VersionSummary,
} from '@personate/contracts';
import { renderPersonaYaml } from '@personate/personas';
import type { PersonaFile } from '@personate/records';
import { ZipFile } from 'yazl';
import { exportKnowledge, type ExportKnowledgeDeps } from '../knowledge-export/export-knowledge.ts';
import { packedFolder } from './pack-layout.ts';

export interface PackPersonaDeps extends ExportKnowledgeDeps {
  personas: ExportKnowledgeDeps['personas'] & {
    get(personaId: string): Promise<{ consent: ConsentState }>;
    versions(
      personaId: string,
      page: { limit: number; before?: number },
    ): Promise<VersionSummary[]>;
    version(personaId: string, version: number): Promise<PersonaVersion>;
  };
  revisions: {
    manifest(
      personaId: string,
      page: { revision?: number; after?: string; limit: number },
    ): Promise<KnowledgeManifest>;
  };
  personaFiles: { list(personaId: string): Promise<PersonaFile[]> };
  ingestions: { list(personaId: string, page: { limit: number }): Promise<IngestionJob[]> };
  /** Its probes as YAML, where they are known. */
  probes(personaId: string): Promise<string | null>;
}

/** Ingestions whose reports go along; older ones do not. */
const mostIngestions = 1_000;

/**
 * A persona as one zip: its YAML, every version, probes and portrait, documents (with `vectors` also those), and
 * where each came from. It streams. Conversations and memories are its users', and stay.
 * @throws personaMissing; ExpectedError `persona.consent-withdrawn`
 */
export async function packPersona(
  deps: PackPersonaDeps,
  input: { personaId: string; vectors: boolean; now: Date; signal: AbortSignal },
): Promise<Readable> {
  const { personaId, now, signal } = input;
  const persona = await deps.personas.get(personaId);
  if (persona.consent === 'withdrawn') throw consentWithdrawn(personaId);
  const manifest = await deps.revisions.manifest(personaId, { limit: 1 });
  const head = await deps.personas.version(personaId, persona.headVersion);
  const files = await deps.personaFiles.list(personaId);
  const probes = await deps.probes(personaId);
  const knowledge = await exportKnowledge(deps, { ...input, passages: false });
  const { revision, documents } = manifest;
  const pack: PackHead = {
    format: 'personate-pack',
    version: 1,
    persona: { id: personaId, name: persona.name },
    headVersion: persona.headVersion,
    knowledge: { revision, documents, digest: manifest.digest ?? '' },
    packedAt: now.toISOString(),
  };

  const zip = new ZipFile();
  const failed = (error: unknown) => zip.emit('error', error);
  const add = (name: string, lines: AsyncIterable<string>) =>
    zip.addReadStreamLazy(name, { mtime: now }, (give) =>
      give(null, Readable.from(lines, { signal }).on('error', failed)),
    );
  zip.addBuffer(Buffer.from(`${JSON.stringify(pack, null, 2)}\n`), 'pack.json', { mtime: now });
  zip.addBuffer(Buffer.from(renderPersonaYaml(head.document)), 'persona.yaml', { mtime: now });
  if (probes !== null && files.every(({ name }) => name !== 'probes.yaml'))
    zip.addBuffer(Buffer.from(probes), `${packedFolder}probes.yaml`, { mtime: now });
  for (const { name, bytes } of files)
    zip.addBuffer(bytes, `${packedFolder}${name}`, { mtime: now });
  add('versions.jsonl', versionLines(deps, personaId, persona.headVersion));
  add('knowledge.jsonl', knowledge);
  add('provenance/manifest.jsonl', manifestLines(deps, personaId, revision));
  add('provenance/ingestions.jsonl', ingestionLines(deps, personaId));
  zip.end();
  const packed = zip.outputStream as Readable;
  zip.on('error', (error: Error) => packed.destroy(error));
  return packed;
}

async function* versionLines(deps: PackPersonaDeps, personaId: string, head: number) {
  for (let version = 1; version <= head; version += 1)
    yield line(await deps.personas.version(personaId, version));
}

async function* manifestLines(deps: PackPersonaDeps, personaId: string, revision: number) {
  let after: string | undefined;
  do {
    const page = { revision, limit: 1_000, ...(after === undefined ? {} : { after }) };
    const { items, next } = await deps.revisions.manifest(personaId, page);
    for (const item of items) yield line(item);
    after = next ?? undefined;
  } while (after !== undefined);
}

async function* ingestionLines(deps: PackPersonaDeps, personaId: string) {
  for (const job of await deps.ingestions.list(personaId, { limit: mostIngestions }))
    yield line(job);
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
