import type { Embedder, Embedders } from '@personate/knowledge';
import type { Repositories } from '@personate/records';
import type { GatewayGenerations } from './deps.ts';

export interface GenerationParts {
  records: Pick<Repositories, 'generations'>;
  embedders: Embedders;
}

/** What is asked for is stored as a row that ingestion works off. */
export function composeGenerations({ records, embedders }: GenerationParts): GatewayGenerations {
  const { generations } = records;

  /** The embedding that a new generation gets. */
  async function wanted(
    input: Parameters<GatewayGenerations['begin']>[0],
  ): Promise<Pick<Embedder, 'identity' | 'dimensions'>> {
    const [main = 'bundled'] = embedders.names;
    const serving = input.purpose === 'rebuild' ? await generations.find(input.personaId) : null;
    return serving === null
      ? embedders.named(input.embedder ?? main, input.signal)
      : embedders.of(serving, input.signal);
  }

  return {
    list: (personaId) => generations.list(personaId),
    get: (personaId, generation) => generations.get(personaId, generation),
    async begin(input) {
      const { identity, dimensions } = await wanted(input);
      const { personaId, purpose } = input;
      return generations.begin(personaId, { purpose, identity, dimensions });
    },
    setStopped: (of, stopped) => generations.setStopped(of, stopped),
    giveUp: (of) => generations.giveUp(of),
  };
}
