import type { PersonateClient } from '@personate/client';
import type { AnswerExtension, AspectChoice } from '@personate/contracts';

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

export interface Asker {
  /** As a stranger does, in a conversation of its own that is deleted: nothing is learnt. */
  ask(question: string, options?: { persona?: string; style?: number }): Promise<Reply>;
  /** One conversation, whose turns see each other; deleted when all was asked. */
  talk(turns: readonly string[], onReply: (reply: Reply, turn: number) => void): Promise<void>;
}

/** @param persona its id, or `id@version` */
export function openAsker(
  client: Pick<EvaluationClient, 'complete' | 'conversations'>,
  persona: string,
  signal: AbortSignal,
  aspects?: AspectChoice,
): Asker {
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
  return {
    async ask(question, options) {
      const reply = await send(question, options);
      if (reply.conversationId !== undefined)
        await client.conversations.delete(reply.conversationId);
      return reply;
    },
    async talk(turns, onReply) {
      let conversationId: string | undefined;
      try {
        for (const [turn, question] of turns.entries()) {
          const reply = await send(
            question,
            conversationId === undefined ? {} : { conversationId },
          );
          conversationId ??= reply.conversationId;
          onReply(reply, turn);
        }
      } finally {
        if (conversationId !== undefined) await client.conversations.delete(conversationId);
      }
    },
  };
}

/** At most so many at a time: enough for a model's endpoint to be busy, few enough for one small machine. */
const atOnce = 4;

/** The results in the items' order; the first failure ends it. */
export async function askAll<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
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
