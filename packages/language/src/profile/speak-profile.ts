import type { SpeakRequest, SpokenPart } from '../speaker.ts';
import type { Span } from '../extractive/build-spans.ts';
import { phrasesOf } from '../extractive/phrases/phrases.ts';
import { sayDay, sayLanguage, sayMonth } from '../extractive/say-date.ts';
import type { ProfileQuestion } from './profile-question.ts';
import { ageAt, birthIn, birthInstant, birthOf, isMonth, type Birth } from './birth.ts';

/** What the persona's modules alone say to it; null where they say nothing. */
export function speakFromModules({ persona, profile, language }: SpeakRequest): string | null {
  const phrases = phrasesOf(language);
  if (profile?.slot === 'languages') {
    const spoken = persona.persona.voice.languages.map((tag) => sayLanguage(tag, language));
    const last = spoken.at(-1) ?? '';
    return phrases.iSpeak(
      spoken.length < 2 ? last : `${spoken.slice(0, -1).join(', ')} ${phrases.and} ${last}`,
    );
  }
  if (!isOfBirth(profile?.slot)) return null;
  const birth = birthOf(persona);
  return birth === null ? null : sayBirth({ persona, profile, language }, birth);
}

/** Of the birth in the asker's language, with the passage that tells of it; [] where no span does. */
export function speakBirth(request: SpeakRequest, spans: readonly Span[]): SpokenPart[] {
  if (!isOfBirth(request.profile?.slot)) return [];
  for (const span of spans) {
    const told = span.sentences.find((sentence) => birthIn(sentence) !== null);
    const birth = told === undefined ? null : birthIn(told);
    if (birth === null || told === undefined) continue;
    const then = turnedIn(request, birth);
    if (then !== null)
      return [
        { type: 'text', text: then },
        { type: 'cite', n: span.n },
      ];
    const home = span.language === request.language && span.telling === 'own';
    if (home && request.profile?.slot !== 'age') return [];
    const aged = request.profile?.slot === 'age' ? sayAge(request, birth) : '';
    const text = home
      ? told
      : sayBirth(
          { ...request, profile: { slot: 'birthday', of: '' } },
          { ...birth, where: birthOf(request.persona)?.where ?? placeIn(told) },
        );
    return [
      { type: 'text', text },
      { type: 'cite', n: span.n },
      ...(aged === '' ? [] : [{ type: 'text' as const, text: ` ${aged}` }]),
    ];
  }
  return [];
}

/** "I was born … in Ryan, a small town": a month is no place. */
function placeIn(sentence: string): string | null {
  const places = sentence.matchAll(/\bin (?<place>\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*)/gu);
  for (const { groups } of places) {
    const place = groups?.['place'] ?? '';
    if (!isMonth(place)) return place;
  }
  return null;
}

interface Asked extends Pick<SpeakRequest, 'persona' | 'language'> {
  profile?: ProfileQuestion | undefined;
}

function sayBirth(asked: Asked, birth: Birth): string {
  const then = turnedIn(asked, birth);
  if (then !== null) return then;
  const { at, precision } = birthInstant(birth);
  const date = sayDay(at, precision, asked.language);
  const born = phrasesOf(asked.language).born(date, birth.where, precision);
  const aged = asked.profile?.slot === 'age' ? sayAge(asked, birth) : '';
  return aged === '' ? born : `${born} ${aged}`;
}

/** How old it was in the year that is asked for; null where none is, or nothing can be said of it. */
function turnedIn({ profile, language, persona }: Asked, birth: Birth): string | null {
  const { year } = birth;
  if (profile?.slot !== 'age' || profile.of === '') return null;
  const { asOf } = persona.knowledgeLimits;
  // Its birthday of that year it may not have seen.
  if (
    asOf !== undefined &&
    ageAt(birth, asOf) !== null &&
    Number(profile.of) - year > (ageAt(birth, asOf) ?? 0)
  )
    return null;
  const age = Number(profile.of) - year;
  return age > 0 && age < 130 ? phrasesOf(language).turned(age, Number(profile.of)) : null;
}

/** Its age where its knowledge ends: a persona has no today. */
function sayAge(
  { persona, language }: Pick<SpeakRequest, 'persona' | 'language'>,
  birth: Birth,
): string {
  const { asOf } = persona.knowledgeLimits;
  const age = asOf === undefined ? null : ageAt(birth, asOf);
  if (asOf === undefined || age === null) return '';
  return phrasesOf(language).aged(age, sayMonth(asOf, null, language));
}

function isOfBirth(slot: string | undefined): boolean {
  return slot === 'age' || slot === 'birthday' || slot === 'birthplace';
}
