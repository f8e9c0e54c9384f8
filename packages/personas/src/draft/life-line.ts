import type { Document, PersonaDocument } from '@personate/contracts';
import { spread } from './spread.ts';
import { capital } from './told/teller.ts';
import { sayField } from './plain-english.ts';
import { contentWords } from '../words/content-words.ts';
import { splitSentences } from '../words/split-words.ts';

type Stage = PersonaDocument['persona']['timeline'][number];
type Skill = PersonaDocument['skills']['skills'][number];

/** Words of a job's title that name no field. */
const ranks = new Set(
  'senior junior lead leader head chief deputy assistant associate owner founder co-founder manager director later former intern trainee principal staff member'.split(
    ' ',
  ),
);

interface Span {
  from: string | undefined;
  to: string | undefined;
}

/** Of a career entry: it was stated, not read out of a text. */
export const careerConfidence = 0.9;
const mostStages = 60;
const mostEvents = 20;
const mostSkills = 40;

/** Stages of a life and what was learnt in it, from career entries and dated history. */
export class LifeLine {
  readonly #stages: Stage[] = [];
  readonly #events: Stage[] = [];
  readonly #roles = new Map<string, { skill: string; spans: Span[]; evidence: string[] }>();
  readonly #named = new Map<string, Skill>();

  add(document: Document): void {
    const facts = document.facts ?? {};
    const stage = document.kind === 'career' ? careerStage(facts, document.externalId) : undefined;
    if (stage !== undefined) {
      if (this.#stages.length < 2_000) this.#stages.push(stage);
      if (facts['role'] !== undefined) this.#role(facts['role'], facts, document.externalId);
    }
    for (const skill of skillNames(facts)) this.#skill(skill, document.externalId);
    if (stage === undefined && document.kind === 'history' && this.#events.length < 2_000) {
      const event = historyEvent(document);
      if (event !== undefined) this.#events.push(event);
    }
  }

  /** Dated notes on that life by their titles, evenly chosen over the time. */
  events(): Stage[] {
    return spread(sorted(this.#events), mostEvents);
  }

  /** Jobs and studies, in order of time. */
  career(): Stage[] {
    return spread(sorted(this.#stages), mostStages);
  }

  /** @param until ISO day: an entry without an end has lasted until then. */
  skills(until: string | undefined): Skill[] {
    const roles = [...this.#roles.values()].map(({ skill, spans, evidence }): Skill => {
      const months = spans.reduce((sum, span) => sum + monthsOf(span, until), 0);
      return {
        skill,
        level: levelOf(months),
        ...(months < 1 ? {} : { note: `${lengthText(months)} of it as work.` }),
        keywords: contentWords(skill, 'en').filter((word) => !ranks.has(word)),
        evidence: evidence.toSorted().slice(0, 5),
        confidence: months < 1 ? 0.5 : 0.8,
      };
    });
    const known = new Set(roles.map(({ skill }) => skill.toLowerCase()));
    const named = [...this.#named.values()].filter(({ skill }) => !known.has(skill.toLowerCase()));
    return [...roles, ...named]
      .toSorted((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0) || (a.skill < b.skill ? -1 : 1))
      .slice(0, mostSkills);
  }

  #role(role: string, facts: Record<string, string>, externalId: string): void {
    const trade = tradeOf(role);
    if (trade === undefined) return;
    const key = trade.toLowerCase();
    const entry = this.#roles.get(key) ?? { skill: trade, spans: [], evidence: [] };
    entry.spans.push({ from: facts['from'], to: facts['to'] });
    entry.evidence.push(externalId);
    if (this.#roles.size < 1_000) this.#roles.set(key, entry);
  }

  #skill(skill: string, externalId: string): void {
    if (this.#named.size >= 1_000) return;
    // A skill that is only named says nothing of its level: the modest one, with little confidence.
    this.#named.set(skill.toLowerCase(), {
      skill,
      level: 'practised',
      keywords: [],
      evidence: [externalId],
      confidence: 0.4,
    });
  }
}

/** "Senior Acoustics Technician" and "Owner and Boat Builder" → the trade itself; undefined for a mere rank. */
function tradeOf(role: string): string | undefined {
  const kept = role
    .split(/,| and | & | \/ /u)
    .map((part) =>
      part
        .trim()
        .split(/\s+/u)
        .filter((word) => !ranks.has(word.toLowerCase()))
        .join(' '),
    )
    .filter(
      (part) =>
        !/^(?:technical|general|managing|of|)$/iu.test(part) &&
        !/^(?:foreman|partner)$/iu.test(part),
    );
  const [trade] = kept;
  return trade === undefined ? undefined : capital(sayField(trade));
}

function careerStage(facts: Record<string, string>, externalId: string): Stage | undefined {
  const { employer, role, school, degree, field, organisation, location, from, to } = facts;
  const place = employer ?? organisation;
  const studied = [degree, field].filter((part) => part !== undefined).join(', ');
  const what =
    school !== undefined
      ? `${studied === '' ? 'Studied' : `Studied ${studied}`} at ${school}`
      : role !== undefined && place !== undefined
        ? `${role} at ${place}`
        : role;
  if (what === undefined) return undefined;
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    what,
    ...(location === undefined ? {} : { where: location }),
    evidence: [externalId],
    confidence: careerConfidence,
  };
}

/** A dated note about the past, by its title or its first sentence. */
function historyEvent(document: Document): Stage | undefined {
  // One's own note has the date of its writing, not of what it tells.
  if (document.at === undefined || document.stance !== 'about') return undefined;
  const length = { year: 4, month: 7, day: 10, minute: 10, second: 10 };
  const what = document.title ?? splitSentences(document.text, document.language)[0] ?? '';
  if (what === '' || what.length > 160) return undefined;
  return {
    from: document.at.slice(0, length[document.atPrecision ?? 'day']),
    what: what.replace(/^#+\s*/, ''),
    evidence: [document.externalId],
    confidence: 0.5,
  };
}

function skillNames(facts: Record<string, string>): string[] {
  const listed = facts['skills'] ?? facts['skill'];
  if (listed === undefined) return [];
  return listed
    .slice(0, 10_000)
    .split(/[,;\n|]/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= 80);
}

function levelOf(months: number): Skill['level'] {
  if (months < 12) return 'practised';
  return months < 120 ? 'professional' : 'expert';
}

function monthsOf({ from, to }: Span, until: string | undefined): number {
  const end = to ?? until;
  if (from === undefined || end === undefined) return 0;
  const months = (Date.parse(end) - Date.parse(from)) / (1_000 * 60 * 60 * 24 * 30.44);
  return Number.isFinite(months) && months > 0 && months < 1_200 ? months : 0;
}

function lengthText(months: number): string {
  const years = Math.round(months / 12);
  if (months < 11) return 'Less than a year';
  return years === 1 ? 'One year' : `${years} years`;
}

export function sorted<One extends Stage>(stages: readonly One[]): One[] {
  return stages.toSorted((a, b) => {
    const [one, other] = [a.from ?? a.to ?? '~', b.from ?? b.to ?? '~'];
    return one === other ? (a.what < b.what ? -1 : 1) : one < other ? -1 : 1;
  });
}
