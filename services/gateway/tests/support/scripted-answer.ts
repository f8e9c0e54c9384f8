import type { AnswerExtension, Citation } from '@personate/contracts';
import type { AnswerEvent, AnswerTurnInput } from '@personate/conversation';

export function citation(n: number, over: Partial<Citation> = {}): Citation {
  return {
    n,
    passageId: `00000000-0000-4000-8000-00000000000${n}`,
    documentId: `tweets/${n}`,
    documentKey: `00000000-0000-4000-9000-00000000000${n}`,
    source: 'x-archive:mara',
    kind: 'social',
    stance: 'by',
    at: '2019-05-08T00:00:00.000Z',
    atPrecision: 'day',
    quote: 'We moored at dusk.',
    ...over,
  };
}

export function extension(over: Partial<AnswerExtension> = {}): AnswerExtension {
  return {
    persona: 'mara',
    version: 1,
    knowledgeRevision: 0,
    decision: 'answered',
    citations: [],
    memories: [],
    speaker: 'scripted',
    disclosure: 'Mara is a synthetic persona.',
    timings: { understandMs: 1, recallMs: 1, decideMs: 1, firstTokenMs: 1 },
    ...over,
  };
}

export type Script = (input: AnswerTurnInput) => AsyncIterable<AnswerEvent>;

/** Says the words one by one, each citation after the word that it follows. */
export function saying(
  words: readonly string[],
  options: { citeAfter?: Record<number, number>; extension?: Partial<AnswerExtension> } = {},
): Script {
  return async function* (input) {
    yield { type: 'serving', disclosure: extension().disclosure };
    yield { type: 'start', extension: { persona: input.personaId } };
    for (const [index, text] of words.entries()) {
      yield { type: 'delta', text };
      const n = options.citeAfter?.[index];
      if (n !== undefined) yield { type: 'cite', n };
    }
    yield {
      type: 'done',
      turn: null,
      extension: extension({ persona: input.personaId, ...options.extension }),
    };
  };
}
