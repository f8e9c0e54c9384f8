import type { Document, PersonaDocument } from '@personate/contracts';
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

  /** In order of time; events only beside few enough of them. */
  timeline(): Stage[] {
    const events = spread(sorted(this.#events), mostEvents);
    return sorted([...spread(sorted(this.#stages), mostStages), ...events]);
  }

  /** Jobs and studies alone, in order of time. */
  career(): Stage[] {
    return sorted(this.#stages);
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
    const key = role.toLowerCase();
    const entry = this.#roles.get(key) ?? { skill: role, spans: [], evidence: [] };
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
    confidence: 0.9,
  };
}

/** A dated note about the past, by its title or its first sentence. */
function historyEvent(document: Document): Stage | undefined {
  if (document.at === undefined || document.stance === 'to') return undefined;
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

function sorted(stages: readonly Stage[]): Stage[] {
  return stages.toSorted((a, b) => {
    const [one, other] = [a.from ?? a.to ?? '~', b.from ?? b.to ?? '~'];
    return one === other ? (a.what < b.what ? -1 : 1) : one < other ? -1 : 1;
  });
}

/** At most so many, evenly chosen over the time they cover. */
function spread(stages: readonly Stage[], most: number): Stage[] {
  if (stages.length <= most) return [...stages];
  return Array.from(
    { length: most },
    (_, n) => stages[Math.floor((n * (stages.length - 1)) / (most - 1))],
  ).filter((stage) => stage !== undefined);
}
