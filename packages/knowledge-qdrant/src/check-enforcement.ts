import { ExpectedError } from '@personate/contracts';
import { z } from 'zod';
import { QdrantConnection } from './qdrant-connection.ts';
import { QdrantFailure } from './qdrant-failure.ts';
import { mintReadToken } from './read-token.ts';

/** Named, not made: what is asked is whether Qdrant lets a token for the one near the other. */
const granted = 'personate_probe_granted';
const other = 'personate_probe_other';

const versionSchema = z.object({ version: z.string().regex(/^\d+\.\d+/) });
/** The first with metadata on collections, which say by what a generation was embedded. */
const oldest = { major: 1, minor: 16 };

export interface QdrantFacts {
  version: string;
}

/**
 * Asks a Qdrant whether it will keep personas apart: it has to refuse who has no key, and a token on a collection
 * that it does not name. Without that, isolation would rest on our code alone.
 *
 * @throws ExpectedError `knowledge.store-open`, `knowledge.store-without-rbac`, `knowledge.store-old`; QdrantFailure
 */
export async function checkEnforcement(
  options: { url: string; apiKey: string; timeoutMs: number; retryDelaysMs?: readonly number[] },
  signal: AbortSignal,
): Promise<QdrantFacts> {
  const { apiKey, ...rest } = options;
  const admin = new QdrantConnection({ ...rest, key: apiKey });
  await admin.call((api, init) => api.getCollections({}, init), { signal });
  const { version } = versionSchema.parse(
    await admin.call(async (api, init) => ({ data: { result: (await api.root({}, init)).data } }), {
      signal,
    }),
  );
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < oldest.major || (major === oldest.major && minor < oldest.minor))
    throw new ExpectedError(
      'unavailable',
      'knowledge.store-old',
      `The Qdrant at ${admin.shown} is version ${version}.`,
      { fix: `Run version ${oldest.major}.${oldest.minor} or later.` },
    );

  const anyone = await refusal(
    new QdrantConnection({ ...rest, key: 'no key of this Qdrant' }),
    signal,
  );
  if (anyone !== 'refusedKey' && anyone !== 'forbidden')
    throw new ExpectedError(
      'unavailable',
      'knowledge.store-open',
      `The Qdrant at ${admin.shown} lets anybody in, with any key.`,
      {
        fix: 'Start it with an API key (QDRANT__SERVICE__API_KEY) and with QDRANT__SERVICE__JWT_RBAC=true.',
      },
    );
  const expiresAt = new Date(Date.now() + 60_000);
  const token = mintReadToken({ apiKey, collection: granted, expiresAt });
  const bearer = await refusal(new QdrantConnection({ ...rest, key: token }), signal);
  if (bearer !== 'forbidden')
    throw new ExpectedError(
      'unavailable',
      'knowledge.store-without-rbac',
      `The Qdrant at ${admin.shown} does not take tokens for single collections.`,
      { fix: 'Start it with QDRANT__SERVICE__JWT_RBAC=true (service.jwt_rbac).' },
    );
  return { version };
}

/** How it refuses to show the other collection; null when it does not, or says that there is none. */
async function refusal(
  connection: QdrantConnection,
  signal: AbortSignal,
): Promise<'refusedKey' | 'forbidden' | null> {
  try {
    await connection.call((api, init) => api.getCollection({ collection_name: other }, init), {
      signal,
    });
  } catch (error) {
    if (!(error instanceof QdrantFailure)) throw error;
    if (error.failure === 'refusedKey' || error.failure === 'forbidden') return error.failure;
    if (error.failure !== 'missing') throw error;
  }
  return null;
}
