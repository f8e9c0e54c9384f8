import type { PersonaDocument } from '@personate/contracts';
import { contentWords, sameWord } from '../words/content-words.ts';
import type { Add } from './fill-voice.ts';
import { sorted } from './life-line.ts';
import type { Survey } from './survey-documents.ts';
import { eventsTold, type StageTold } from './told/events-told.ts';
import { peopleTold } from './told/people-told.ts';
import type { PooledSentence } from './told/sentence-pool.ts';
import { skillsTold, type SkillTold } from './told/skills-told.ts';
import { evidenceOf } from './told/told-item.ts';
import type { Teller } from './told/teller.ts';

type Skill = PersonaDocument['skills']['skills'][number];
type Stage = PersonaDocument['persona']['timeline'][number];

/** Fewer events than these that texts tell, and dated notes are taken by their titles too. */
const fewEvents = 4;
const mostSkills = 40;

/** Stages, people and skills of a life, where nobody wrote them. */
export function fillLife(
  document: PersonaDocument,
  survey: Survey,
  told: { sentences: readonly PooledSentence[]; teller: Teller },
  add: Add,
): void {
  if (isDrafted(document.persona.timeline)) fillTimeline(document, survey, told, add);
  if (isDrafted(document.persona.people ?? [])) fillPeople(document, told, add);
  if (isDrafted(document.skills.skills)) fillSkills(document, survey, told, add);
}

/** Empty, or made by drafts alone: what an operator writes carries no evidence. */
export function isDrafted(
  list: ReadonlyArray<{ evidence?: string[] | undefined; confidence?: number | undefined }>,
): boolean {
  return list.every(
    ({ evidence, confidence }) => evidence !== undefined && confidence !== undefined,
  );
}

function fillTimeline(
  document: PersonaDocument,
  survey: Survey,
  { sentences, teller }: { sentences: readonly PooledSentence[]; teller: Teller },
  add: Add,
): void {
  const { persona } = document;
  const key = ({ from, what }: Stage): string => `${from} ${what}`;
  const known = new Set(persona.timeline.map(key));
  const career = survey.life.career();
  const events: Array<Stage | StageTold> = eventsTold(sentences, teller).filter(
    (event) => !career.some((stage) => isSame(event, stage)),
  );
  if (events.length < fewEvents) events.push(...survey.life.events());
  const stages = [...career, ...events].filter((stage) => {
    const isNew = !known.has(key(stage));
    known.add(key(stage));
    return isNew;
  });
  for (const stage of stages) {
    const { quotes, ...item } = { quotes: [], ...stage };
    persona.timeline.push(item);
    const name = stage.from === undefined ? stage.what : `${stage.from} ${stage.what}`;
    add(`persona.timeline[${name}]`, item, stage.evidence ?? [], stage.confidence ?? 0.5, {
      quotes,
    });
  }
  if (stages.length > 0) persona.timeline = sorted(persona.timeline);
}

/** An event that a career entry tells as well. */
function isSame(event: Stage, stage: Stage): boolean {
  if (event.from?.slice(0, 4) !== stage.from?.slice(0, 4)) return false;
  const words = contentWords(stage.what, 'en');
  return contentWords(event.what, 'en').some((word) =>
    words.some((other) => sameWord(word, other)),
  );
}

function fillPeople(
  document: PersonaDocument,
  { sentences, teller }: { sentences: readonly PooledSentence[]; teller: Teller },
  add: Add,
): void {
  const known = new Set(document.persona.people?.map(({ role }) => role));
  for (const { quotes, ...person } of peopleTold(sentences, teller)) {
    if (known.has(person.role)) continue;
    (document.persona.people ??= []).push(person);
    add(`persona.people[${person.role}]`, person, person.evidence, person.confidence, { quotes });
  }
}

function fillSkills(
  document: PersonaDocument,
  survey: Survey,
  { sentences, teller }: { sentences: readonly PooledSentence[]; teller: Teller },
  add: Add,
): void {
  const { skills } = document.skills;
  const found: SkillTold[] = survey.life
    .skills(survey.lastDay)
    .map((skill, _, all) => borneOut(skill, { all, sentences }));
  for (const skill of skillsTold(sentences, teller)) {
    if (!found.some((other) => isSameSkill(skill.skill, other.skill))) found.push(skill);
  }
  for (const { quotes, ...skill } of found) {
    if (skills.length >= mostSkills) return;
    if (skills.some((other) => other.skill.toLowerCase() === skill.skill.toLowerCase())) continue;
    skills.push(skill);
    add(`skills.skills[${skill.skill}]`, skill, skill.evidence ?? [], skill.confidence ?? 0.5, {
      quotes,
      ...(skill.note === undefined ? {} : { basis: skill.note }),
    });
  }
}

const levels = ['dabbled', 'practised', 'professional', 'expert', 'world-class'] as const;
const mostBearing = 6;

/** A skill that is merely listed gains by own texts that are on it, and by a trade that it belongs to. */
function borneOut(
  skill: Skill,
  { all, sentences }: { all: readonly Skill[]; sentences: readonly PooledSentence[] },
): SkillTold {
  const words = contentWords(skill.skill, 'en');
  if (skill.note !== undefined || words.length === 0) return { ...skill, quotes: [] };
  const stems = words.map((word) => word.slice(0, 4));
  const bearing = sentences.filter(
    ({ stance, text }) =>
      stance === 'by' &&
      stems.every((stem) => text.toLowerCase().includes(stem)) &&
      words.every((word) => contentWords(text, 'en').some((other) => sameWord(word, other))),
  );
  const trade = all
    .filter(({ note, keywords }) => note !== undefined && shares(words, keywords))
    .toSorted((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level))[0];
  const { evidence, quotes } = evidenceOf(bearing.slice(0, 20));
  return {
    ...skill,
    level: trade?.level ?? skill.level,
    evidence: [...(skill.evidence ?? []), ...evidence].slice(0, mostBearing),
    confidence: Math.min(
      0.75,
      (skill.confidence ?? 0.4) + 0.05 * evidence.length + (trade === undefined ? 0 : 0.1),
    ),
    quotes,
  };
}

function shares(words: readonly string[], others: readonly string[]): boolean {
  const shared = others.filter((word) => words.some((other) => sameWord(word, other))).length;
  return shared > 0 && shared === Math.min(words.length, others.length);
}

function isSameSkill(a: string, b: string): boolean {
  const [one, other] = [contentWords(a, 'en'), contentWords(b, 'en')];
  const shared = one.filter((word) => other.some((each) => sameWord(word, each))).length;
  return shared > 0 && shared === Math.min(one.length, other.length);
}
