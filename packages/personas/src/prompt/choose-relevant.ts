import type { PersonaDocument } from '@personate/contracts';
import { contentWords, coverage, sameWord } from '../words/content-words.ts';

type Skill = PersonaDocument['skills']['skills'][number];
type TypicalResponse = PersonaDocument['persona']['typicalResponses'][number];

const mostSkills = 4;
/** Examples that a prompt shows. */
export const shownResponses = 3;
/** Scoring is linear: a persona may have ten thousand mined replies, a question none of them. */
const mostScored = 2_000;

/** Skills that the question names, by their name or a keyword. */
export function relevantSkills(
  skills: readonly Skill[],
  question: string,
  language: string,
): Skill[] {
  const asked = contentWords(question, language);
  return skills
    .filter(({ skill, keywords }) =>
      [skill, ...keywords].some((name) => {
        const words = contentWords(name, language);
        return words.length > 0 && words.every((word) => asked.some((a) => sameWord(a, word)));
      }),
    )
    .slice(0, mostSkills);
}

/** Replies to what is most like the question; the persona's first ones fill up, so that its tone is always shown. */
export function similarResponses(
  responses: readonly TypicalResponse[],
  question: string,
  language: string,
  most = shownResponses,
): TypicalResponse[] {
  const asked = contentWords(question, language);
  const scored = responses.slice(0, mostScored).map((response, order) => ({
    response,
    order,
    score: likeness(asked, contentWords(response.prompt, language)),
  }));
  return scored
    .toSorted((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, most)
    .map(({ response }) => response);
}

function likeness(asked: readonly string[], words: readonly string[]): number {
  const both = coverage(asked, words) + coverage(words, asked);
  return both === 0 ? 0 : (2 * coverage(asked, words) * coverage(words, asked)) / both;
}
