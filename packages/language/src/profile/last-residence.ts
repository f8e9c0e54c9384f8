import type { Span } from '../extractive/build-spans.ts';
import { holdsProfile } from './profile-shape.ts';

const ofThePast =
  /(?<!\p{L})(?:did|were|was|as a|child|young|hast|hattest|wohntest|lebtest|bodde|vivías|viviste)(?!\p{L})/iu;
const ofNow =
  /(?<!\p{L})(?:(?:i|we)(?: (?:now|still|have|both|all))* (?:live|living|reside|dwell)|(?:ich|wir) (?:wohnen?|leben?)|(?:jag|vi) bor|viv(?:o|imos)|(?:home|house|cottage|flat) (?:is|stands|lies)|(?:am|['’]m|are|['’]re) (?:based|at home))(?!\p{L})/iu;
const residence = { slot: 'residence', of: '' } as const;

/**
 * When the last home was told of, where somebody of another time is asked where they live and tells only where they
 * lived; null where one is told of as present, or where the past is asked for.
 */
export function lastResidence(spans: readonly Span[], question: string): string | null {
  if (ofThePast.test(question)) return null;
  const told = spans.filter(({ sentences }) => holdsProfile(sentences[0] ?? '', residence));
  if (told.some(({ sentences }) => ofNow.test(sentences[0] ?? ''))) return null;
  const dates = told.flatMap(({ evidence }) => (evidence.at === null ? [] : [evidence.at]));
  return dates.length === 0 ? null : dates.reduce((a, b) => (a > b ? a : b));
}
