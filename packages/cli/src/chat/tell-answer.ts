import type { ChatEvent } from '@personate/client';
import type { AnswerExtension } from '@personate/contracts';
import type { Output } from '../output/output.ts';
import { footnotes } from './footnotes.ts';

export interface ToldAnswer {
  answer: string;
  personate: AnswerExtension;
}

/** Writes an answer as it comes, then what it rests on; null when it ended without an end. */
export async function tellAnswer(
  events: AsyncIterable<ChatEvent>,
  out: Output,
): Promise<ToldAnswer | null> {
  for await (const event of events) {
    if (event.type === 'text') {
      out.write(event.text);
      continue;
    }
    const { content, extension } = event;
    const notes = footnotes(extension, out);
    out.write(`${content.endsWith('\n') ? '' : '\n'}${notes.map((line) => `${line}\n`).join('')}`);
    return { answer: content, personate: extension };
  }
  return null;
}
