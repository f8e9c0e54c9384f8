import type { Suggestion } from '@personate/contracts';
import type { Embedders } from '@personate/knowledge';
import type { Repositories } from '@personate/records';

const shown = 5;

/** Personas whose knowledge was embedded by what this server does not have: they do not answer until it is mended. */
export async function suggestMigrations(
  generations: Pick<Repositories['generations'], 'servingIdentities'>,
  embedders: Embedders,
  maySee: (personaId: string) => boolean,
): Promise<Suggestion[]> {
  const without = (await generations.servingIdentities()).filter(
    ({ personaId, embeddingIdentity }) => maySee(personaId) && !embedders.has(embeddingIdentity),
  );
  return without.slice(0, shown).map(({ personaId, embeddingIdentity }) => ({
    code: 'knowledge.identity-mismatch',
    message: `${personaId} does not answer: its knowledge was embedded by ${embeddingIdentity}, which this server does not have.`,
    fix: `npx personate knowledge migrate ${personaId}`,
  }));
}
