import type { AnswerExtension } from '@personate/contracts';
import { formatDate } from '../output/format.ts';
import type { Output } from '../output/output.ts';
import { shorten, wrap } from '../output/wrap.ts';
import { reasons } from './reasons.ts';

/** What an answer rests on: its sources with their dates, what it remembered, and where it declined. */
export function footnotes(
  { decision, reason, citations, memories }: AnswerExtension,
  out: Pick<Output, 'paint' | 'width'>,
): string[] {
  const cited = citations.flatMap(({ n, at, atPrecision, source, documentId, quote, author }) => {
    const said = author === undefined ? '' : ` by ${author}`;
    const head = `[${n}] ${formatDate(at, atPrecision)}, ${source} › ${documentId}${said}: `;
    return wrap(`${head}“${shorten(quote, 240)}”`, { width: out.width, indent: '  ' });
  });
  const remembered = memories.map(({ quote }) => `  [you said] “${shorten(quote, 240)}”`);
  const stands = decision !== 'answered' || (cited.length === 0 && reason !== undefined);
  const because = reason === undefined ? '' : ` (${reason}: ${reasons[reason]})`;
  return [
    ...(stands
      ? [`  ${out.paint(decision === 'answered' ? 'dim' : 'yellow', `${decision}${because}`)}`]
      : []),
    ...[...cited, ...remembered].map((line) => out.paint('dim', line)),
  ];
}
