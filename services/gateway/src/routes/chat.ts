import { chatRequestSchema } from '@personate/contracts';
import type { FastifyRequest } from 'fastify';
import { complete } from '../chat/complete.ts';
import { passageLink } from '../chat/passage-link.ts';
import { conversationHeader, readChatRequest } from '../chat/read-chat-request.ts';
import { runAnswer } from '../chat/run-answer.ts';
import { streamCompletion } from '../chat/stream-completion.ts';
import { principalOf, requirePersona } from '../http/access.ts';
import { displayString } from '../http/display-string.ts';
import { prime, sendEvents } from '../http/event-stream.ts';
import { problemOf } from '../http/handle-errors.ts';
import { requestSignal } from '../http/request-signal.ts';
import { bounds } from '../http/server-options.ts';
import type { App, RouteContext } from '../route-context.ts';
import { whenClosed } from '../http/when-closed.ts';

/** How long an answer may fail with an error's status before the stream begins. */
const primeMs = 5_000;
const disclosureHeader = 'personate-disclosure';

export function routeChat(app: App, { deps, config, closed }: RouteContext): void {
  app.post(
    '/v1/chat/completions',
    {
      config: { access: ['chat'], answerMs: bounds.chatMs + bounds.answerMs, events: 'chat' },
      schema: {
        operationId: 'createChatCompletion',
        summary: 'Ask a persona, in OpenAI’s wire format',
        tags: ['Chat'],
        body: chatRequestSchema,
      },
    },
    async (request, reply) => {
      const { body } = request;
      const principal = principalOf(request);
      const signal = requestSignal(reply, bounds.chatMs, closed);
      const { headers } = request;
      const input = readChatRequest(body, {
        principal,
        headers,
        userHeader: config.userHeader,
        signal,
      });
      requirePersona(principal, input.personaId);
      const answer = runAnswer(deps, input, {
        inlineCitations: principal.inlineCitations,
        link: passageLink(config, request),
      });
      const head = {
        id: `chatcmpl-${deps.newId()}`,
        created: Math.floor(deps.now().getTime() / 1_000),
        model: body.model,
      };
      reply.header('x-personate-synthetic', 'true');
      if (body.stream !== true) {
        const completion = await complete(answer, head);
        signal.throwIfAborted();
        if (completion !== null)
          reply.header(disclosureHeader, displayString(completion.personate.disclosure));
        return reply.header('cache-control', 'no-store').send(completion);
      }
      const pieces = await prime(answer, {
        counts: (piece) => {
          if (piece.type === 'serving') {
            reply.header(disclosureHeader, displayString(piece.disclosure));
            return false;
          }
          if (piece.type !== 'started') return true;
          if (piece.conversationId) reply.header(conversationHeader, piece.conversationId);
          return false;
        },
        waitMs: primeMs,
      });
      // A client that goes before the first read leaves a generator that nobody else would end.
      whenClosed(reply.raw, () => void pieces.return?.().catch(() => {}));
      return sendEvents(
        reply,
        streamCompletion(pieces, head, {
          includeUsage: body.stream_options?.include_usage === true,
          heartbeatMs: config.heartbeatMs ?? 15_000,
          signal,
          problemOf: (error) => problemOf(error, request as FastifyRequest),
        }),
      );
    },
  );
}
