import { estimateTokens, estimateUpTo } from './estimate-tokens.ts';

/**
 * Most tokens (as `estimateTokens` has it) that a part may take. Their sum stays under 4,096, what small
 * local models are commonly run with, less room for the answer.
 */
export const budgets = {
  character: 520,
  goals: 180,
  voice: 280,
  limits: 220,
  rules: 500,
  responses: 260,
  skills: 120,
  evidence: 900,
  memory: 180,
  history: 340,
  decision: 130,
  style: 55,
  humour: 100,
  question: 300,
} as const;
export type BudgetedPart = keyof typeof budgets;

/** The text, cut at a word to the tokens given, with an ellipsis where something was cut. */
export function cutToTokens(text: string, tokens: number): string {
  const limit = estimateUpTo(text, tokens);
  if (limit >= text.length) return text;
  const cut = text.slice(0, Math.max(0, estimateUpTo(text, tokens - 0.5)));
  const space = cut.search(/\s\S*$/);
  const whole = space > limit / 2 ? cut.slice(0, space) : withoutHalfPair(cut);
  return `${whole.trimEnd()}…`;
}

/** The lines of a text that fit, each whole; one that is very long is cut. */
export function cutToLines(text: string, tokens: number): string {
  const most = Math.ceil(tokens / 2);
  return joinWithin(
    text.split('\n').map((line) => cutToTokens(line, most)),
    tokens,
  );
}

/** Items joined by line breaks as long as they fit; the rest is dropped. */
export function joinWithin(items: readonly string[], tokens: number): string {
  return items.slice(0, countWithin(items, tokens)).join('\n');
}

/** How many of the items fit, each with a line break. */
export function countWithin(items: readonly string[], tokens: number): number {
  let left = tokens;
  for (const [index, item] of items.entries()) {
    left -= estimateTokens(`${item}\n`);
    if (left < 0) return index;
  }
  return items.length;
}

function withoutHalfPair(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}
