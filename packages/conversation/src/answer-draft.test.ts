import { describe, expect, it } from '@jest/globals';
import type { SearchResult } from '@personate/contracts';
import { AnswerDraft } from './answer-draft.ts';

const evidence: SearchResult[] = ['The sea is loud. I know.', 'I built it in Kiel.', 'Unused.'].map(
  (text, index) => ({
    passageId: `00000000-0000-4000-8000-00000000000${index}`,
    documentId: `d${index}`,
    documentKey: `00000000-0000-4000-8000-00000000001${index}`,
    source: 'notes',
    kind: 'history',
    stance: 'by',
    author: null,
    at: null,
    atPrecision: null,
    title: null,
    url: null,
    text,
    context: [],
    score: 1,
    scores: {},
  }),
);

describe('the citations of an answer', () => {
  it('are numbered as they appear and say where in the answer they support something', () => {
    const draft = new AnswerDraft(evidence);
    draft.take({ type: 'text', text: 'I built it in Kiel.' });
    expect(draft.take({ type: 'cite', n: 2 })).toBe(1);
    draft.take({ type: 'text', text: ' The sea is loud' });
    expect(draft.take({ type: 'cite', n: 1 })).toBe(2);
    expect(draft.take({ type: 'cite', n: 2 })).toBe(1);
    draft.take({ type: 'text', text: '.' });
    expect(draft.text).toBe('I built it in Kiel. The sea is loud.');
    expect(draft.citations.map(({ n, documentId, quote }) => [n, documentId, quote])).toEqual([
      [1, 'd1', 'I built it in Kiel.'],
      [2, 'd0', 'The sea is loud.'],
    ]);
    const spans = draft.citations.map(({ startIndex, endIndex }) =>
      draft.text.slice(startIndex, endIndex),
    );
    expect(spans).toEqual(['I built it in Kiel. The sea is loud', 'The sea is loud']);
  });

  it('grow over neighbouring sentences of one source', () => {
    const draft = new AnswerDraft(evidence);
    draft.take({ type: 'text', text: 'The sea is loud.' });
    draft.take({ type: 'cite', n: 1 });
    draft.take({ type: 'text', text: ' I know.' });
    draft.take({ type: 'cite', n: 1 });
    expect(draft.citations).toMatchObject([
      { n: 1, startIndex: 0, endIndex: 24, quote: 'The sea is loud. I know.' },
    ]);
  });

  it('never name evidence that is not there', () => {
    const draft = new AnswerDraft(evidence);
    expect(draft.take({ type: 'cite', n: 9 })).toBeNull();
    expect(draft.citations).toEqual([]);
  });
});
