import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Nothing but reading, nothing but this one collection. Qdrant gives a token without this claim full rights. */
const claimsSchema = z.strictObject({
  access: z.tuple([
    z.strictObject({ collection: z.string().regex(/^[a-z0-9_]{1,120}$/), access: z.literal('r') }),
  ]),
  exp: z.int().positive(),
});

export type ReadTokenClaims = z.infer<typeof claimsSchema>;

/**
 * A JWT (HS256, signed with Qdrant's API key) that reads one collection until it ends.
 * https://qdrant.tech/documentation/guides/security/#granular-access-control-with-jwt
 *
 * @throws ZodError rather than sign a claim that says anything else
 */
export function mintReadToken(input: {
  apiKey: string;
  collection: string;
  expiresAt: Date;
}): string {
  if (input.apiKey === '') throw new Error('a read token cannot be signed without an API key');
  const claims: ReadTokenClaims = {
    access: [{ collection: input.collection, access: 'r' }],
    exp: Math.floor(input.expiresAt.getTime() / 1000),
  };
  const body = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  // What is signed is read back: the check holds for the bytes, not for the intention.
  claimsSchema.parse(decode(body.split('.')[1] ?? ''));
  return `${body}.${sign(body, input.apiKey)}`;
}

/** Whether this key signed it: after a change of the API key every token has to be made anew. */
export function isSignedBy(token: string, apiKey: string): boolean {
  const [header, claims, signature] = token.split('.');
  if (header === undefined || claims === undefined || signature === undefined) return false;
  const ours = Buffer.from(sign(`${header}.${claims}`, apiKey));
  const theirs = Buffer.from(signature);
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
const sign = (body: string, apiKey: string): string =>
  createHmac('sha256', apiKey).update(body).digest('base64url');
