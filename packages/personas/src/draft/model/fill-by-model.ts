import type { PersonaDocument } from '@personate/contracts';
import { contentWords, sameWord } from '../../words/content-words.ts';
import { isDrafted } from '../fill-life.ts';
import { sorted } from '../life-line.ts';
import type { Add } from '../fill-voice.ts';
import { shortened, type Quote } from '../told/told-item.ts';
import type { ModelRead } from './ask-model.ts';
import type { Excerpt } from './choose-excerpts.ts';
import type { SectionName } from './model-draft.ts';

interface Rest {
  evidence: string[];
  quotes: Quote[];
  confidence: number;
}

/** A model's word on something is worth this with one excerpt, a little more with each other, never more than that. */
const confidences = { one: 0.5, each: 0.08, most: 0.75 };

/** What the model said of character and voice, where nobody wrote it. Own words alone can bear it out. */
export function fillCharacterByModel(document: PersonaDocument, read: ModelRead, add: Add): void {
  const { draft } = read;
  const { persona, goals } = document;
  if (isDrafted(persona.traits)) {
    for (const { name, strength, note, evidence } of draft.traits?.traits ?? []) {
      const rest = resting(read, 'traits', evidence);
      if (rest === undefined || persona.traits.some((trait) => isAlike(trait.name, name))) continue;
      const { quotes, ...kept } = rest;
      const trait = { name: lowered(name), strength: round(strength), note, ...kept };
      persona.traits.push(trait);
      add(`persona.traits[${trait.name}]`, trait, kept.evidence, kept.confidence, {
        quotes,
        from: 'model',
      });
    }
  }
  for (const field of ['register', 'humour'] as const) {
    const said = draft.voice?.[field];
    const rest = said === undefined ? undefined : resting(read, 'voice', said.evidence);
    if (said === undefined || rest === undefined || persona.voice[field] !== undefined) continue;
    persona.voice[field] = said.text;
    add(`persona.voice.${field}`, said.text, rest.evidence, rest.confidence, {
      quotes: rest.quotes,
      from: 'model',
    });
  }
  if (persona.behaviours.length === 0) {
    for (const { text, evidence } of draft.voice?.behaviours ?? []) {
      const rest = resting(read, 'voice', evidence);
      if (rest === undefined || persona.behaviours.includes(text)) continue;
      persona.behaviours.push(text);
      add(`persona.behaviours[${text}]`, text, rest.evidence, rest.confidence, {
        quotes: rest.quotes,
        from: 'model',
      });
    }
  }
  if (isDrafted(goals.goals)) {
    for (const { goal, priority, influence, evidence } of draft.goals?.goals ?? []) {
      const rest = borneOut(read, 'goals', goal, evidence);
      if (rest === undefined || goals.goals.some((other) => isAlike(other.goal, goal))) continue;
      const { quotes, ...kept } = rest;
      const item = { goal: goal.replace(/\.$/u, ''), priority, influence, ...kept };
      goals.goals.push(item);
      add(`goals.goals[${item.goal}]`, item, kept.evidence, kept.confidence, {
        quotes,
        from: 'model',
      });
    }
  }
  const { summary } = draft;
  const rest = summary === undefined ? undefined : resting(read, 'summary', summary.evidence);
  if (summary === undefined || rest === undefined || persona.summary !== '') return;
  persona.summary = summary.summary;
  add('persona.summary', summary.summary, rest.evidence, rest.confidence, {
    quotes: rest.quotes,
    from: 'model',
  });
}

/** What the model said of a life and what was learnt in it, beside what was counted. */
export function fillLifeByModel(document: PersonaDocument, read: ModelRead, add: Add): void {
  const { draft } = read;
  const { persona, skills } = document;
  if (isDrafted(persona.timeline)) {
    for (const { year, what, evidence } of draft.life?.events ?? []) {
      const rest = borneOut(read, 'life', what, evidence);
      if (rest === undefined || !statesYear(read, year, evidence)) continue;
      if (persona.timeline.some((stage) => isAlike(stage.what, what))) continue;
      const { quotes, ...kept } = rest;
      const stage = {
        ...(year === '' ? {} : { from: year }),
        what: what.replace(/\.$/u, ''),
        ...kept,
      };
      persona.timeline.push(stage);
      const name = year === '' ? stage.what : `${year} ${stage.what}`;
      add(`persona.timeline[${name}]`, stage, kept.evidence, kept.confidence, {
        quotes,
        from: 'model',
      });
    }
    persona.timeline = sorted(persona.timeline);
  }
  if (isDrafted(persona.people ?? [])) {
    for (const { role, note, evidence } of draft.life?.people ?? []) {
      const rest = borneOut(read, 'life', role, evidence);
      // A name is no role.
      if (rest === undefined || /\p{Lu}/u.test(role.slice(1))) continue;
      if (persona.people?.some((person) => isAlike(person.role, role)) === true) continue;
      const { quotes, ...kept } = rest;
      const person = { role: lowered(role), note, ...kept };
      (persona.people ??= []).push(person);
      add(`persona.people[${person.role}]`, person, kept.evidence, kept.confidence, {
        quotes,
        from: 'model',
      });
    }
  }
  if (!isDrafted(skills.skills)) return;
  for (const { skill, level, note, evidence } of draft.skills?.skills ?? []) {
    const rest = borneOut(read, 'skills', skill, evidence);
    if (rest === undefined || skills.skills.some((other) => isAlike(other.skill, skill))) continue;
    const { quotes, ...kept } = rest;
    const item = { skill, level, note, keywords: contentWords(skill, 'en'), ...kept };
    skills.skills.push(item);
    add(`skills.skills[${skill}]`, item, kept.evidence, kept.confidence, { quotes, from: 'model' });
  }
}

/** The documents behind the numbers that the model gave; undefined, and said, when it gave none that exists. */
function resting(
  read: ModelRead,
  section: SectionName,
  numbers: readonly number[],
): Rest | undefined {
  const cited = citedBy(read, section, numbers);
  if (cited.length === 0) {
    read.notes.push(
      `Something the model said on ${section} cites no excerpt that there is, and was left out.`,
    );
    return undefined;
  }
  return {
    evidence: [...new Set(cited.map(({ documentId }) => documentId))],
    quotes: cited
      .slice(0, 3)
      .map(({ documentId, text }) => ({ documentId, text: shortened(text) })),
    confidence: round(
      Math.min(confidences.most, confidences.one + confidences.each * (cited.length - 1)),
    ),
  };
}

/** As `resting`, of excerpts that share a word with the claim: a model cites what is near rather than what says it. */
function borneOut(
  read: ModelRead,
  section: SectionName,
  claim: string,
  numbers: readonly number[],
): Rest | undefined {
  const words = contentWords(claim, 'en');
  const sharing = citedBy(read, section, numbers)
    .filter(({ text }) => {
      const said = contentWords(text, 'en');
      return (
        words.length === 0 || words.some((word) => said.some((other) => sameWord(word, other)))
      );
    })
    .map(({ n }) => n);
  if (sharing.length > 0) return resting(read, section, sharing);
  read.notes.push(
    `“${shortened(claim)}” is not in the excerpts that the model cites for it, and was left out.`,
  );
  return undefined;
}

function statesYear(read: ModelRead, year: string, numbers: readonly number[]): boolean {
  if (year === '') return true;
  const wanted = year.slice(0, 4);
  const isThere = citedBy(read, 'life', numbers).some(
    ({ text, day, stance }) =>
      text.includes(wanted) || (stance === 'about' && day?.startsWith(wanted) === true),
  );
  if (!isThere)
    read.notes.push(
      `The year ${wanted} is in no excerpt that the model cites for it; the event was left out.`,
    );
  return isThere;
}

function citedBy(read: ModelRead, section: SectionName, numbers: readonly number[]): Excerpt[] {
  const wanted = new Set(numbers);
  return (read.excerpts[section] ?? []).filter(({ n }) => wanted.has(n));
}

function isAlike(a: string, b: string): boolean {
  if (a.toLowerCase() === b.toLowerCase()) return true;
  const [one, other] = [contentWords(a, 'en'), contentWords(b, 'en')];
  if (one.length === 0 || other.length === 0) return false;
  const shared = one.filter((word) => other.some((each) => sameWord(word, each))).length;
  return shared >= Math.max(1, Math.ceil(0.6 * Math.min(one.length, other.length)));
}

function lowered(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
