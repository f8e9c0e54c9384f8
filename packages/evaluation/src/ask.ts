import type { PersonateClient } from '@personate/client';
import type { AnswerExtension, AspectChoice } from '@personate/contracts';
import { JournalKeys, type ReplyJournal } from './journal.ts';
import { isModelFailed, type Pace } from './pace.ts';

export type EvaluationClient = Pick<
  PersonateClient,
  | 'complete'
  | 'conversations'
  | 'erasures'
  | 'ingestions'
  | 'knowledge'
  | 'personas'
  | 'status'
  | 'versions'
>;

export interface Reply {
  text: string;
  extension: AnswerExtension;
  /** External ids of the documents that it cites. */
  cited: string[];
}

export interface AskOptions {
  /** Another persona than the one that is measured. */
  persona?: string;
  /** What one that is made anew each time is called in the journal. */
  keptAs?: string;
  style?: number;
}

export interface Asker {
  /** As a stranger does, in a conversation of its own that is deleted: nothing is learnt. */
  ask(question: string, options?: AskOptions): Promise<Reply>;
  /** One conversation, whose turns see each other; deleted when all was asked. */
  talk(turns: readonly string[], onReply: (reply: Reply, turn: number) => void): Promise<void>;
}

export interface AskerInput {
  /** Its id, or `id@version`. */
  persona: string;
  pace: Pace;
  aspects?: AspectChoice;
  journal?: ReplyJournal;
  /** Told of each reply, and whether it was asked for now. */
  onReply?: (reply: Reply, isNew: boolean) => void;
  signal: AbortSignal;
}

export function openAsker(
  client: Pick<EvaluationClient, 'complete' | 'conversations'>,
  { persona, pace, aspects, journal, onReply: onAnyReply, signal }: AskerInput,
): Asker {
  const keys = new JournalKeys();
  const send = async (
    question: string,
    options: { persona?: string; style?: number; conversationId?: string } = {},
  ): Promise<Reply & { conversationId: string | undefined }> => {
    const completion = await client.complete({
      persona,
      messages: [{ role: 'user', content: question }],
      ...options,
      ...(aspects === undefined ? {} : { aspects }),
      signal,
    });
    const extension = completion.personate;
    const said = completion.choices[0]?.message.content ?? '';
    return {
      // What a living person's persona says before its first reply is not of its voice.
      text: said.replace(extension.disclosed ?? '', '').trim(),
      extension,
      cited: [...new Set(extension.citations.map(({ documentId }) => documentId))],
      conversationId: extension.conversationId,
    };
  };
  const ask = (question: string, options: Parameters<typeof send>[1]): Promise<Reply> =>
    pace.run(async () => {
      signal.throwIfAborted();
      const { conversationId, ...reply } = await send(question, options);
      if (conversationId !== undefined) await client.conversations.delete(conversationId);
      return reply;
    });
  return {
    async ask(question, { keptAs, ...options } = {}) {
      const key = keys.of(keptAs ?? options.persona, options.style, question);
      const before = journal?.take(key);
      if (before !== undefined) {
        onAnyReply?.(before, false);
        return before;
      }
      const reply = await ask(question, options);
      // What the model gave nothing for is asked for again.
      if (!isModelFailed(reply)) await journal?.keep(key, reply);
      onAnyReply?.(reply, true);
      return reply;
    },
    async talk(turns, onReply) {
      const of = turns.map((question, turn) => keys.of('talk', turn, question));
      const before = of.flatMap((key) => journal?.take(key) ?? []);
      // One that broke off has to begin anew: the conversation is gone.
      if (before.length === turns.length) {
        for (const [turn, reply] of before.entries()) {
          onAnyReply?.(reply, false);
          onReply(reply, turn);
        }
        return;
      }
      const said: Reply[] = [];
      let conversationId: string | undefined;
      try {
        for (const [turn, question] of turns.entries()) {
          signal.throwIfAborted();
          const options = conversationId === undefined ? {} : { conversationId };
          const { conversationId: place, ...reply } = await send(question, options);
          conversationId ??= place;
          said.push(reply);
          onAnyReply?.(reply, true);
          onReply(reply, turn);
        }
      } finally {
        if (conversationId !== undefined) await client.conversations.delete(conversationId);
      }
      if (said.some(isModelFailed)) return;
      for (const [turn, reply] of said.entries()) await journal?.keep(of[turn] as string, reply);
    },
  };
}

/** Under way at a time; the pace lets fewer through. */
const atOnce = 4;

/** The results in the items' order; the first failure ends it. */
export async function askAll<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result> | Result,
  signal: AbortSignal,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      signal.throwIfAborted();
      results[index] = await work(items[index] as Item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
