import {
  coversPath,
  itemsOf,
  type PersonaChange,
  type StoredDraftItem,
} from '@personate/contracts';
import { changeLines } from './change-lines.ts';
import { plural } from './format.ts';
import type { Output } from './output.ts';
import { shorten } from './wrap.ts';

const mostDocuments = 3;
/** Counted on its own words: one line, for nobody decides on each. */
const measures = 'persona.voice.measured';
/** How the draft knows that a knowledge date is its own: it moves with the date, which has a line. */
const ofTheDate = `${measures}.knowledgeDay`;

/** A proposal's changes, each with what it rests on; with `why` also in the words of its documents. */
export function draftLines(
  {
    changes,
    items,
    notes,
  }: {
    changes: readonly PersonaChange[];
    items: readonly StoredDraftItem[];
    notes: readonly string[];
  },
  out: Pick<Output, 'paint'>,
  options: { why: boolean } = { why: false },
): string[] {
  const isMeasure = ({ path }: PersonaChange): boolean => coversPath(measures, path);
  const measured = changes.filter(
    (change) => isMeasure(change) && change.path !== ofTheDate,
  ).length;
  const told = changes.filter((change) => !isMeasure(change));
  const lines = told.flatMap((change) => [
    ...changeLines([change], out),
    ...itemsOf(change.path, items).flatMap((item) =>
      itemLines(item, options.why).map((line) => out.paint('dim', line)),
    ),
  ]);
  if (measured > 0)
    lines.push(out.paint('dim', `${measures}: ${plural(measured, 'number')} counted anew`));
  if (changes.length === 0) lines.push(...changeLines([], out));
  return notes.length === 0 ? lines : [...lines, '', ...notes];
}

function itemLines(
  { confidence, basis, evidence, quotes, from }: StoredDraftItem,
  why: boolean,
): string[] {
  const documents = evidence.slice(0, mostDocuments).join(', ');
  const more =
    evidence.length > mostDocuments ? ` and ${evidence.length - mostDocuments} more` : '';
  const parts = [
    `confidence ${confidence.toFixed(2)}${from === 'model' ? ', by the model' : ''}`,
    basis === undefined ? undefined : shorten(basis, 300),
    documents === '' ? undefined : `from ${documents}${more}`,
  ];
  return [
    `    ${parts.filter((part) => part !== undefined).join('; ')}`,
    ...(why ? quotes.map(({ documentId, text }) => `    “${text}” (${documentId})`) : []),
  ];
}
