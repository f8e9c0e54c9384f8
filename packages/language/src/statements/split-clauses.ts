import { splitSentences } from '../extractive/split-sentences.ts';

const mostClauses = 40;

/** Where a question begins behind a statement: "My dog is called Rex, what is yours called?" */
const questionStart =
  /[,;–—-]\s*(?=(?:and\s+|und\s+)?(?:what|who|where|when|why|how|which|do|does|did|are|is|can|could|would|will|have|has|aren't|isn't|was|wer|wo|wann|warum|wie|welche\p{L}*|hast|bist|kannst|könntest|weißt|magst|und (?:du|dir|dein\p{L}*))\b)/giu;
const asks =
  /^(?:and |und |but |aber |so |also |well,? |hey,? |hi,? |hello,? )*(?:what|who|where|when|why|how|which|do|does|did|are|is|can|could|would|will|have|has|am i|was|were|should|shall|may|wer|was|wo|wann|warum|wie|welche\p{L}*|hast|bist|kannst|könntest|weißt|magst|darf|soll|bin ich|habe ich)\b/iu;
/** "…and I live in Kiel", "…, my wife is called Eva": a clause with a subject of its own. */
const clauseStart =
  /\s*(?:[,;]|\s[–—-]\s)\s*(?:(?:and|but|so|und|aber|also)\s+)?(?=(?:i|i'm|i've|my|we|we're|our|ich|mein|meine|meinen|wir|unser|unsere|please|call me|bitte|nenn)\b)|\s+(?:and|but|und|aber)\s+(?=(?:i|i'm|i've|my|we|ich|mein|meine|wir)\b)/giu;

/** "I'm Anna, live in Kiel and work as a nurse": the subject is said once. */
const sameSubject: ReadonlyArray<{ opens: RegExp; next: RegExp; subject: string }> = [
  {
    opens: /^(?:.{0,40}?[\s,!.–—-])?i(?:['’]m|['’]ve)?\b/iu,
    next: /(?:,|\s+and)\s+(?:and\s+)?(?=(?:live in|live near|work (?:as|at|for)|study|speak|come from|grew up in|was born in)\s)/giu,
    subject: 'I',
  },
  {
    opens: /^(?:.{0,40}?[\s,!.–—-])?ich\b/iu,
    next: /(?:,|\s+und)\s+(?:und\s+)?(?=(?:wohne|lebe|arbeite|komme|studiere|spreche|heiße|bin|habe|hab|halte|mag|liebe)\s)/giu,
    subject: 'ich',
  },
];
/** Behind these the subject may be another one. */
const otherSubject =
  /(?<!\p{L})(?:who|whom|whose|that|which|where|because|when|people|friends|they|you|parents|der|die|das|dass|wo|weil|wenn|du|sie)(?!\p{L})/iu;

export interface Clause {
  /** With a subject of its own. */
  clause: string;
  /** As it was said; the whole sentence where the subject stands in another clause. */
  quote: string;
}

/** Statements of a message, each with a subject of its own; questions are left out. */
export function splitClauses(text: string): Clause[] {
  return splitSentences(text, 'en')
    .flatMap(withoutQuestion)
    .flatMap((sentence) => sentence.split(clauseStart))
    .map((clause) => clause.trim())
    .filter((clause) => /\p{L}/u.test(clause))
    .flatMap(withSubjects)
    .slice(0, mostClauses);
}

function withoutQuestion(sentence: string): string[] {
  if (!/[?？]\s*["'”’)]*$/u.test(sentence)) return asks.test(sentence) ? [] : [sentence];
  const starts = [...sentence.matchAll(questionStart)].map(({ index }) => index);
  const first = starts[0];
  return first === undefined || first === 0 ? [] : [sentence.slice(0, first)];
}

function withSubjects(said: string): Clause[] {
  const known = sameSubject.find(({ opens, next }) => opens.test(said) && said.search(next) >= 0);
  if (known === undefined || otherSubject.test(said)) return [{ clause: said, quote: said }];
  return said.split(known.next).map((part, place) => ({
    clause: place === 0 ? part : `${known.subject} ${part}`,
    quote: said,
  }));
}
