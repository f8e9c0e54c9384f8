import type { PersonaDocument, SearchResult } from '@personate/contracts';
import {
  humourOf,
  isPainful,
  readableSentences,
  wordsOf,
  type ChatMessage,
  type Touches,
} from '@personate/language';
import { similarResponses } from '@personate/personas';
import type { Similarity } from '../similarity.ts';

export interface HumorousLine {
  text: string;
  /** A path in the persona document, or a document's id. */
  from: string;
}

interface Candidate extends HumorousLine {
  /** What stands for it where it is compared with the question: embedded already. */
  compared: string;
}

/** Of a sentence, and of a reply of several, in which a mark is found sooner. */
const humorousFrom = { sentence: 0.3, reply: 0.4 };
const mostWords = 60;
const mostCompared = 24;
const responsesCompared = 12;

/** The persona's own humorous words on what is most like the question, the likest first; what was said already is left out. */
export async function chooseHumour(
  { similarity }: { similarity: Similarity },
  input: {
    persona: PersonaDocument;
    question: string;
    language: string;
    evidence: readonly SearchResult[];
    history: readonly ChatMessage[];
    touches: Touches | null;
    most: number;
    signal: AbortSignal;
  },
): Promise<HumorousLine[]> {
  const { persona, question, language, evidence, history, touches, most, signal } = input;
  const said = history.map(({ content }) => content);
  const lines = [
    ...responsesOf(persona, question, language),
    ...evidence
      .filter(({ stance }) => stance === 'by')
      .flatMap((one) => sentencesOf(one, language)),
  ]
    .filter(
      ({ text }) =>
        !isPainful(text, language) &&
        touches?.(text, language) !== true &&
        !said.some((reply) => reply.includes(text)),
    )
    .slice(0, mostCompared);
  const cosines = await similarity(
    question,
    lines.map(({ compared }) => compared),
    signal,
  );
  return lines
    .map((line, order) => ({ line, order, cosine: cosines[order] ?? 0 }))
    .toSorted((a, b) => b.cosine - a.cosine || a.order - b.order)
    .slice(0, most)
    .map(({ line: { text, from } }) => ({ text, from }));
}

function responsesOf(
  { persona }: PersonaDocument,
  question: string,
  language: string,
): Candidate[] {
  const { typicalResponses } = persona;
  return similarResponses(typicalResponses, question, language, responsesCompared)
    .filter(
      ({ response }) =>
        humourOf(response, language) >= humorousFrom.reply && wordsOf(response).length <= mostWords,
    )
    .map(({ prompt, response }) => ({
      text: response,
      from: `persona.typicalResponses[${prompt}]`,
      compared: prompt,
    }));
}

function sentencesOf({ text, documentId }: SearchResult, language: string): Candidate[] {
  return readableSentences(text, language)
    .filter(
      (one) => humourOf(one, language) >= humorousFrom.sentence && wordsOf(one).length <= mostWords,
    )
    .map((one) => ({ text: one, from: documentId, compared: one }));
}
