import type { SpeakRequest } from '../speaker.ts';
import { otherQuestionOf, type OtherQuestion } from '../profile/other-question.ts';
import { otherFit, tellsSlot } from '../profile/other-shape.ts';
import type { Span } from './build-spans.ts';
import { toFirstPerson } from './first-person/third-to-first.ts';
import { subjectOf } from './introduce.ts';
import type { Relevance } from './judge-sentences.ts';
import { rankSpans } from './rank-spans.ts';
import { splitSentences } from './split-sentences.ts';

/** A sentence that says what somebody is to the persona: see `otherFit`. */
const roleFit = 3;

/** Its own words on them, or a span, which may have been said before. */
type OfOther = { line: string } | { span: Span; again: boolean };

/** Of somebody in the persona's life: who that is, when they were born, whether they are married. */
export async function ofOther(
  spans: readonly Span[],
  request: SpeakRequest,
  { relevance, heard }: { relevance: Relevance; heard: (sentence: string) => boolean },
  signal: AbortSignal,
): Promise<OfOther | null> {
  const other = otherQuestionOf(request.question, request.language);
  if (other === null || request.about?.person === false) return null;
  const fits = spans
    .filter((span) => span.telling === 'own' && isOfThatName(span, other))
    .map((span) => ({ span, fit: otherFit(span.sentences[0] ?? '', other) }));
  const best = Math.max(0, ...fits.map(({ fit }) => fit));
  const own = other.slot === 'who' && best < roleFit ? ofSummary(request, other) : null;
  if (own !== null && !heard(own)) return { line: own };
  if (best === 0) return null;
  const fitting = fits.filter(({ fit }) => fit === best).map(({ span }) => span);
  const ranked = await rankSpans(fitting, request, relevance, signal);
  const [nearest] = ranked.length > 0 ? ranked : fitting;
  if (nearest === undefined) return null;
  const first = /^(?:and |but |so )?when\b/iu.test(request.question)
    ? (withItsDate(nearest, spans, other) ?? nearest)
    : nearest;
  const again = first.sentences.some(heard);
  const told = again ? { ...first, sentences: first.sentences.slice(0, 1) } : first;
  return { span: told, again };
}

/** "William Frend": a text without that surname calls another one William. */
function isOfThatName(
  { evidence }: Span,
  { names: [surname = '', ...others] }: OtherQuestion,
): boolean {
  if (others.length === 0 || !/^\p{Lu}/u.test(surname)) return true;
  return `${evidence.title ?? ''} ${evidence.text}`.includes(surname);
}

/** "I was told of the death of my father": its text may say when, under the name by which others call him. */
function withItsDate(told: Span, spans: readonly Span[], { slot }: OtherQuestion): Span | null {
  if (holdsDate(told)) return told;
  return (
    spans.find(
      (span) =>
        span.evidence.passageId === told.evidence.passageId &&
        span.telling === 'own' &&
        span.sentences.length === 1 &&
        holdsDate(span) &&
        tellsSlot(span.sentences[0] ?? '', slot),
    ) ?? null
  );
}

const holdsDate = ({ sentences: [first = ''] }: Span): boolean => /\d{4}/u.test(first);

/** What the persona's own summary says of them, as it would say it. */
function ofSummary({ persona }: SpeakRequest, other: OtherQuestion): string | null {
  const { summary } = persona.persona;
  const told = splitSentences(summary, 'en').map((sentence) =>
    toFirstPerson(sentence, subjectOf(persona, summary)),
  );
  return (
    told.find((sentence) => sentence !== null && otherFit(sentence, other) === roleFit) ?? null
  );
}
