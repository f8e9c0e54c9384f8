import { answerExtensionSchema } from '@personate/contracts';
import type { Reply, ReplyJournal } from '@personate/evaluation';
import { appendFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import type { Io } from '../io.ts';
import { readTextFile } from '../upload/read-text-file.ts';

/** What the replies are of: those of another version, of other knowledge or another model are no use. */
const headSchema = z.object({
  personaId: z.string(),
  version: z.number(),
  knowledgeRevision: z.number(),
  speaker: z.string(),
  aspects: z.string(),
});
export type JournalHead = z.infer<typeof headSchema>;

const lineSchema = z.object({
  key: z.string(),
  reply: z.object({
    text: z.string(),
    extension: answerExtensionSchema,
    cited: z.array(z.string()),
  }),
});

/**
 * Replies in a file, one a line, written as they come; those that stand there are not asked for again.
 * @throws CliError `cli.replies-invalid`, `cli.replies-of-another`, `cli.file-*`
 */
export async function openReplyJournal(
  io: Pick<Io, 'stdin' | 'cwd'>,
  file: string,
  head: JournalHead,
): Promise<ReplyJournal> {
  const path = resolve(io.cwd, file);
  const { replies, whole } = (await readReplies(io, file, head)) ?? { replies: null, whole: true };
  if (replies === null) {
    // Readable by this user alone, as the reports are.
    await writeFile(path, `${JSON.stringify(head)}\n`, { mode: 0o600 });
  }
  // What was cut off ends its line: the next reply begins one of its own.
  if (!whole) await appendFile(path, '\n');
  return {
    take: (key) => replies?.get(key),
    keep: (key, reply) => appendFile(path, `${JSON.stringify({ key, reply })}\n`),
  };
}

/** null where there is no such file yet. */
async function readReplies(
  io: Pick<Io, 'stdin' | 'cwd'>,
  file: string,
  head: JournalHead,
): Promise<{ replies: Map<string, Reply>; whole: boolean } | null> {
  const text = await readTextFile(io, file).catch((error: unknown) => {
    if (error instanceof CliError && error.code === 'cli.file-missing') return null;
    throw error;
  });
  if (text === null) return null;
  const [first = '', ...lines] = text.split('\n');
  const known = headSchema.safeParse(parsed(first));
  if (!known.success)
    throw new CliError('cli.replies-invalid', `${file} holds no replies of an evaluation.`, {
      fix: 'Name a file that --resume wrote, or one that does not exist yet.',
    });
  const differing = Object.entries(head).flatMap(([name, value]) =>
    known.data[name as keyof JournalHead] === value ? [] : [name],
  );
  if (differing.length > 0)
    throw new CliError(
      'cli.replies-of-another',
      `The replies in ${file} are of another ${differing.join(' and another ')} than what is measured now.`,
      { fix: 'Name another file, or delete this one to ask anew.' },
    );
  const replies = new Map<string, Reply>();
  for (const line of lines) {
    // The last one may have been cut off by what stopped it.
    const read = lineSchema.safeParse(parsed(line));
    if (read.success) replies.set(read.data.key, read.data.reply);
  }
  return { replies, whole: text.endsWith('\n') };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
