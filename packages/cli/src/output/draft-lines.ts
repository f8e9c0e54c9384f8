import { itemsOf, type PersonaChange, type StoredDraftItem } from '@personate/contracts';
import { changeLines } from './change-lines.ts';
import type { Output } from './output.ts';
import { shorten } from './wrap.ts';

const mostDocuments = 3;

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
  const lines = changes.flatMap((change) => [
    ...changeLines([change], out),
    ...itemsOf(change.path, items).flatMap((item) =>
      itemLines(item, options.why).map((line) => out.paint('dim', line)),
    ),
  ]);
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
