import type { Author } from '@personate/contracts';
import { z } from 'zod';
import type { Export } from '../source.ts';
import { filesOfRole } from './archive-files.ts';
import { readRecords } from './read-records.ts';

const accountSchema = z.object({
  account: z.object({ accountId: z.string().min(1), accountDisplayName: z.string().min(1) }),
});
const userDetailsSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  full_name: z.string().min(1),
});

/** The account that the archive belongs to; null where no file says it. */
export async function readAccount(files: Export, signal: AbortSignal): Promise<Author | null> {
  for (const path of filesOfRole(files, 'account')) {
    for await (const record of readRecords(await files.open(path, signal))) {
      const found = record.type === 'record' ? accountSchema.safeParse(record.value) : null;
      if (found?.success)
        return { id: found.data.account.accountId, name: found.data.account.accountDisplayName };
    }
  }
  for (const path of filesOfRole(files, 'account-2012')) {
    for await (const record of readRecords(await files.open(path, signal))) {
      const found = record.type === 'record' ? userDetailsSchema.safeParse(record.value) : null;
      if (found?.success) return { id: found.data.id, name: found.data.full_name };
    }
  }
  return null;
}

const protectionSchema = z.object({
  protectedHistory: z.object({ protectedAt: z.string(), action: z.string() }),
});

/** Whether the last thing the account did about it was to protect its posts, which then only followers see. */
export async function isProtected(files: Export, signal: AbortSignal): Promise<boolean> {
  let last = { at: '', action: '' };
  for (const path of filesOfRole(files, 'protection')) {
    for await (const record of readRecords(await files.open(path, signal))) {
      const found = record.type === 'record' ? protectionSchema.safeParse(record.value) : null;
      if (!found?.success) continue;
      const { protectedAt, action } = found.data.protectedHistory;
      if (protectedAt >= last.at) last = { at: protectedAt, action };
    }
  }
  return /^protect/i.test(last.action);
}
