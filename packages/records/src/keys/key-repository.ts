import {
  ExpectedError,
  keyRecordSchema,
  type KeyRecord,
  type KeyRevocation,
  type NewKey,
  type Principal,
} from '@personate/contracts';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { Schema } from '../schema.ts';
import { isLoginSpent, spendLogin } from './spent-logins.ts';
import { adminKeyId, keyDigest, keyIdOf, matchesDigest, newKey } from './key-digest.ts';

/** API keys. Only their digests are kept. */
export class KeyRepository {
  readonly #db: Kysely<Schema>;

  constructor(db: Kysely<Schema>) {
    this.#db = db;
  }

  /** The key is told this once. */
  async create(input: NewKey): Promise<{ key: string; record: KeyRecord }> {
    const { keyId, key } = newKey();
    const row = await this.#db
      .insertInto('records.api_key')
      .values({
        key_id: keyId,
        name: input.name,
        digest: keyDigest(key),
        scopes: input.scopes,
        personas: input.personas,
        vouches_for_user: input.vouchesForUser,
        inline_citations: input.inlineCitations,
        audience: input.audience,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return { key, record: toRecord(row) };
  }

  /** In constant time; null for an unknown or revoked key. */
  async verify(key: string): Promise<Principal | null> {
    const row = await this.#db
      .selectFrom('records.api_key')
      .selectAll()
      .where('key_id', '=', keyIdOf(key))
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (!matchesDigest(key, row?.digest) || !row) return null;
    const { name: _, revokedAt: __, ...principal } = toRecord(row);
    return principal;
  }

  /** Newest first, the revoked ones too. */
  async list(): Promise<KeyRecord[]> {
    const rows = await this.#db
      .selectFrom('records.api_key')
      .selectAll()
      .orderBy('created_at', 'desc')
      .execute();
    return rows.map(toRecord);
  }

  /** False when there is no such key. @throws ExpectedError `key.is-admin`. */
  async revoke(keyId: string): Promise<boolean> {
    if (keyId === adminKeyId) throw isAdmin();
    const row = await this.#db
      .updateTable('records.api_key')
      .set({ revoked_at: sql`coalesce(revoked_at, now())` })
      .where('key_id', '=', keyId)
      .returning('key_id')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** After a restore: revoked as it was then. False when there is no such key, or it is revoked already. */
  async revokeAgain({ revoked_key: keyId, revoked_at: at }: KeyRevocation): Promise<boolean> {
    if (keyId === adminKeyId) return false;
    const row = await this.#db
      .updateTable('records.api_key')
      .set({ revoked_at: at })
      .where('key_id', '=', keyId)
      .where('revoked_at', 'is', null)
      .returning('key_id')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Makes this text the admin key, and the one before it worthless. It may do all, and vouches for any user. */
  async ensureAdmin(key: string): Promise<void> {
    const digest = keyDigest(key);
    await this.#db
      .insertInto('records.api_key')
      .values({
        key_id: adminKeyId,
        name: 'admin',
        digest,
        scopes: ['admin'],
        personas: null,
        vouches_for_user: true,
        inline_citations: false,
        audience: [],
      })
      .onConflict((conflict) => conflict.column('key_id').doUpdateSet({ digest }))
      .execute();
  }

  /** A token of the console that was used, or a login that was ended. @returns false where it was before. */
  spendLogin(login: string, endsAt: Date): Promise<boolean> {
    return spendLogin(this.#db, { login, endsAt });
  }

  /** An upload that was kept starts one ingestion, at whichever gateway. @returns false where it did before. */
  spendUpload(blobId: string, endsAt: Date): Promise<boolean> {
    return spendLogin(this.#db, { login: `upload.${blobId}`, endsAt });
  }

  isLoginSpent(login: string): Promise<boolean> {
    return isLoginSpent(this.#db, login);
  }
}

function toRecord(row: Selectable<Schema['records.api_key']>): KeyRecord {
  return keyRecordSchema.parse({
    keyId: row.key_id,
    name: row.name,
    scopes: row.scopes,
    personas: row.personas,
    vouchesForUser: row.vouches_for_user,
    inlineCitations: row.inline_citations,
    audience: row.audience,
    createdAt: row.created_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
  });
}

function isAdmin(): ExpectedError {
  return new ExpectedError('conflict', 'key.is-admin', 'The admin key cannot be revoked.', {
    fix: 'Set another one in PERSONATE_ADMIN_KEY, or delete admin.key in the data folder, and restart.',
  });
}
