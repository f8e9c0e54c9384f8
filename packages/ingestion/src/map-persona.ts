import {
  endOfKnowledge,
  personaArchived,
  type KnowledgeMap,
  type PersonaSummary,
  type PersonaVersion,
} from '@personate/contracts';
import { mapKnowledge, type MappedPassage } from '@personate/knowledge';

export interface MapPersonaDeps {
  personas: {
    get(personaId: string): Promise<PersonaSummary>;
    version(personaId: string, version: number): Promise<PersonaVersion>;
  };
  generations: { find(personaId: string): Promise<{ embeddingIdentity: string } | null> };
  corpus: {
    mapped(input: {
      personaId: string;
      identity: string;
      audience: readonly string[];
      asOf?: string;
    }): AsyncIterable<MappedPassage>;
  };
}

/** What the persona knows, seen from above, as far as these groups may see it. @throws personaMissing, personaArchived */
export async function mapPersona(
  deps: MapPersonaDeps,
  input: { personaId: string; audience: readonly string[]; signal: AbortSignal },
): Promise<KnowledgeMap> {
  const { personaId, audience, signal } = input;
  const { name, status, headVersion, knowledgeRevision } = await deps.personas.get(personaId);
  // Out of service, as for a search: the map quotes what it knows.
  if (status === 'archived') throw personaArchived(personaId);
  const { enabled, asOf } = (await deps.personas.version(personaId, headVersion)).document
    .knowledgeLimits;
  const generation = await deps.generations.find(personaId);
  const map = await mapKnowledge(
    deps.corpus.mapped({
      personaId,
      audience,
      identity: generation?.embeddingIdentity ?? '',
      ...(enabled && asOf !== undefined ? { asOf: endOfKnowledge(asOf) } : {}),
    }),
    { names: [name], signal },
  );
  return { personaId, revision: knowledgeRevision, ...map };
}
