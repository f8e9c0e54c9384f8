import type { PersonaDocument } from '@personate/contracts';
import {
  baseLanguage,
  detectLanguage,
  isPlainlyIn,
  paraphraseProfile,
  profileQuestionOf,
  type About,
  type ChatMessage,
  type Occasion,
  type PersonaAspect,
  type ProfileQuestion,
  tellsOfCrisis,
} from '@personate/language';
import { ageThen, asksAgeJustTold } from './age-then.ts';
import { asksAboutUser, type UserQuestion } from './asks-about-user.ts';
import { detectAspect } from './detect-aspect.ts';
import { anotherOne } from './banter-patterns.ts';
import { detectFeeling, detectOccasion, plainMessage, withoutGreeting } from './detect-occasion.ts';
import { gistOf } from './gist-of.ts';
import { isFormal } from './is-formal.ts';
import { paraphrase } from './paraphrase.ts';
import { inPlainVerbs } from './plain-verbs.ts';
import { selfNames } from './self-names.ts';
import { resolveFollowUp, type Resolved } from './resolve-follow-up.ts';
import { asksAgainIfSynthetic, asksIfSynthetic } from './sincerity/asks-if-synthetic.ts';

export interface Understanding {
  /** As it was written; of a long message its gist. */
  asked: string;
  /** Standing alone. */
  question: string;
  /** BCP 47. */
  language: string;
  /** An everyday question in the words of an answer; null for any other. */
  paraphrase: string | null;
  /** What everybody is asked, and only a sentence of a certain shape answers; null for any other. */
  profile: ProfileQuestion | null;
  followUp: boolean;
  /** Whom or what its pronoun stands for, where that was found. */
  about?: About;
  /** Wants more than the last reply told. */
  more: boolean;
  /** What was told last goes on to answer it. */
  goesOn: boolean;
  /** It is plainly in a language that the persona does not speak. */
  unspoken: boolean;
  /** The asker keeps to "Sie", "usted". */
  formal: boolean;
  /** A feeling that is told beside the question whether anybody is there. */
  also: Occasion | null;
  /** It asks for no knowledge. */
  occasion: Occasion | null;
  /** It asks for one of the persona's own modules. */
  aspect: PersonaAspect | null;
  /** It asks for what this user told. */
  aboutUser: UserQuestion | null;
}

/** Takes the question as it was written, and nothing of the conversation. */
export const takenAlone = (asked: string): Resolved => ({
  question: asked,
  followUp: false,
  more: false,
  goesOn: false,
});

/**
 * What is asked, in which language, and whether it asks for knowledge at all; by rules. Of a long message the gist is
 * read, and all of it where somebody is in need or asks whether anybody is there.
 * @param resolve makes a follow-up stand alone, given the gist of what is asked; by rules unless given.
 */
export function understandQuestion(
  whole: string,
  said: readonly ChatMessage[],
  persona: PersonaDocument,
  resolve?: (asked: string) => Resolved,
): Understanding {
  const asked = gistOf(whole);
  const history = said.map((message) => ({ ...message, content: gistOf(message.content) }));
  const crisis = tellsOfCrisis(whole);
  const sincere = crisis === null ? asksSincerely(whole, history, persona) : null;
  const language = crisis ?? sincere ?? languageOf(asked, history, persona);
  const occasion =
    crisis !== null
      ? 'in-crisis'
      : sincere !== null
        ? 'are-you-real'
        : occasionOf(asked, history, language);
  // "So how old are you?" stands alone, whatever it begins with.
  const alone = occasion !== null || profileQuestionOf(asked, language) !== null;
  const ageTold = occasion === null && asksAgeJustTold(asked, history, language);
  const resolved =
    alone || ageTold
      ? { ...takenAlone(asked), followUp: ageTold }
      : (resolve?.(asked) ?? resolveFollowUp(asked, history, language, selfNames(persona)));
  const profile =
    occasion === null && !ageTold
      ? ageThen(profileQuestionOf(resolved.question, language), asked, history)
      : null;
  const spoken = persona.persona.voice.languages;
  return {
    asked,
    ...resolved,
    question: inPlainVerbs(resolved.question, language),
    language,
    unspoken: !spoken.map(baseLanguage).includes(language) && isPlainlyIn(asked, language, spoken),
    formal: isFormal(asked, history, language),
    also: occasion === 'are-you-real' ? detectFeeling(asked, language) : null,
    profile,
    paraphrase:
      (profile === null ? null : paraphraseProfile(profile)) ??
      paraphrase(resolved.question, language),
    occasion,
    aspect: occasion === null && !resolved.followUp ? detectAspect(asked, language) : null,
    aboutUser: occasion === null ? asksAboutUser(asked, language) : null,
  };
}

/** "Come on, just one!" asks again for what was asked before. */
const pleads =
  /^(?:(?:oh|aw+|but|please|pretty please|come on|c['’]mon|go on|just (?:one|once|a (?:quick|small|little) one|this once|for me|for (?:an?|one|half an?) \p{L}+)|why not|don['’]t be (?:shy|like that)|i (?:insist|beg you)|my treat|on me)[ ,!.]*)+$/iu;

/** "What should I do?", of somebody who has just told of a sorrow. */
const asksWhatToDo =
  /^(?:(?:and|so|but) )?what (?:should|can|do|could|shall|am) i (?:supposed to )?do(?: now| then| about it)*$/iu;
const toldOfSelf: ReadonlySet<string> = new Set(['feeling-low', 'statement']);

/** "Another one" after a joke, or after a laugh at something, asks for a joke. */
function occasionOf(
  asked: string,
  history: readonly ChatMessage[],
  language: string,
): Occasion | null {
  if (asksWhoSpeaks(asked, history)) return null;
  const detected = detectOccasion(asked, language);
  // "Hi, I'm Sofia. I just lost my job and feel rather down."
  const feels = detected === 'statement' ? detectFeeling(asked, language) : null;
  const occasion = feels ?? detected;
  const last = history.findLast(({ role }) => role === 'user')?.content;
  if (last !== undefined && pleads.test(plainMessage(asked))) {
    if (detectOccasion(last, language) === 'invitation') return 'invitation';
  }
  if (occasion === null && last !== undefined && asksWhatToDo.test(plainMessage(asked))) {
    if (toldOfSelf.has(detectOccasion(last, language) ?? '')) return 'feeling-low';
  }
  if (!anotherOne.test(plainMessage(asked))) return occasion;
  const earlier = history.filter(({ role }) => role === 'user').toReversed();
  const wanted = earlier.find(({ content }) => !anotherOne.test(plainMessage(content)));
  if (wanted === undefined) return occasion;
  const before = detectOccasion(wanted.content, language);
  const laughs = before !== null && laughter.test(plainMessage(wanted.content));
  return before === 'joke' || laughs ? 'joke' : occasion;
}

const laughter = /^(?:ha[ -]?){2}|^(?:lol|rofl|lmao)\b|\b(?:funny|hilarious)\b/iu;

/** The first thing that is said asks for a name; after a reply it is doubt. */
const asksWhoSpeaks = (asked: string, history: readonly ChatMessage[]): boolean =>
  history.length === 0 &&
  /^(?:so |and )?who am i (?:talking|speaking|chatting) (?:to|with)$/iu.test(
    withoutGreeting(plainMessage(asked)),
  );

/** In which language it is asked whether there is a person behind the words; null when it is not. */
function asksSincerely(
  asked: string,
  history: readonly ChatMessage[],
  persona: PersonaDocument,
): string | null {
  const names = selfNames(persona);
  if (asksWhoSpeaks(asked, history)) return null;
  return asksIfSynthetic(asked, names) ?? asksAgainIfSynthetic(asked, history, names);
}

/** "And in winter?" says too little to tell its language: the message before it helps. */
function languageOf(
  asked: string,
  history: readonly ChatMessage[],
  persona: PersonaDocument,
): string {
  const home = persona.persona.voice.languages;
  const before = history.findLast(({ role }) => role === 'user')?.content;
  if (before === undefined) return detectLanguage(asked, home);
  const earlier = detectLanguage(before, home);
  return detectLanguage(asked, [earlier, ...home]);
}
