import { Readable } from 'node:stream';
import { improvisedSource, ingestionOptionsSchema } from '@personate/contracts';
import type { AnswerTurnDeps } from '@personate/conversation';
import type { GatewayDeps } from './deps.ts';

type Deps = Pick<GatewayDeps, 'uploads' | 'ingestions' | 'pokeIngestion' | 'log'>;

const limitBytes = 256 * 1024;

/** Has what a fictional persona made up ingested as a document of its own words; without a date: it was always so. */
export function improvisationsOver(deps: Deps): NonNullable<AnswerTurnDeps['improvisations']> {
  const { uploads, ingestions, pokeIngestion, log } = deps;
  return {
    async record({ personaId, documentId, author, text, audience }) {
      const fileName = 'improvised.jsonl';
      const line = {
        id: documentId,
        text,
        author,
        stance: 'by',
        kind: 'history',
        ...(audience.length === 0 ? {} : { audience }),
      };
      const { blobId, sha256 } = await uploads.put(Readable.from([`${JSON.stringify(line)}\n`]), {
        name: fileName,
        limitBytes,
        signal: AbortSignal.timeout(30_000),
      });
      const options = ingestionOptionsSchema.parse({ format: 'jsonl', source: improvisedSource });
      const { ingestionId } = await ingestions
        .create({ personaId, options, blobId, sha256, fileName })
        .catch(async (error: unknown) => {
          await uploads.delete(blobId);
          throw error;
        });
      await pokeIngestion({ personaId }).catch((error: unknown) => {
        log.warn({ err: error, ingestionId }, 'ingestion was not announced');
      });
    },
  };
}
