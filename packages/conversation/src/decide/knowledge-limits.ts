import { ownOf, type PersonaDocument } from '@personate/contracts';
import { holdsRun, wordsOf } from '@personate/language';

type Limits = PersonaDocument['knowledgeLimits'];
type Analyse = (text: string, language: string) => string[];

export interface NamedDomains {
  known: boolean;
  unknown: boolean;
}

/** Which of the persona's domains the question names; keywords are compared by their stems, of several words in a row. */
export function namedDomains(
  question: string,
  limits: Limits,
  language: string,
  analyse: Analyse,
): NamedDomains {
  const terms = analyse(question, language);
  const names = (domains: Limits['known']): boolean =>
    domains
      .flatMap(({ keywords }) => keywords)
      .some((keyword) => holdsRun(terms, analyse(keyword, language)));
  return { known: names(limits.known), unknown: names(limits.unknown) };
}

const year =
  /(?<![\d.,])(?:1[0-9]{3}|20[0-9]{2}|21[0-9]{2})(?![\d.,]?\d)(?!\s?(?:m|km|kg|g|metres?|meters?|miles?|feet|euros?|dollars?|pounds?|people|hours?|passages)\b)/gu;

export const yearsIn = (question: string): number[] =>
  [...question.matchAll(year)].map(([text]) => Number(text));

/** Whether the question names a time later than the persona's knowledge. */
export function isAfterKnowledge(question: string, limits: Limits): boolean {
  if (limits.asOf === undefined) return false;
  const asOf = new Date(limits.asOf);
  const years = yearsIn(question);
  if (years.some((named) => named > asOf.getUTCFullYear())) return true;
  if (!years.includes(asOf.getUTCFullYear())) return false;
  const month = monthIn(question);
  return month !== null && month > asOf.getUTCMonth();
}

const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'january|januar|januari|enero',
    'february|februar|februari|febrero',
    'march|märz|mars|marzo',
    'april|abril',
    'mai|maj|mayo',
    'june|juni|junio',
    'july|juli|julio',
    'august|augusti|agosto',
    'september|septiembre',
    'october|oktober|octubre',
    'november|noviembre',
    'december|dezember|diciembre',
  ].flatMap((names, index) => names.split('|').map((name) => [name, index])),
);

function monthIn(question: string): number | null {
  for (const word of wordsOf(question)) {
    const month = ownOf(months, word.toLowerCase());
    if (month !== undefined) return month;
  }
  return /\b(?:in|of) May\b/u.test(question) ? 4 : null;
}
