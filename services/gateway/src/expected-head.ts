import { ExpectedError } from '@personate/contracts';
import type { GatewayPersonas } from './deps.ts';

/** A persona's ETag is its head's number. */
export function headTag(version: number): string {
  return `"${version}"`;
}

/**
 * The head that a change was made from, by `If-Match: "3"`; `*` is whatever it is now.
 * @throws ExpectedError `persona.head-unstated`.
 */
export async function expectedHead(
  personas: Pick<GatewayPersonas, 'get'>,
  personaId: string,
  ifMatch: string | undefined,
): Promise<number> {
  const { headVersion } = await personas.get(personaId);
  if (ifMatch?.trim() === '*') return headVersion;
  const tag = /^(?:W\/)?"?([1-9][0-9]{0,8})"?$/.exec(ifMatch?.trim() ?? '')?.[1];
  if (tag !== undefined) return Number(tag);
  throw new ExpectedError(
    'invalid',
    'persona.head-unstated',
    'The request must say which version it was made from.',
    {
      fix: `Send If-Match: ${headTag(headVersion)} (the ETag of GET /v1/personas/${personaId}), or If-Match: * to overwrite.`,
      param: 'If-Match',
    },
  );
}
