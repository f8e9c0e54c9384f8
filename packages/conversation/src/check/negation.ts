import { inPlainVerbs } from '../understand/plain-verbs.ts';

const negated =
  /\b(?:not|never|no|nothing|nobody|none|\p{L}+n['’]t|nicht|kein\p{L}*|nie|niemals|inte|aldrig|ingen|inget|nunca|jamás|ningún|ninguna)(?!\p{L})/iu;
const opensWithNo = /^\s*["'“‘]?(?:no|nope|never|nein|niemals|nej|aldrig|nunca)(?!\p{L})/iu;
const fewestHeld = 2;
/** Share of what was asked that one sentence must hold to be on it. */
const onIt = 0.5;

export const isDenial = (sentence: string): boolean => negated.test(sentence);

/**
 * Whether the sentence denies what was asked, and the evidence tells it: a model that would rather have it otherwise
 * says "No, never", and no word of that is borne out or missing.
 */
export function deniesWhatIsTold(
  sentence: string,
  asked: { question: string; language: string; lines: readonly string[] },
  termsOf: (text: string) => string[],
): boolean {
  if (!isDenial(sentence)) return false;
  const wanted = [...new Set(termsOf(asked.question))];
  const said = new Set(termsOf(inPlainVerbs(sentence, asked.language)));
  const denied = opensWithNo.test(sentence) ? [] : wanted.filter((term) => said.has(term));
  if (denied.length === 0 && !opensWithNo.test(sentence)) return false;
  const enough = Math.max(fewestHeld, onIt * wanted.length);
  const telling = asked.lines.filter((line) => {
    const held = new Set(termsOf(line));
    return (
      wanted.filter((term) => held.has(term)).length >= enough &&
      denied.every((term) => held.has(term))
    );
  });
  return telling.length > 0 && !telling.some(isDenial);
}
