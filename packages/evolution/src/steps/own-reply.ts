import { contentWords } from '@personate/personas';
import type { SequencedTurn } from '../evolution-run.ts';

const lengths = { least: 12, most: 400 };

/**
 * What the persona itself said to a turn's question, fit to be shown to everybody: its answer, if every word that carries
 * something stands in its own cited words, else the first of those words alone. What the asker told, or the model added,
 * is in neither.
 */
export function ownReply(turn: SequencedTurn): { reply: string; evidence: string[] } | undefined {
  const own = turn.extension.citations.filter(({ stance }) => stance === 'by');
  const first = own[0];
  if (first === undefined) return undefined;
  const cited = new Set(own.map(({ passageId }) => passageId));
  const texts = turn.evidence
    .filter(({ passageId }) => cited.has(passageId))
    .map(({ text }) => text);
  const known = new Set(
    [...texts, ...own.map(({ quote }) => quote)].flatMap((text) => contentWords(text, 'en')),
  );
  const told = turn.extension.disclosed;
  const said =
    told !== undefined && turn.answer.startsWith(told)
      ? turn.answer.slice(told.length)
      : turn.answer;
  const answer = said.replaceAll(/\s?\[\d{1,3}\]/g, '').trim();
  const isGrounded = contentWords(answer, 'en').every((word) => known.has(word));
  const reply = isGrounded && fits(answer) ? answer : first.quote.trim();
  return fits(reply)
    ? { reply, evidence: [...new Set(own.map(({ documentId }) => documentId))] }
    : undefined;
}

function fits(text: string): boolean {
  return text.length >= lengths.least && text.length <= lengths.most && !text.includes('…');
}
