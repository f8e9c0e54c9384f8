import type { PersonaDocument } from '@personate/contracts';
import { avoidedWords } from './avoided-words.ts';
import { favouriteWords } from './favourite-words.ts';
import type { Phrase } from './recurring-phrases.ts';
import type { Survey } from './survey-documents.ts';
import type { Quote } from './told/told-item.ts';
import { leastVoiceWords, wordVoice } from './word-voice.ts';

/** A language counts as spoken from this share of the own words. */
const leastLanguageShare = 0.1;
/** From this share of more or fewer own words on, the voice is measured anew: what a note moves is no news. */
const leastMoreShare = 0.1;
/** Among the measures: the knowledge date that the draft set, as days since 1970. */
export const knowledgeDay = 'knowledgeDay';

/** Notes down one thing that the draft adds. */
export type Add = (
  path: string,
  value: unknown,
  evidence: readonly string[],
  confidence: number,
  more?: { quotes?: readonly Quote[]; basis?: string; from?: 'counting' | 'model' },
) => void;

/** How it sounds, where the document does not say it. */
export function fillVoice(document: PersonaDocument, survey: Survey, add: Add): void {
  const { voice } = document.persona;
  const measured = survey.voice.measures(survey.own);
  // The more own words, the surer: 0.5 at 2,000, 0.9 at 7,000.
  const confidence = 1 - Math.exp(-(measured['words'] ?? 0) / 3_000);
  if ((measured['words'] ?? 0) > 0 && !isAsMeasured(voice.measured, measured)) {
    const kept = voice.measured?.[knowledgeDay];
    voice.measured = { ...measured, ...(kept === undefined ? {} : { [knowledgeDay]: kept }) };
    add('persona.voice.measured', measured, [], confidence);
  }
  const { behaviours, ...worded } = wordVoice(measured);
  for (const field of ['register', 'rhythm', 'humour'] as const) {
    const text = worded[field];
    if (voice[field] !== undefined || text === undefined) continue;
    voice[field] = text;
    add(`persona.voice.${field}`, text, [], confidence);
  }
  if (document.persona.behaviours.length === 0) {
    document.persona.behaviours = behaviours;
    for (const text of behaviours) add(`persona.behaviours[${text}]`, text, [], confidence);
  }
  fillWords(document, survey, add, confidence);
}

/** Whether what was measured before still holds: of about as many words, and of the same measures. */
function isAsMeasured(
  before: Readonly<Record<string, number>> | undefined,
  now: Readonly<Record<string, number>>,
): boolean {
  if (before === undefined) return false;
  const [known = 0, words = 0] = [before['words'], now['words']];
  const isMeasured = Object.keys(now).every((name) => before[name] !== undefined);
  return isMeasured && Math.abs(words - known) < leastMoreShare * Math.max(known, words);
}

function fillWords(document: PersonaDocument, survey: Survey, add: Add, confidence: number): void {
  const { voice } = document.persona;
  if (voice.favouriteWords.length === 0) {
    voice.favouriteWords = favouriteWords(survey.ownPublic, survey.others);
    if (voice.favouriteWords.length > 0) {
      add('persona.voice.favouriteWords', voice.favouriteWords, [], confidence * 0.8);
    }
  }
  if (voice.neverSays.length === 0) {
    const avoided = avoidedWords(survey.own, survey.others);
    voice.neverSays = avoided.map(({ word }) => word);
    for (const { word, expected } of avoided) {
      add(`persona.voice.neverSays[${word}]`, word, [], confidence * 0.7, {
        basis: `Not once in ${survey.own.total('en')} own words; about ${expected} times would be usual.`,
      });
    }
  }
  const phrases: Record<'openings' | 'greetings' | 'closings', Phrase[]> = {
    openings: survey.phrases.openings(),
    greetings: survey.phrases.greetings(),
    closings: survey.phrases.closings(),
  };
  for (const field of ['openings', 'greetings', 'closings'] as const) {
    if (voice[field].length > 0 || phrases[field].length === 0) continue;
    voice[field] = phrases[field].map(({ text }) => text);
    for (const { text, evidence, uses } of phrases[field]) {
      add(`persona.voice.${field}[${text}]`, text, evidence, Math.min(0.9, 0.4 + uses / 20));
    }
  }
  const languages = spokenLanguages(survey);
  // `[en]` is what the schema fills in; only then, or to name one more, does the measure speak.
  const isDefault = voice.languages.length === 0 || voice.languages.join() === 'en';
  if (isDefault && languages.length > 0 && languages.join() !== voice.languages.join()) {
    voice.languages = languages;
    add('persona.voice.languages', languages, [], confidence);
  }
}

function spokenLanguages(survey: Survey): string[] {
  const languages = survey.own.languages().filter((language) => language !== 'und');
  const all = languages.reduce((sum, language) => sum + survey.own.total(language), 0);
  if (all < leastVoiceWords) return [];
  return languages.filter((language) => survey.own.total(language) / all >= leastLanguageShare);
}
