import type { SpeakRequest } from '../speaker.ts';
import { asksForView, givesView } from './views.ts';
import { answerTypeOf, holdsAnswerType } from './answer-type.ts';
import { asStatement } from './as-statement.ts';
import { inThirdPerson, type Called } from './in-third-person.ts';

export interface Relevance {
  /** Analysed content terms of a text. */
  analyse: (text: string, language: string) => string[];
  /** Cosine of the question with each text, where an embedder is at hand. */
  similarity?(question: string, texts: readonly string[], signal: AbortSignal): Promise<number[]>;
}

export type Asked = Pick<
  SpeakRequest,
  | 'question'
  | 'paraphrase'
  | 'language'
  | 'persona'
  | 'profile'
  | 'followUp'
  | 'goesOn'
  | 'recent'
  | 'humour'
>;

export interface Judgement {
  score: number;
  /** Question terms that the sentence holds. */
  held: ReadonlySet<string>;
  /** Cosine with the question; 0 without an embedder. */
  similarity: number;
}

/** Shares of a sentence's relevance; fitted on probes, each persona held out in turn (bench/probes). */
const weights = { similarity: 0.53, statement: 0.47, answerType: 0.17 };
/** Asked for a view, what the persona thinks goes before what is so. */
const viewed = 0.1;
/** A paraphrase fits the everyday question, not its particulars. */
const paraphraseWeight = 0.9;
/** The sentence is on another favourite than the one that is asked for. */
const otherFavourite = 0.4;
const mostSentences = 64;
/** "What drove them apart, and how old were you?": the first half says what sort of answer is wanted. */
export const secondQuestion = /,? and (?=(?:how|what|when|where|who|why|which)\b)/iu;

/**
 * How much each sentence has to do with the question: by meaning, by words, by the sort of thing that is asked for.
 * Where others wrote the sentences, `called` says how they call the persona: the question is put about it.
 */
export async function judgeSentences(
  sentences: readonly string[],
  { question, paraphrase, language, called }: Asked & { called?: Called },
  relevance: Relevance,
  signal: AbortSignal,
): Promise<Map<string, Judgement>> {
  const texts = [...new Set(sentences)].slice(0, mostSentences);
  const terms = new Set(relevance.analyse(question, language));
  const put = (text: string): string => (called === undefined ? text : inThirdPerson(text, called));
  const direct = await relevance.similarity?.(put(question), texts, signal);
  const indirect =
    paraphrase === undefined
      ? undefined
      : await relevance.similarity?.(put(paraphrase), texts, signal);
  const statement = asStatement(question, language);
  const told =
    statement === null ? undefined : await relevance.similarity?.(put(statement), texts, signal);
  const view = asksForView(question);
  const type = answerTypeOf(question.split(secondQuestion)[0] ?? question);
  return new Map(
    texts.map((text, index) => {
      const held = new Set(relevance.analyse(text, language).filter((term) => terms.has(term)));
      // Where sentences can be compared by meaning, their words tell nothing more.
      const coverage = terms.size === 0 ? 0 : held.size / terms.size;
      const typed = type !== null && holdsAnswerType(text, type) ? weights.answerType : 0;
      const similarity = Math.max(
        direct?.[index] ?? 0,
        paraphraseWeight * (indirect?.[index] ?? 0),
      );
      const score =
        weights.similarity * similarity +
        weights.statement * (told?.[index] ?? similarity) +
        (relevance.similarity === undefined ? coverage : 0) +
        typed +
        (view && givesView(text) ? viewed : 0) -
        favours(question, text);
      return [text, { score, held, similarity }] as const;
    }),
  );
}

const favourite = /\bfavou?rite (\p{L}+)/iu;

function favours(question: string, sentence: string): number {
  const asked = favourite.exec(question)?.[1]?.toLowerCase();
  const told = favourite.exec(sentence)?.[1]?.toLowerCase();
  if (asked === undefined || told === undefined || asked === told) return 0;
  return sentence.toLowerCase().includes(asked) ? 0 : otherFavourite;
}
