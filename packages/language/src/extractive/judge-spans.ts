import type { Span } from './build-spans.ts';
import { pronounOf } from './first-person/person-words.ts';
import { byName, byPronoun, type Called } from './in-third-person.ts';
import { plainName } from './introduce.ts';
import { judgeSentences, type Asked, type Judgement, type Relevance } from './judge-sentences.ts';

const nothing: Judgement = { score: 0, held: new Set(), similarity: 0 };

/**
 * Judges each span's sentences as they stand in the passage: those were embedded when it was ingested. What others
 * wrote on the persona is compared with the question put about it, by its name or by a pronoun, as the sentence calls
 * it: on probes that finds more than the sentence put in the first person does.
 */
export async function judgeSpans(
  spans: readonly Span[],
  asked: Asked,
  relevance: Relevance,
  signal: AbortSignal,
): Promise<(span: Span) => Judgement[]> {
  const isAbout = ({ evidence, language }: Span): boolean =>
    evidence.stance === 'about' && language === 'en' && asked.language === 'en';
  // What others wrote in another language is judged as it will be spoken.
  const textsOf = (span: Span): string[] =>
    span.evidence.stance === 'about' && !isAbout(span) ? span.sentences : span.originals;
  const name = plainName(asked.persona);
  const [first = name, ...others] = name.split(/\s+/u);
  const gender = pronounOf(asked.persona.persona.summary);
  const isNamed = (text: string): boolean =>
    gender === null || [first, ...others].some((part) => text.includes(part));
  const judge = (texts: readonly string[], called?: Called): Promise<Map<string, Judgement>> =>
    judgeSentences(texts, called === undefined ? asked : { ...asked, called }, relevance, signal);
  const about = spans.filter(isAbout).flatMap(textsOf);
  const own = await judge(spans.filter((span) => !isAbout(span)).flatMap(textsOf));
  const named = await judge(about.filter(isNamed), byName(first));
  const unnamed = await judge(
    about.filter((text) => !isNamed(text)),
    byPronoun(gender ?? 'they'),
  );
  return (span) =>
    textsOf(span).map((text) => {
      const of = !isAbout(span) ? own : isNamed(text) ? named : unnamed;
      return of.get(text) ?? nothing;
    });
}
