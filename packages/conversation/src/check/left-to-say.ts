/** Says that it does not know: whatever it does not know stands in its clause. */
const unknowing =
  /\b(?:I (?:do not|don['’]t|did not|didn['’]t|cannot|can['’]t|could not|couldn['’]t) (?:know|say|tell|recall|remember|speak)|I have no (?:record|idea|answer|knowledge)|not in my records|weiß ich (?:leider )?nicht|kann ich (?:dir |Ihnen )?nicht sagen|keine Ahnung|vet (?:jag )?inte|kan jag inte säga|no (?:lo )?sé|no puedo decir)(?!\p{L})/iu;
/** Thanks, greets, asks back, says what it is. */
const courtesy =
  /\b(?:ask me|thank you|you are welcome|I am sorry|I['’]m sorry|synthetic|persona|frag mich|danke|synthetisch\p{L}*|fråga mig|tack|syntetisk\p{L}*|pregúntame|gracias|sintétic\p{L}*)(?!\p{L})/iu;
const clauseEnds =
  /[,;:.!?…()]+|\s[–—-]\s|—|(?<!\p{L})(?:and|but|because|und|aber|denn|weil|och|men|eftersom|y|pero|porque)(?!\p{L})/iu;
const subordinate =
  /(?<!\p{L})(?:who|whom|whose|which|that|since|although|while|so|som|att|que|aunque)(?!\p{L})/iu;
const asked =
  /^\s*(?:who|whom|whose|what|when|where|why|how|which|whether|if|wer|wen|wem|was|wann|wo|warum|wie|ob|woher|wohin|welche\p{L}*|vem|vad|när|var|varför|hur|om|vilk\p{L}*|quién|qué|cuándo|dónde|cómo|cuál|si)(?!\p{L})/iu;

/** What of a sentence is left to be borne out, without its clauses that only thank, greet, ask back or do not know. */
export function leftToSay(sentence: string): string {
  const knowsNot = unknowing.test(sentence);
  if (!knowsNot && !courtesy.test(sentence)) return sentence;
  return sentence
    .split(clauseEnds)
    .filter((clause) => !unknowing.test(clause) && !(knowsNot && asked.test(clause)))
    .map(withoutCourtesy)
    .join(' ');
}

function withoutCourtesy(clause: string): string {
  const found = courtesy.exec(clause);
  if (found === null) return clause;
  const after = clause.slice(found.index + found[0].length);
  const more = subordinate.exec(after);
  return `${clause.slice(0, found.index)} ${more === null ? '' : after.slice(more.index)}`;
}
