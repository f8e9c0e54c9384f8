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

/** Statements of a message, each with a subject of its own; questions are left out. */
export function splitClauses(text: string): string[] {
  return splitSentences(text, 'en')
    .flatMap(withoutQuestion)
    .flatMap((sentence) => sentence.split(clauseStart))
    .map((clause) => clause.trim())
    .filter((clause) => /\p{L}/u.test(clause))
    .slice(0, mostClauses);
}

function withoutQuestion(sentence: string): string[] {
  if (!/[?？]\s*["'”’)]*$/u.test(sentence)) return asks.test(sentence) ? [] : [sentence];
  const starts = [...sentence.matchAll(questionStart)].map(({ index }) => index);
  const first = starts[0];
  return first === undefined || first === 0 ? [] : [sentence.slice(0, first)];
}
