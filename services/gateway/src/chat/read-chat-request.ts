import {
  ExpectedError,
  questionCharacters,
  styleDialSchema,
  type ChatRequest,
  type Principal,
} from '@personate/contracts';
import type { AnswerTurnInput } from '@personate/conversation';
import type { ChatMessage } from '@personate/language';
import type { IncomingHttpHeaders } from 'node:http';
import { audienceOf, requireScope } from '../http/access.ts';
import { conversationId } from './conversation-id.ts';
import { plainText } from './plain-text.ts';
import { refuseUnsupported } from './refuse-unsupported.ts';
import { splitModel } from './split-model.ts';
import { vouchedUser } from './vouched-user.ts';

export const conversationHeader = 'x-personate-conversation-id';
export const styleHeader = 'x-personate-style';

/** OpenAI's request as a turn's input. @throws ExpectedError `chat.*`, `persona.missing`. */
export function readChatRequest(
  request: ChatRequest,
  context: {
    principal: Principal;
    headers: IncomingHttpHeaders;
    /** As in the configuration. */
    userHeader: string | undefined;
    signal: AbortSignal;
  },
): AnswerTurnInput {
  refuseUnsupported(request);
  const messages = readMessages(request.messages);
  const conversation = givenConversation(request, context.headers);
  const aspects = request.personate?.aspects;
  // For whoever measures: a client of a persona does not take it apart.
  if (aspects !== undefined) requireScope(context.principal, ['review']);
  const style = request.personate?.style ?? styleOf(context.headers);
  const maxTokens = request.max_completion_tokens ?? request.max_tokens ?? undefined;
  return {
    ...splitModel(request.model),
    messages,
    userId: vouchedUser(request.user, context),
    keyId: context.principal.keyId,
    audience: audienceOf(context.principal),
    ...(conversation === undefined
      ? {}
      : { conversationId: conversationId(conversation, context.principal.keyId) }),
    ...(typeof request.temperature === 'number' ? { temperature: request.temperature } : {}),
    ...(maxTokens === undefined ? {} : { maxTokens }),
    ...(style === undefined ? {} : { style }),
    ...(aspects === undefined ? {} : { aspects }),
    whole: request.stream !== true,
    signal: context.signal,
  };
}

/** For clients that can set a header and no member of the body. @throws ExpectedError `chat.style-invalid`. */
function styleOf(headers: IncomingHttpHeaders): number | undefined {
  const given = headers[styleHeader];
  if (given === undefined || given === '') return undefined;
  const parsed = styleDialSchema.safeParse(
    typeof given === 'string' && /^\d{1,3}$/.test(given) ? Number(given) : given,
  );
  if (parsed.success) return parsed.data;
  throw new ExpectedError(
    'invalid',
    'chat.style-invalid',
    `The header ${styleHeader} is no dial.`,
    {
      fix: 'Give a whole number from 0 (plain) to 100 (all quirks).',
      param: styleHeader,
    },
  );
}

function readMessages(messages: ChatRequest['messages']): ChatMessage[] {
  const read = messages.flatMap(({ role, content }, index): ChatMessage[] => {
    // Left over from another model in the same conversation.
    if (role === 'tool' || role === 'function') return [];
    const text = plainText(content, `messages[${index}].content`);
    if (role === 'assistant' && text === '') return [];
    return [{ role: role === 'developer' ? 'system' : role, content: text }];
  });
  const last = read.at(-1);
  if (last?.role !== 'user' || last.content.trim() === '') {
    throw new ExpectedError(
      'invalid',
      'chat.no-question',
      'The last message must be the user’s, and say something.',
      { fix: 'End `messages` with a message of the role "user".', param: 'messages' },
    );
  }
  if (last.content.length > questionCharacters) {
    throw new ExpectedError(
      'too-large',
      'chat.question-too-long',
      `The question has ${last.content.length} characters; at most ${questionCharacters} are read.`,
      {
        fix: 'Ask a shorter question; give the persona long texts by ingesting them.',
        param: `messages[${messages.length - 1}].content`,
      },
    );
  }
  return read;
}

function givenConversation(request: ChatRequest, headers: IncomingHttpHeaders): string | undefined {
  const inMetadata = request.metadata?.['conversation_id'];
  const inHeader = headers[conversationHeader];
  const given =
    request.personate?.conversationId ??
    (typeof inMetadata === 'string' ? inMetadata : undefined) ??
    (typeof inHeader === 'string' ? inHeader : undefined);
  return given === undefined || given === '' ? undefined : given;
}
