import type { PersonaDocument } from '@personate/contracts';
import type { SpeakRequest } from '../speaker.ts';
import { homeLanguage } from '../detect-language.ts';
import { takesOwnLine } from '../dial/dial.ts';
import { chooseLine, turnSeed } from './choose-line.ts';
import { pronounOf } from './first-person/person-words.ts';
import { toFirstPerson, type Subject } from './first-person/third-to-first.ts';
import { listsAttributes } from './lists-attributes.ts';
import { phrasesOf, type Phrases } from './phrases/phrases.ts';
import { ownLines } from './small-talk.ts';
import { splitSentences, wordsOf } from './split-sentences.ts';

/** What the persona says of itself from its own modules, in the first person; null where they say nothing on it. */
export function introduce(request: SpeakRequest): string | null {
  const { persona, language } = request;
  const phrases = phrasesOf(language);
  switch (request.aspect ?? 'identity') {
    case 'name':
      return phrases.iAm(plainName(persona));
    case 'skills':
      return saySkills(persona, phrases);
    case 'goals': {
      const goals = persona.goals.goals.toSorted((a, b) => a.priority - b.priority).slice(0, 2);
      if (goals.length === 0) return null;
      return goals
        .map(({ goal }) => phrases.careAbout(small(stripped(goal))))
        .slice(0, 1)
        .join(' ');
    }
    case 'traits': {
      const traits = persona.persona.traits.toSorted((a, b) => b.strength - a.strength).slice(0, 3);
      return traits.length === 0
        ? null
        : phrases.traits(
            join(
              traits.map(({ name }) => name),
              phrases,
            ),
          );
    }
    case 'identity':
    case 'timeline':
      return sayIdentity(request, phrases);
  }
}

function sayIdentity(request: SpeakRequest, phrases: Phrases): string {
  const { persona, language } = request;
  const own = ownLines(persona, language, 'who-are-you');
  const seed = turnSeed(request.question, request.history);
  if (own !== null && request.aspect !== 'timeline' && takesOwnLine(request.style, seed)) {
    return chooseLine(own, seed, request.history) ?? phrases.iAm(plainName(persona));
  }
  const home = homeLanguage(persona);
  const named = phrases.iAm(plainName(persona));
  if (language !== home && language !== 'en') return named;
  const told = summaryTold(persona, request.aspect === 'timeline' ? storyLimits : identityLimits);
  const quoted = told.length > 0 ? null : summaryQuoted(persona);
  if (quoted !== null) {
    return `${named} ${phrases.writtenOfMe(quoted, seed)}`;
  }
  const introduced = told.some((sentence) => sentence.includes(plainName(persona)));
  return [...(introduced ? [] : [named]), ...told].join(' ');
}

const identityLimits = { sentences: 2, words: 45 };
const storyLimits = { sentences: 4, words: 60 };
const mostQuoted = 40;

/** The summary's first sentences, as the persona would say them. */
function summaryTold(
  persona: PersonaDocument,
  limits: { sentences: number; words: number },
): string[] {
  const { summary } = persona.persona;
  const subject = subjectOf(persona, summary);
  const told: string[] = [];
  let words = 0;
  for (const sentence of splitSentences(summary, 'en')) {
    if (listsAttributes(sentence)) continue;
    const spoken = /\bI\b/u.test(sentence)
      ? sentence
      : isOnSubject(sentence, subject)
        ? toFirstPerson(sentence, subject)
        : null;
    if (spoken === null) continue;
    words += wordsOf(spoken).length;
    if (told.length >= limits.sentences || (told.length > 0 && words > limits.words)) break;
    told.push(spoken);
  }
  return told;
}

/** It begins with the one that it is about: "nerd who codes her language" cannot be turned by rules. */
function isOnSubject(sentence: string, { names, pronoun }: Subject): boolean {
  if (names.some((name) => sentence.startsWith(name))) return true;
  return (
    pronoun !== null &&
    new RegExp(`^${pronoun === 'she' ? 'She|Her' : 'He|His'}\\b`, 'u').test(sentence)
  );
}

/** What cannot be told in the first person is quoted, one sentence of it. */
function summaryQuoted({ persona }: PersonaDocument): string | null {
  const first = /^.*?[.!?](?=\s|$)/su.exec(persona.summary.trim())?.[0] ?? persona.summary.trim();
  const isSaid = first !== '' && wordsOf(first).length <= mostQuoted && !listsAttributes(first);
  return isSaid ? first : null;
}

function saySkills(persona: PersonaDocument, phrases: Phrases): string | null {
  const { skills } = persona.skills;
  const strong = skills.filter(({ level }) => level !== 'dabbled').slice(0, 4);
  const tried = skills.filter(({ level }) => level === 'dabbled').slice(0, 2);
  const said = [
    ...(strong.length > 0
      ? [
          phrases.bestAt(
            join(
              strong.map(({ skill }) => skill),
              phrases,
            ),
          ),
        ]
      : []),
    ...(tried.length > 0
      ? [
          phrases.alsoTried(
            join(
              tried.map(({ skill }) => skill),
              phrases,
            ),
          ),
        ]
      : []),
  ];
  return said.length === 0 ? null : said.join(' ');
}

/** Names and pronoun by which texts on the persona tell of it. */
export function subjectOf(persona: PersonaDocument, text = ''): Subject {
  const name = plainName(persona);
  const parts = name.split(/\s+/u).filter((part) => /^\p{Lu}\p{L}+$/u.test(part));
  const first = parts[0];
  const last = parts.at(-1);
  return {
    names: [
      ...new Set([
        persona.name,
        ...(last === undefined ? [] : [last]),
        ...(first === undefined ? [] : [first]),
      ]),
    ],
    pronoun: pronounOf(persona.persona.summary) ?? pronounOf(text),
  };
}

function join(items: readonly string[], phrases: Phrases): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${phrases.and} ${items.at(-1) ?? ''}`;
}

function stripped(text: string): string {
  return text.trim().replace(/[.!]+$/u, '');
}

function small(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) && !/^I\b/u.test(text)
    ? text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase())
    : text;
}

/** "Chuck Norris (parody)" → "Chuck Norris". */
export function plainName(persona: PersonaDocument): string {
  return persona.name.replace(/\s*\([^)]*\)\s*$/u, '');
}
