import type { PersonaDocument } from '@personate/contracts';
import type { DraftItem, PersonaDraft } from './draft-persona.ts';
import type { Add } from './fill-voice.ts';
import { fillVoice, knowledgeDay } from './fill-voice.ts';
import { summarise } from './summarise-persona.ts';
import type { Survey } from './survey-documents.ts';
import { leastVoiceWords } from './word-voice.ts';

const mostResponses = 60;

/** The current document with what the survey shows filled in where nothing stands. */
export function fillPersona(current: PersonaDocument, survey: Survey): PersonaDraft {
  const document = structuredClone(current);
  const items: DraftItem[] = [];
  const add = (
    path: string,
    value: unknown,
    evidence: readonly string[],
    confidence: number,
  ): void => {
    items.push({ path, value, evidence: [...evidence], confidence: round(confidence) });
  };
  fillVoice(document, survey, add);
  fillResponses(document, survey, add);
  fillLife(document, survey, add);
  fillLimits(document, survey, add);
  const summary =
    document.persona.summary === ''
      ? summarise(document, survey.life.career(), survey.documents.by)
      : '';
  if (summary !== '') {
    document.persona.summary = summary;
    add('persona.summary', summary, [], 0.5);
  }
  return { document, items, notes: notesOn(document, survey) };
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

function fillLife(document: PersonaDocument, survey: Survey, add: Add): void {
  const { persona, skills } = document;
  if (isDrafted(persona.timeline)) {
    const key = ({ from, what }: { from?: string | undefined; what: string }): string =>
      `${from} ${what}`;
    const known = new Set(persona.timeline.map(key));
    const stages = survey.life.timeline().filter((stage) => !known.has(key(stage)));
    persona.timeline = [...persona.timeline, ...stages].toSorted((a, b) =>
      (a.from ?? '~') < (b.from ?? '~') ? -1 : 1,
    );
    for (const stage of stages) {
      const name = stage.from === undefined ? stage.what : `${stage.from} ${stage.what}`;
      add(`persona.timeline[${name}]`, stage, stage.evidence ?? [], stage.confidence ?? 0.5);
    }
  }
  if (isDrafted(skills.skills)) {
    const known = new Set(skills.skills.map(({ skill }) => skill.toLowerCase()));
    for (const skill of survey.life.skills(survey.lastDay)) {
      if (known.has(skill.skill.toLowerCase())) continue;
      skills.skills.push(skill);
      add(`skills.skills[${skill.skill}]`, skill, skill.evidence ?? [], skill.confidence ?? 0.5);
    }
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

/** Empty, or made by drafts alone: what an operator writes carries no evidence. */
function isDrafted(
  list: ReadonlyArray<{ evidence?: string[] | undefined; confidence?: number | undefined }>,
): boolean {
  return list.every(
    ({ evidence, confidence }) => evidence !== undefined && confidence !== undefined,
  );
}

function notesOn(document: PersonaDocument, { documents, voice }: Survey): string[] {
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
    document.persona.traits.length === 0
      ? 'Traits and goals are not drafted by counting: write them.'
      : undefined,
  ].filter((note) => note !== undefined);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
