import type { Usage } from '@personate/contracts';
import type { ChatMessage } from '@personate/language';

const charactersPerToken = 4;

export function usageOf(
  messages: readonly ChatMessage[],
  answer: string,
  reported: { promptTokens: number; completionTokens: number } | undefined,
): Usage {
  const prompt =
    reported?.promptTokens ??
    messages.reduce((sum, { content }) => sum + Math.ceil(content.length / charactersPerToken), 0);
  const completion = reported?.completionTokens ?? Math.ceil(answer.length / charactersPerToken);
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
  };
}
