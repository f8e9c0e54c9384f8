import type { PersonaDocument } from '@personate/contracts';
import type { DraftItem, PersonaDraft } from './draft-persona.ts';
import { fillCharacter } from './fill-character.ts';
import { fillLife, isDrafted } from './fill-life.ts';
import type { Add } from './fill-voice.ts';
import { fillVoice, knowledgeDay } from './fill-voice.ts';
import { careerConfidence } from './life-line.ts';
import { summarise } from './summarise-persona.ts';
import type { Survey } from './survey-documents.ts';
import type { ModelRead } from './model/ask-model.ts';
import { fillCharacterByModel, fillLifeByModel } from './model/fill-by-model.ts';
import { openTeller, type Teller } from './told/teller.ts';
import { leastTemperamentWords } from './temperament/big-five.ts';
import { leastVoiceWords, wordVoice } from './word-voice.ts';

const mostResponses = 60;

/** The current document with what the survey shows, and what a model read, filled in where nothing stands. */
export function fillPersona(
  current: PersonaDocument,
  survey: Survey,
  read?: ModelRead,
): PersonaDraft {
  const document = structuredClone(current);
  const items: DraftItem[] = [];
  const add = (
    path: string,
    value: unknown,
    evidence: readonly string[],
    confidence: number,
    { quotes = [], basis, from = 'counting' }: Parameters<Add>[4] = {},
  ): void => {
    items.push({
      path,
      value,
      evidence: [...evidence],
      quotes: [...quotes],
      confidence: round(confidence),
      from,
      ...(basis === undefined ? {} : { basis }),
    });
  };
  const told = { sentences: survey.told.sentences(), teller: tellerOf(current.name, survey) };
  if (read !== undefined) {
    clearCounted(document, survey);
    fillCharacterByModel(document, read, add);
  }
  fillVoice(document, survey, add);
  fillResponses(document, survey, add);
  fillCharacter(document, survey, told, add);
  fillLife(document, survey, told, add);
  if (read !== undefined) fillLifeByModel(document, read, add);
  fillLimits(document, survey, add);
  const career = survey.life.career();
  const before = document.persona.summary;
  const isOurs = before === current.persona.summary && isDraftedSummary(current, survey);
  const mayDraft = before === '' || isOurs;
  const summary = mayDraft ? summarise(document, career, survey.documents.by) : '';
  if (summary !== '' && summary !== before) {
    document.persona.summary = summary;
    const evidence = new Set(career.flatMap((stage) => stage.evidence ?? []));
    add('persona.summary', summary, [...evidence], 0.5);
  }
  const older = olderThanDocuments(current, document, items);
  return {
    document,
    items,
    notes: [...notesOn(document, survey), ...older, ...(read?.notes ?? [])],
  };
}

/** As an earlier draft worded it, from the career entries that the time line still has and the domains. */
function isDraftedSummary(current: PersonaDocument, { documents }: Survey): boolean {
  const career = current.persona.timeline.filter(
    ({ evidence, confidence }) => evidence !== undefined && confidence === careerConfidence,
  );
  return [documents.by, 0].some(
    (own) => summarise(current, career, own) === current.persona.summary,
  );
}

/** A newer note may tell of a new job in words that no rule reads: the summary is not to look as new as the knowledge. */
function olderThanDocuments(
  current: PersonaDocument,
  next: PersonaDocument,
  items: readonly DraftItem[],
): string[] {
  const [before, after] = [current.knowledgeLimits.asOf, next.knowledgeLimits.asOf];
  if (before === undefined || after === undefined || before >= after) return [];
  const { summary, timeline } = current.persona;
  if (summary === '' && timeline.length === 0) return [];
  const isTold = items.some(({ path }) => /^persona\.(?:summary|timeline)/u.test(path));
  return isTold
    ? []
    : [
        `Newer documents (to ${after}) change neither the summary nor the life line. If they tell of a new job, home or the like, bring both up to date yourself.`,
      ];
}

/** What an earlier draft counted makes way for what a model read; what differs from it was written by somebody. */
function clearCounted({ persona, ...rest }: PersonaDocument, survey: Survey): void {
  const { behaviours, register, humour } = wordVoice(survey.voice.measures(survey.own));
  if (persona.voice.register === register) delete persona.voice.register;
  if (persona.voice.humour === humour) delete persona.voice.humour;
  if (persona.behaviours.join('\n') === behaviours.join('\n')) persona.behaviours = [];
  const summary = summarise({ persona, ...rest }, survey.life.career(), survey.documents.by);
  if (persona.summary === summary) persona.summary = '';
}

function fillResponses(document: PersonaDocument, survey: Survey, add: Add): void {
  const { persona } = document;
  if (!isDrafted(persona.typicalResponses)) return;
  const known = new Set(persona.typicalResponses.map(({ prompt }) => prompt));
  for (const { prompt, response, evidence } of survey.replies.pairs()) {
    if (known.has(prompt) || persona.typicalResponses.length >= mostResponses) continue;
    const item = { prompt, response, evidence: [...evidence], confidence: 0.7 };
    persona.typicalResponses.push(item);
    add(`persona.typicalResponses[${prompt}]`, item, evidence, 0.7);
  }
}

function fillLimits(document: PersonaDocument, survey: Survey, add: Add): void {
  const limits = document.knowledgeLimits;
  if (limits.known.length === 0) {
    const domains = survey.domains.domains(survey.names);
    limits.known = domains.map(({ domain, keywords }) => ({ domain, keywords }));
    for (const { domain, keywords, evidence, share } of domains) {
      add(
        `knowledgeLimits.known[${domain}]`,
        { domain, keywords },
        evidence,
        Math.min(0.9, 0.4 + 5 * share),
      );
    }
  }
  const { lastDay } = survey;
  if (lastDay === undefined) return;
  const measured = document.persona.voice.measured;
  const drafted = measured?.[knowledgeDay];
  // A date that an earlier draft set moves on with the documents, else later ones would never be known.
  const isOurs =
    limits.asOf === undefined || (drafted !== undefined && limits.asOf === dayText(drafted));
  if (!isOurs) return;
  if (limits.asOf !== lastDay) {
    limits.asOf = lastDay;
    add('knowledgeLimits.asOf', lastDay, [], 0.8);
  }
  document.persona.voice.measured = {
    ...measured,
    [knowledgeDay]: Date.parse(lastDay) / 86_400_000,
  };
}

function dayText(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}

function notesOn(document: PersonaDocument, { documents, voice, categories }: Survey): string[] {
  const total = documents.by + documents.about + documents.to;
  return [
    `Drafted from ${total} documents: ${documents.by} in their own words, ${documents.about} about them, ${documents.to} addressed to them.`,
    voice.words < leastVoiceWords
      ? `Voice was not described: ${voice.words} own words, ${leastVoiceWords} are needed.`
      : undefined,
    document.persona.typicalResponses.length === 0
      ? 'No typical responses: no thread has a message of somebody else followed by their reply.'
      : undefined,
    document.persona.timeline.length === 0
      ? 'No life time line: no career entries and no dated history.'
      : undefined,
    categories.words < leastTemperamentWords
      ? `Temperament was not estimated: ${categories.words} own English words, ${leastTemperamentWords} are needed.`
      : undefined,
    document.persona.traits.length === 0
      ? 'No traits: nothing in their own words says or clearly shows one. Write them.'
      : undefined,
    document.goals.goals.length === 0
      ? 'No goals: nobody says what they want. Write them.'
      : undefined,
  ].filter((note) => note !== undefined);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The words of its name that texts may call it by. */
function tellerOf(name: string, survey: Survey): Teller {
  const plain = name.replace(/\s*\([^)]*\)\s*$/u, '');
  const names = plain.split(/\s+/u).filter((part) => /^\p{Lu}\p{L}+$/u.test(part));
  return openTeller(new Set(names), survey.told.pronoun());
}
