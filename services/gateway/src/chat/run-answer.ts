import type { AnswerExtension, UrlCitation, Usage } from '@personate/contracts';
import type { AnswerEvent, AnswerTurnInput } from '@personate/conversation';
import type { GatewayDeps } from '../deps.ts';
import { annotate } from './annotate.ts';
import { InlineMarkers } from './inline-markers.ts';
import type { PassageLink } from './passage-link.ts';
import { usageOf } from './usage.ts';

/** A piece of the answer, then its end. */
export type AnswerPiece =
  | { type: 'serving'; disclosure: string }
  | { type: 'started'; conversationId: string | undefined }
  | { type: 'text'; text: string }
  | {
      type: 'ended';
      content: string;
      extension: AnswerExtension;
      annotations: UrlCitation[];
      usage: Usage;
    };

/** A turn as a client reads it: text with or without markers, and one end. @throws what the turn throws. */
export async function* runAnswer(
  deps: Pick<GatewayDeps, 'answer'>,
  input: AnswerTurnInput,
  options: { inlineCitations: boolean; link: PassageLink },
): AsyncGenerator<AnswerPiece> {
  const markers = new InlineMarkers(options.inlineCitations);
  let ended = false;
  for await (const event of deps.answer(input)) {
    // A speaker that does not heed the signal is left all the same.
    input.signal.throwIfAborted();
    switch (event.type) {
      case 'serving':
        yield event;
        break;
      case 'start':
        yield { type: 'started', conversationId: event.extension.conversationId };
        break;
      case 'delta':
        if (event.text !== '') yield { type: 'text', text: markers.text(event.text) };
        break;
      case 'cite': {
        const marker = markers.cite(event.n);
        if (marker !== '') yield { type: 'text', text: marker };
        break;
      }
      case 'error':
        throw event.error;
      case 'done': {
        const missing = markers.lacksMarkers ? event.extension.citations : [];
        for (const { n } of missing) yield { type: 'text', text: markers.cite(n) };
        yield end(event, input, markers, options.link);
        ended = true;
        break;
      }
    }
  }
  if (ended) return;
  input.signal.throwIfAborted();
  throw new Error('the turn ended without its done event');
}

function end(
  event: AnswerEvent & { type: 'done' },
  input: AnswerTurnInput,
  markers: InlineMarkers,
  link: PassageLink,
): AnswerPiece {
  const { extension } = event;
  return {
    type: 'ended',
    content: markers.shown,
    extension,
    annotations: annotate(extension.citations, {
      link,
      personaId: extension.persona,
      markers,
    }),
    usage: usageOf(input.messages, markers.plain, event.usage),
  };
}
