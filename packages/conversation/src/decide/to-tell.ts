import type { PersonaDocument } from '@personate/contracts';
import { detectLanguage, homeLanguage, type Touches } from '@personate/language';
import type { Recalled } from '../recall-evidence.ts';

/** Of what was found, what may be told in this language. */
export function toTell(
  found: Recalled['results'],
  persona: PersonaDocument,
  touches: Touches | null,
  language: string,
): Recalled['results'] {
  const readable = language === 'en' ? found : inTheirTongue(found, persona, language);
  return touches === null ? readable : withoutTopics(readable, touches, language);
}

/** What it must not touch is not told, and no model reads it. */
export function withoutTopics(
  found: Recalled['results'],
  touches: Touches,
  language: string,
): Recalled['results'] {
  return found
    .filter(
      ({ text, title, headings = [] }) =>
        !touches([title ?? '', ...headings, text].join('\n'), language),
    )
    .map((passage) => ({
      ...passage,
      context: passage.context.filter(({ text }) => !touches(text, language)),
    }));
}

/** A question of German is answered from German, or from the language that the persona writes: never from a third one. */
function inTheirTongue<R extends { text: string }>(
  found: readonly R[],
  persona: PersonaDocument,
  language: string,
): R[] {
  const home = homeLanguage(persona);
  return found.filter((result) => [language, home].includes(languageIn(result, persona)));
}

export function languageIn({ text }: { text: string }, persona: PersonaDocument): string {
  return detectLanguage(text, persona.persona.voice.languages);
}
