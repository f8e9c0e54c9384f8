import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** The one key that is configured, not made here. */
export const adminKeyId = 'admin';

const made = /^pk_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/;

/** `pk_<id>_<secret>`: the id is public and finds the row, 32 random bytes are the secret. */
export function newKey(): { keyId: string; key: string } {
  const keyId = randomBytes(8).toString('hex');
  return { keyId, key: `pk_${keyId}_${randomBytes(32).toString('base64url')}` };
}

/** Whose row the key claims to be; any other text can only be the admin key. */
export function keyIdOf(key: string): string {
  return made.exec(key)?.[1] ?? adminKeyId;
}

/** 256 random bits need no slow hash. */
export function keyDigest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** In the same time, whether there is such a key or not. */
export function matchesDigest(key: string, digest: Buffer | undefined): boolean {
  const expected = digest ?? Buffer.alloc(32);
  return timingSafeEqual(keyDigest(key), expected) && digest !== undefined;
}
