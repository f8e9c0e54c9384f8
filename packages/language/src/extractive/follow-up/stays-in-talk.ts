import type { SpeakRequest } from '../../speaker.ts';
import type { Span } from '../build-spans.ts';
import type { Relevance } from '../judge-sentences.ts';
import { wordsOf } from '../split-sentences.ts';
import { askedWords } from './asked-words.ts';
import { withItsKin } from './everyday-kin.ts';

type Asked = Pick<
  SpeakRequest,
  'asked' | 'question' | 'recent' | 'evidence' | 'language' | 'goesOn'
>;

/** A longer question says itself what it is on. */
const shortWords = 8;
const definite = /(?<!\p{L})the (?<what>\p{Ll}{3,})(?!\p{L})/iu;

/**
 * "Did the bird live?": the bird is the one that the text told last is on. What another text says of some bird is no
 * answer to it, unless it says all that was asked with: that is left out, and where it came first nothing is left.
 */
export function staysInTalk<S extends Span>(
  ranked: readonly S[],
  asked: Asked,
  relevance: Pick<Relevance, 'analyse'>,
): S[] {
  const terms = termsOfTalk(asked, relevance);
  if (terms.length === 0) return [...ranked];
  const stays = (span: S): boolean =>
    asked.recent?.has(span.evidence.documentKey) === true || saysAll(span, asked, relevance);
  const [best] = ranked;
  return best !== undefined && stays(best) ? ranked.filter(stays) : [];
}

/** Of what is definite in a short question, where the text told last has it; [] where nothing is. */
function termsOfTalk(
  { asked, recent, evidence, language, goesOn }: Asked,
  { analyse }: Pick<Relevance, 'analyse'>,
): string[] {
  if (recent === undefined || language !== 'en' || goesOn === true) return [];
  if (wordsOf(asked).length > shortWords || /\s(?!I\b)\p{Lu}/u.test(asked)) return [];
  const what = definite.exec(asked)?.groups?.['what'];
  const terms = what === undefined ? [] : analyse(what, language);
  const inTalk = evidence.some(({ documentKey, title, text }) => {
    if (!recent.has(documentKey)) return false;
    const held = new Set(analyse(`${title ?? ''} ${text}`, language));
    return terms.some((term) => held.has(term));
  });
  return inTalk ? terms : [];
}

function saysAll(
  { originals, sentences, language: own }: Span,
  { asked, language }: Asked,
  { analyse }: Pick<Relevance, 'analyse'>,
): boolean {
  const told = new Set([...originals, ...sentences].flatMap((one) => analyse(one, own)));
  return askedWords(asked, language, []).every((word) =>
    withItsKin(word, language).some((one) => analyse(one, language).some((term) => told.has(term))),
  );
}
