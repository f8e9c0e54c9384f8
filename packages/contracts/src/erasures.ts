import { z } from 'zod';
import { conversationSchema } from './http-conversations.ts';
import { instantSchema, personaIdSchema, uuidSchema } from './ids.ts';
import { memorySchema } from './turn.ts';

const counts = z.record(z.string(), z.number().int().min(0));

/** A receipt: what was to be erased and what was, without naming a user. */
export const erasureSchema = z
  .object({
    erasureId: uuidSchema,
    scope: z.enum(['document', 'persona', 'user']),
    /** Absent for a user, who is forgotten by every persona. */
    personaId: personaIdSchema.nullable(),
    documentKey: uuidSchema.nullable(),
    /** SHA-256 (hex) of `salt` and the user, persona or document key, one after the other. */
    digest: z.string(),
    salt: z.string(),
    /** `open` until all of it is gone; a server that was stopped goes on with it. */
    status: z.enum(['open', 'done']),
    /** Rows, vectors, tables and files that went, by what they were. */
    removed: counts,
    /** The key that asked for it. */
    requestedBy: z.string(),
    requestedAt: instantSchema,
    finishedAt: instantSchema.nullable(),
  })
  .meta({ id: 'Erasure' });
export type Erasure = z.infer<typeof erasureSchema>;
export type ErasureScope = Erasure['scope'];

/** As Postgres writes it into JSON. Earlier backups were promised no more than a text, so its form refuses none of them. */
const ledgerTimeSchema = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)), { error: 'it must be an instant' });

/** A row of the ledger as a backup keeps it, one a line: what was erased after a backup is erased again by its restore. */
export const erasureLedgerEntrySchema = z.object({
  erasure_id: uuidSchema,
  scope: z.enum(['document', 'persona', 'user']),
  persona_id: personaIdSchema.nullable(),
  document_key: uuidSchema.nullable(),
  salt: z.string(),
  digest: z.string(),
  plan: z.object({ personaUid: uuidSchema }).nullable(),
  removed: counts,
  requested_by: z.string(),
  requested_at: ledgerTimeSchema,
  finished_at: ledgerTimeSchema.nullable(),
});
export type ErasureLedgerEntry = z.infer<typeof erasureLedgerEntrySchema>;

/** A key that was revoked, in the same ledger: the backup of before would make it valid again. */
export const keyRevocationSchema = z.object({
  revoked_key: z.string().min(1),
  revoked_at: ledgerTimeSchema,
});
export type KeyRevocation = z.infer<typeof keyRevocationSchema>;

/** A consent that was withdrawn, in the same ledger. Its note stays out: a ledger is kept longer than the persona. */
export const consentWithdrawalSchema = z.object({
  withdrawn_persona: personaIdSchema,
  persona_uid: uuidSchema,
  withdrawn_at: ledgerTimeSchema,
  withdrawn_by: z.string().nullable(),
});
export type ConsentWithdrawal = z.infer<typeof consentWithdrawalSchema>;

/** A line of the ledger: those of before revocations stood in it hold erasures alone. */
export const ledgerLineSchema = z.union([
  erasureLedgerEntrySchema,
  keyRevocationSchema,
  consentWithdrawalSchema,
]);
export type LedgerLine = z.infer<typeof ledgerLineSchema>;

/** What is left of the erased by now, counted anew. */
export const erasureCheckSchema = z
  .object({
    erasureId: uuidSchema,
    checkedAt: instantSchema,
    whole: z.boolean(),
    remaining: counts,
  })
  .meta({ id: 'ErasureCheck' });
export type ErasureCheck = z.infer<typeof erasureCheckSchema>;

/**
 * All that is kept of a user, in pages of at most 8 MB; `next` and `nextId` are the `before` and `beforeId` of the next one.
 * Memories come with the first page.
 */
export const userExportSchema = z
  .object({
    userId: z.string(),
    memories: z.array(memorySchema),
    conversations: z.array(conversationSchema),
    next: instantSchema.nullable(),
    nextId: uuidSchema.nullable(),
    /** What is too much to be in it: memories older than the newest 10,000 or beyond 4 MB, and the conversations of which only the latest turns are here. */
    cut: z.object({ memories: z.boolean(), conversations: z.array(uuidSchema) }),
  })
  .meta({ id: 'UserExport' });
export type UserExport = z.infer<typeof userExportSchema>;
