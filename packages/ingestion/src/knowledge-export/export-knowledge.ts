import {
  consentWithdrawn,
  knowledgeExportFormat,
  type KnowledgeExportEnd,
  type KnowledgeExportHead,
  type KnowledgeExportLine,
  type KnowledgeManifest,
  type PersonaSummary,
} from '@personate/contracts';
import type { KnowledgeItem } from '@personate/records';

export interface ExportKnowledgeDeps {
  personas: { get(personaId: string): Promise<PersonaSummary> };
  revisions: { manifest(personaId: string, page: { limit: number }): Promise<KnowledgeManifest> };
  corpus: {
    knowledge(personaId: string, identity: string | null): AsyncIterable<KnowledgeItem>;
  };
  /** null when nothing was ever ingested. */
  generations: {
    find(personaId: string): Promise<{ embeddingIdentity: string; dimensions: number } | null>;
  };
}

export interface ExportKnowledgeInput {
  personaId: string;
  passages: boolean;
  /** With the passages that they belong to. */
  vectors: boolean;
  now: Date;
  signal: AbortSignal;
}

/**
 * A persona's documents as lines of JSON, head and end around them. It streams.
 * @throws personaMissing; ExpectedError `persona.consent-withdrawn`
 */
export async function exportKnowledge(
  deps: ExportKnowledgeDeps,
  input: ExportKnowledgeInput,
): Promise<AsyncGenerator<string>> {
  const { personaId, now } = input;
  const persona = await deps.personas.get(personaId);
  if (persona.consent === 'withdrawn') throw consentWithdrawn(personaId);
  const manifest = await deps.revisions.manifest(personaId, { limit: 1 });
  const generation = input.vectors ? await deps.generations.find(personaId) : null;
  const head: KnowledgeExportHead = {
    format: knowledgeExportFormat,
    version: 1,
    persona: { id: personaId, name: persona.name },
    revision: manifest.revision,
    digest: manifest.digest ?? '',
    exportedAt: now.toISOString(),
    embedding:
      generation === null
        ? null
        : { identity: generation.embeddingIdentity, dimensions: generation.dimensions },
  };
  return lines(deps, input, head);
}

async function* lines(
  deps: ExportKnowledgeDeps,
  input: ExportKnowledgeInput,
  head: KnowledgeExportHead,
): AsyncGenerator<string> {
  const { personaId, signal } = input;
  yield line(head);
  let documents = 0;
  for await (const item of deps.corpus.knowledge(personaId, head.embedding?.identity ?? null)) {
    signal.throwIfAborted();
    yield line(lineOf(item, input));
    documents += 1;
  }
  const { revision } = await deps.revisions.manifest(personaId, { limit: 1 });
  yield line({ end: { documents, revision } } satisfies KnowledgeExportEnd);
}

function lineOf(
  { document, passages }: KnowledgeItem,
  input: ExportKnowledgeInput,
): KnowledgeExportLine {
  const { personaId: _persona, documentKey: _key, ...rest } = document;
  if (!input.passages && !input.vectors) return { document: rest };
  return {
    document: rest,
    passages: passages.map(({ passage, embedding }) => ({
      ...passage,
      ...(embedding === null ? {} : { embedding }),
    })),
  };
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;
