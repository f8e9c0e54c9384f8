import type { AnswerExtension, Citation, EvidenceRecord } from '@personate/contracts';

/** What stands in place of an answer that told of an erased document. */
export const erasedAnswer = '[erased]';

export interface Told {
  answer: string;
  extension: AnswerExtension;
  evidence: readonly EvidenceRecord[];
}

/**
 * A turn without the text of these documents: that something was cited stays, with its place in the answer gone. The
 * answer goes where it rests on one of them: the speaker without a model quotes what it cites, a model may tell of
 * whatever it was shown, also of what stood beside a passage.
 */
export function redactTurn<Turn extends Told>(turn: Turn, documentKeys: ReadonlySet<string>): Turn {
  const { extension } = turn;
  const isErased = ({ documentKey }: { documentKey: string }) => documentKeys.has(documentKey);
  const cites = extension.citations.some(isErased);
  const shown = turn.evidence.some(isErased);
  const isTellingOfBeside =
    extension.model !== undefined &&
    turn.evidence.some(({ contextKeys }) => contextKeys?.some((key) => documentKeys.has(key)));
  if (!cites && !shown && !isTellingOfBeside) return turn;
  const isTold = cites || extension.model !== undefined;
  const citations = extension.citations.map((citation) =>
    isErased(citation) ? redactCitation(citation) : isTold ? withoutPlace(citation) : citation,
  );
  return {
    ...turn,
    answer: isTold ? erasedAnswer : turn.answer,
    extension: { ...extension, citations },
    evidence: turn.evidence.map((record) =>
      isErased(record) ? { ...record, documentId: '', text: '', erased: true } : record,
    ),
  };
}

function redactCitation({ n, passageId, documentKey, source, kind, stance }: Citation): Citation {
  return {
    n,
    passageId,
    documentId: '',
    documentKey,
    source,
    kind,
    stance,
    quote: '',
    erased: true,
  };
}

function withoutPlace({
  startIndex: _startIndex,
  endIndex: _endIndex,
  ...citation
}: Citation): Citation {
  return citation;
}
