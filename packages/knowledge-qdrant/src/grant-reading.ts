import type { GenerationSpec } from '@personate/knowledge';
import type { ReadGrant, ReadGrants } from './read-grants.ts';
import { isSignedBy, mintReadToken } from './read-token.ts';

export interface GrantOptions {
  grants: ReadGrants;
  apiKey: string;
  now: () => Date;
  /** How long a token reads; a new one is due when half of it is over. */
  tokenLifeMs: number;
}

/** Mints a token for what the grant names, and keeps it. */
export async function grantReading(
  { grants, apiKey, now, tokenLifeMs }: GrantOptions,
  spec: GenerationSpec,
  place: Pick<ReadGrant, 'url' | 'collection' | 'epoch'>,
): Promise<void> {
  const expiresAt = new Date(now().getTime() + tokenLifeMs);
  const token = mintReadToken({ apiKey, collection: place.collection, expiresAt });
  await grants.save(spec, { ...place, token, expiresAt });
}

/** Half of its life is over, or Qdrant's key is another one by now. */
export function isDue(options: GrantOptions, { token, expiresAt }: ReadGrant): boolean {
  const { apiKey, now, tokenLifeMs } = options;
  return expiresAt.getTime() - now().getTime() < tokenLifeMs / 2 || !isSignedBy(token, apiKey);
}

const pageSize = 500;

/**
 * Gives every generation a new token whose own is due. A gateway goes on with the one it has until that ends.
 *
 * @param url only what lies on this Qdrant: another one's key is not ours
 * @returns how many
 */
export async function renewReadTokens(
  options: GrantOptions,
  url: string,
  signal: AbortSignal,
): Promise<number> {
  let renewed = 0;
  for await (const { spec, grant } of grantsAt(options.grants, url)) {
    signal.throwIfAborted();
    if (!isDue(options, grant)) continue;
    await grantReading(options, spec, grant);
    renewed += 1;
  }
  return renewed;
}

/** Everything that was granted on the Qdrant of that address. */
export async function* grantsAt(
  grants: Pick<ReadGrants, 'page'>,
  url: string,
): AsyncGenerator<{ spec: GenerationSpec; grant: ReadGrant }> {
  let after: GenerationSpec | null = null;
  for (;;) {
    const page: Awaited<ReturnType<ReadGrants['page']>> = await grants.page(after, pageSize);
    for (const one of page) if (one.grant.url === url) yield one;
    after = page.at(-1)?.spec ?? null;
    if (page.length < pageSize) return;
  }
}
