import type { Document, LeftOut } from '@personate/contracts';
import { requestFor } from './requests.ts';
import { byTime, type Threads } from './threads.ts';
import { unfit, whyLeftOut, type Rules } from './own-words.ts';

/** Own words, and what they answer. */
export interface Pair {
  own: Document;
  /** null: one of our requests stands there. */
  message: Document | null;
  request: string;
  thread: string;
}

type Before = { message: Document | null } | { leftOut: LeftOut };

/** What can be learnt from, oldest first, each text once; `leftOut` hears of the rest. */
export function pairUp(
  documents: readonly Document[],
  threads: Threads,
  rules: Rules,
  leftOut: (why: LeftOut) => void,
): Pair[] {
  const seen = new Set<string>();
  const own = documents.filter(({ stance }) => stance === 'by').toSorted(byTime);
  return own.flatMap((document) => {
    const why = whyLeftOut(document, rules);
    const before: Before =
      why === null ? whatStandsBefore(document, threads, rules) : { leftOut: why };
    if ('leftOut' in before) {
      leftOut(before.leftOut);
      return [];
    }
    const said = sameWhenSaid(document.text);
    if (seen.has(said)) {
      leftOut('duplicate');
      return [];
    }
    seen.add(said);
    const { message } = before;
    const request = message === null ? requestFor(document) : message.text.trim();
    return [{ own: document, message, request, thread: threads.placeOf(document).thread }];
  });
}

function whatStandsBefore(document: Document, threads: Threads, rules: Rules): Before {
  const { replyTo, facts = {} } = document;
  const answers = replyTo !== undefined || facts.replyingTo !== undefined;
  const { previous, hasOthers } = threads.placeOf(document);
  const before = answers ? threads.answered(document) : previous;
  if (before === undefined) return answers ? { leftOut: 'answers-unseen' } : { message: null };
  if (before.stance === 'by') {
    // A diary or a column is a thread of its own: each entry begins anew.
    return answers || hasOthers ? { leftOut: 'continues-own' } : { message: null };
  }
  const why = unfit(before, rules);
  if (why === null) return { message: before };
  return { leftOut: why === 'off-limits' ? 'off-limits' : 'answers-unseen' };
}

const sameWhenSaid = (text: string): string =>
  text.normalize('NFC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
