import { countPersons } from '@personate/knowledge';
import { splitSentences, type SpeakRequest } from '@personate/language';
import { endOfKnowledge } from '@personate/contracts';
import { selfNames } from '../understand/self-names.ts';
import { claimsToBeHuman } from './claims-to-be-human.ts';
import { contradicts, type CanonLine } from './contradicts.ts';
import { coverageOf, Grounds, lacks, moduleTexts } from './grounds.ts';
import { hardFactsOf } from './hard-facts.ts';
import type { JudgeDeps } from './judge-sentence.ts';

/** Sentences of the documents that stand nearest to a text, for whoever asks. */
export type Canon = (text: string, signal: AbortSignal) => Promise<string[]>;

const address = /https?:|www\.|\S@\S/iu;
const mostLines = 60;

/**
 * Whether a sentence that nothing bears out may be said as made up, and is the persona's own from then on: it is on the
 * persona itself, takes up nothing that only the user claims, and contradicts neither documents, modules nor what the
 * persona said before.
 */
export async function mayBeMadeUp(
  deps: JudgeDeps,
  request: SpeakRequest,
  sentence: string,
  canon: Canon,
  signal: AbortSignal,
): Promise<boolean> {
  const { persona, language } = request;
  const { first, second } = countPersons(sentence, language);
  if (first === 0 || second > first) return false;
  if (claimsToBeHuman(sentence) || address.test(sentence)) return false;
  const facts = hardFactsOf(sentence, language);
  const { asOf } = persona.knowledgeLimits;
  const lastYear = asOf === undefined ? Infinity : Number(endOfKnowledge(asOf).slice(0, 4));
  if (facts.numbers.some((number) => /^[12]\d{3}$/u.test(number) && Number(number) > lastYear))
    return false;
  const said = request.history.flatMap(({ role, content }) =>
    role === 'assistant' ? splitSentences(content, language) : [],
  );
  const lines = [
    ...(await canon(sentence, signal)),
    ...said,
    ...moduleTexts(persona),
    ...request.evidence.flatMap(({ text }) => splitSentences(text, language)),
  ];
  if (adoptsClaims(deps, request, facts, lines)) return false;
  const near = await compared(deps, request, sentence, [...new Set(lines)], signal);
  return !contradicts(sentence, near, { language, selfNames: selfNames(persona) });
}

/** A name or a number that the user brought in, and nothing of the persona's holds. */
function adoptsClaims(
  { analyse }: JudgeDeps,
  { asked, history, memories, language }: SpeakRequest,
  facts: ReturnType<typeof hardFactsOf>,
  lines: readonly string[],
): boolean {
  const own = new Grounds(lines, language, analyse);
  const told = new Grounds(
    [
      asked,
      ...history.flatMap(({ role, content }) => (role === 'user' ? [content] : [])),
      ...memories.flatMap(({ text, quote }) => [text, quote]),
    ],
    language,
    analyse,
  );
  const termsOf = (text: string) => analyse(text, language);
  const each = [
    ...facts.names.map((name) => ({ names: [name], numbers: [] })),
    ...facts.numbers.map((number) => ({ names: [], numbers: [number] })),
  ];
  return each.some((fact) => lacks(fact, [own], termsOf) && !lacks(fact, [told], termsOf));
}

async function compared(
  { analyse, similarity }: JudgeDeps,
  { language }: SpeakRequest,
  sentence: string,
  lines: readonly string[],
  signal: AbortSignal,
): Promise<CanonLine[]> {
  const terms = analyse(sentence, language);
  const cosines = await similarity(sentence, lines.slice(0, mostLines), signal);
  return lines.map((text, n) => ({
    text,
    cosine: cosines[n] ?? 0,
    coverage: coverageOf(terms, [new Grounds([text], language, analyse)]).one,
  }));
}
