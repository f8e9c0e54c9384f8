import {
  interviewTopicSchema,
  type InterviewTopic,
  type PersonaDocument,
  type StoredDraftItem,
} from '@personate/contracts';
import { emptiness, gapQuestions } from './gap-questions.ts';
import { questionCatalogue } from './question-catalogue.ts';

export interface PlannedQuestion {
  topic: InterviewTopic;
  text: string;
  why: string;
}

export interface PlanInput {
  document: PersonaDocument;
  /** Of an open draft, if there is one: how sure each thing in it is. */
  items: readonly StoredDraftItem[];
  /** Whether the persona's subject answers, or somebody who knows them. */
  role: 'subject' | 'expert';
  /** How many questions. */
  count: number;
  /** Texts that were asked before. */
  asked: ReadonlySet<string>;
}

/** Every part of the persona is asked after so often, and none takes more than its share while others can. */
const leastOfEach = 2;
const mostShare = 0.25;

/** The questions whose answers would add most: what rests on little, what is missing, then what suits everybody. */
export function planInterview({
  document,
  items,
  role,
  count,
  asked,
}: PlanInput): PlannedQuestion[] {
  const general = questionCatalogue.map((question, place) => ({
    ...question,
    why:
      emptiness(document, question.topic) > 0.5
        ? 'Little is known of this yet.'
        : 'Worth knowing of everybody.',
    // Of one topic the earlier ones ask for more.
    need: 0.3 + 0.5 * emptiness(document, question.topic) - place * 0.001,
  }));
  const seen = new Set<string>();
  const candidates = [...gapQuestions(document, items), ...general]
    .map(({ topic, you, they, why, need }) => ({
      topic,
      text: role === 'subject' ? you : they.replaceAll('{name}', shortName(document.name)),
      why,
      need,
    }))
    .filter(({ text }) => !asked.has(text) && !seen.has(text) && seen.add(text))
    .toSorted((a, b) => b.need - a.need);
  const byTopic = (topic: InterviewTopic, most: number) =>
    candidates.filter((question) => question.topic === topic).slice(0, most);
  const sure = new Set(
    interviewTopicSchema.options.flatMap((topic) => byTopic(topic, leastOfEach)),
  );
  const allowed = new Set(
    interviewTopicSchema.options.flatMap((topic) =>
      byTopic(topic, Math.max(leastOfEach, Math.ceil(count * mostShare))),
    ),
  );
  const wanted = [
    ...candidates.filter((question) => sure.has(question)),
    ...candidates.filter((question) => !sure.has(question) && allowed.has(question)),
    ...candidates.filter((question) => !allowed.has(question)),
  ].slice(0, count);
  return interviewTopicSchema.options.flatMap((topic) =>
    candidates
      .filter((question) => question.topic === topic && wanted.includes(question))
      .map(({ text, why }) => ({ topic, text, why })),
  );
}

function shortName(name: string): string {
  const plain = name.replace(/\s*\([^)]*\)\s*$/u, '').trim();
  return plain.split(/\s+/u)[0] ?? plain;
}
