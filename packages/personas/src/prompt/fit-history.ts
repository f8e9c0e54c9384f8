import { cutToTokens } from './budgets.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { neutraliseAnswer, neutraliseWords } from './neutralise-data.ts';
import type { PromptMessage } from './prompt-types.ts';

/** Of one message, at most this share of the budget, so that one long paste does not push out the rest. */
const shareOfOne = 0.5;

const neutralise = { user: neutraliseWords, assistant: neutraliseAnswer };

/**
 * The end of the conversation that fits, oldest dropped first, in turns that alternate and begin with the user,
 * as chat templates demand; system messages of the client are not the persona's and are left out.
 */
export function fitHistory(history: readonly PromptMessage[], tokens: number): PromptMessage[] {
  const kept: PromptMessage[] = [];
  let left = tokens;
  for (const { role, content } of history.toReversed()) {
    if (role === 'system') continue;
    const safe = cutToTokens(neutralise[role](content), Math.floor(tokens * shareOfOne));
    if (safe === '') continue;
    const cost = estimateTokens(safe);
    if (cost > left) break;
    left -= cost;
    kept.unshift({ role, content: safe });
  }
  return alternating(kept);
}

function alternating(messages: readonly PromptMessage[]): PromptMessage[] {
  const turns: PromptMessage[] = [];
  for (const message of messages) {
    const last = turns.at(-1);
    if (last === undefined && message.role !== 'user') continue;
    if (last?.role === message.role) {
      turns[turns.length - 1] = { role: last.role, content: `${last.content}\n${message.content}` };
    } else turns.push(message);
  }
  // The question follows as a user's turn: one without a reply before it would stand twice.
  if (turns.at(-1)?.role === 'user') turns.pop();
  return turns;
}
