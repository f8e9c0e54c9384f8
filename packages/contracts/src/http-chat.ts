import { z } from 'zod';
import { aspectChoiceSchema } from './aspects.ts';
import { styleDialSchema } from './persona.ts';
import { answerExtensionSchema } from './turn.ts';

const contentPartSchema = z.looseObject({ type: z.string(), text: z.string().nullish() });

export const chatMessageSchema = z.looseObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
  content: z
    .union([z.string(), z.array(contentPartSchema).max(1_000)], {
      error: 'expected a string or a list of content parts',
    })
    .nullish(),
});

/**
 * OpenAI's chat completion request. Loose: a stock client's other members are let through.
 * What is read, refused and ignored is decided in the gateway and told in docs/http-api.md.
 */
export const chatRequestSchema = z
  .looseObject({
    /** A persona's id, or `id@version`. */
    model: z.string().min(1).max(200),
    messages: z.array(chatMessageSchema).min(1).max(2_000),
    stream: z.boolean().nullish(),
    stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
    /** Whose memory it is, when the key vouches for its users. */
    user: z.string().max(512).nullish(),
    temperature: z.number().min(0).max(2).nullish(),
    max_tokens: z.number().int().min(1).nullish(),
    max_completion_tokens: z.number().int().min(1).nullish(),
    n: z.number().int().nullish(),
    /** `conversation_id` continues a conversation; any other member is ignored. */
    metadata: z.record(z.string(), z.unknown()).nullish(),
    tools: z.unknown().optional(),
    tool_choice: z.unknown().optional(),
    response_format: z.looseObject({ type: z.string() }).nullish(),
    modalities: z.array(z.string()).nullish(),
    personate: z
      .object({
        /** From 0 (plain) to 100 (the persona's full quirks); absent: the persona's own. */
        style: styleDialSchema.optional(),
        /** Aspects in this turn, for measuring; takes a key with the scope `review`. */
        aspects: aspectChoiceSchema.optional(),
        conversationId: z.string().min(1).max(200).optional(),
      })
      .optional(),
  })
  .meta({ id: 'ChatRequest' });
export type ChatRequest = z.infer<typeof chatRequestSchema>;

export const urlCitationSchema = z.object({
  type: z.literal('url_citation'),
  url_citation: z.object({
    url: z.string(),
    title: z.string(),
    start_index: z.number().int(),
    end_index: z.number().int(),
  }),
});
export type UrlCitation = z.infer<typeof urlCitationSchema>;

/** Counted by the speaker, else estimated: a token for every four characters. */
export const usageSchema = z.object({
  prompt_tokens: z.number().int(),
  completion_tokens: z.number().int(),
  total_tokens: z.number().int(),
});
export type Usage = z.infer<typeof usageSchema>;

export const finishReasonSchema = z.enum(['stop', 'length']);

export const chatCompletionSchema = z
  .object({
    id: z.string(),
    object: z.literal('chat.completion'),
    created: z.number().int(),
    model: z.string(),
    choices: z.array(
      z.object({
        index: z.number().int(),
        message: z.object({
          role: z.literal('assistant'),
          content: z.string(),
          refusal: z.null(),
          annotations: z.array(urlCitationSchema),
        }),
        logprobs: z.null(),
        finish_reason: finishReasonSchema,
      }),
    ),
    usage: usageSchema,
    personate: answerExtensionSchema,
  })
  .meta({ id: 'ChatCompletion' });
export type ChatCompletion = z.infer<typeof chatCompletionSchema>;

/** One streamed event's data; the last one with a choice carries `finish_reason` and `personate`. */
export const chatChunkSchema = z
  .object({
    id: z.string(),
    object: z.literal('chat.completion.chunk'),
    created: z.number().int(),
    model: z.string(),
    choices: z.array(
      z.object({
        index: z.number().int(),
        delta: z.object({
          role: z.literal('assistant').optional(),
          content: z.string().optional(),
          annotations: z.array(urlCitationSchema).optional(),
        }),
        logprobs: z.null(),
        finish_reason: finishReasonSchema.nullable(),
      }),
    ),
    usage: usageSchema.nullable().optional(),
    personate: answerExtensionSchema.optional(),
  })
  .meta({ id: 'ChatCompletionChunk' });
export type ChatChunk = z.infer<typeof chatChunkSchema>;

export const modelSchema = z
  .object({
    id: z.string(),
    object: z.literal('model'),
    created: z.number().int(),
    owned_by: z.string(),
    personate: z.object({ name: z.string(), version: z.number().int(), subject: z.string() }),
  })
  .meta({ id: 'Model' });
export type Model = z.infer<typeof modelSchema>;
