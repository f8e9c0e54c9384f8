import type { InterviewTopic, PersonaDocument, StoredDraftItem } from '@personate/contracts';

/** A question that this persona's gaps give rise to. */
export interface GapQuestion {
  topic: InterviewTopic;
  you: string;
  they: string;
  /** Why it is asked, for who answers it. */
  why: string;
  /** 0..1: how much an answer would add. */
  need: number;
}

const surest = 0.75;
const gapYears = 3;

/** What is missing or rests on little: each of it asked after by name. `items` are an open draft's, if there is one. */
export function gapQuestions(
  document: PersonaDocument,
  items: readonly StoredDraftItem[],
): GapQuestion[] {
  const { persona, goals, skills, knowledgeLimits } = document;
  const doubt = (path: string, own: number | undefined): number => {
    const confidence = items.find((item) => item.path === path)?.confidence ?? own;
    return confidence === undefined || confidence >= surest ? 0 : 1 - confidence;
  };
  const gaps: GapQuestion[] = [
    ...persona.traits.map(({ name, confidence }) => ({
      topic: 'character' as const,
      you: `Your texts suggest ${name}. Is that you? Tell of a time when it showed, or when it did not.`,
      they: `{name}’s texts suggest ${name}. Is that so? Tell of a time when it showed, or when it did not.`,
      why: `The trait “${name}” rests on little.`,
      need: doubt(`persona.traits[${name}]`, confidence),
    })),
    ...goals.goals.map(({ goal, confidence }) => ({
      topic: 'goals' as const,
      you: `Once you wanted this: “${goal}”. Do you still, and what have you done for it?`,
      they: `{name} once wanted this: “${goal}”. Is it still so, and what has been done for it?`,
      why: 'It was said once; whether it still holds, no text says.',
      need: doubt(`goals.goals[${goal}]`, confidence),
    })),
    ...skills.skills.map(({ skill, confidence }) => ({
      topic: 'skills' as const,
      you: `How good are you at ${lower(skill)}, and how did you come to it?`,
      they: `How good is {name} at ${lower(skill)}, and how did they come to it?`,
      why: `How well “${skill}” is mastered, no text says.`,
      need: doubt(`skills.skills[${skill}]`, confidence),
    })),
    ...persona.timeline.map(({ from, what, confidence }) => ({
      topic: 'life' as const,
      you: `“${what}”: when was that, how did it come about, and what came of it?`,
      they: `“${what}”: when was that in {name}’s life, and what came of it?`,
      why: from === undefined ? 'It has no date.' : 'It is known by one sentence only.',
      need:
        doubt(`persona.timeline[${from === undefined ? what : `${from} ${what}`}]`, confidence) *
        (from === undefined ? 1.2 : 0.7),
    })),
    ...(persona.people ?? []).map(({ role, confidence }) => ({
      topic: 'people' as const,
      you: `What is or was your ${role} like, and what did they do for you?`,
      they: `What is or was {name}’s ${role} like, and what did they do for {name}?`,
      why: `The ${role} is mentioned seldom.`,
      need: doubt(`persona.people[${role}]`, confidence),
    })),
    ...yearGaps(persona.timeline).map(([from, to]) => ({
      topic: 'life' as const,
      you: `What did you do between ${from} and ${to}?`,
      they: `What did {name} do between ${from} and ${to}?`,
      why: 'Nothing is known of these years.',
      need: 0.6 + Math.min(0.3, (to - from) / 40),
    })),
    ...knowledgeLimits.known.slice(0, 5).map(({ domain }) => ({
      topic: 'views' as const,
      you: `You write about ${lower(domain)}. What do most people get wrong about it?`,
      they: `{name} knows about ${lower(domain)}. What would they say most people get wrong about it?`,
      why: `A field of theirs; what they think of it is worth more than that they mention it.`,
      need: 0.45,
    })),
  ];
  return gaps.filter(({ need }) => need > 0);
}

/** How empty a part of the persona is, 0..1: its general questions are worth that much more. */
export function emptiness(document: PersonaDocument, topic: InterviewTopic): number {
  const { persona, goals, skills, knowledgeLimits } = document;
  const filled: Record<InterviewTopic, number> = {
    life: persona.timeline.length / 8,
    people: (persona.people?.length ?? 0) / 5,
    character: persona.traits.length / 5,
    goals: goals.goals.length / 3,
    skills: skills.skills.length / 5,
    voice: persona.typicalResponses.length / 10,
    views: 0.5,
    limits: knowledgeLimits.unknown.length / 3,
  };
  return 1 - Math.min(1, filled[topic]);
}

function yearGaps(
  timeline: PersonaDocument['persona']['timeline'],
): Array<[from: number, to: number]> {
  const spans = timeline
    .flatMap(({ from, to }) => {
      const start = Number(from?.slice(0, 4));
      return from === undefined || Number.isNaN(start)
        ? []
        : [{ start, end: Number(to?.slice(0, 4) ?? start) }];
    })
    .toSorted((a, b) => a.start - b.start);
  let until = spans[0]?.end;
  const gaps: Array<[number, number]> = [];
  for (const { start, end } of spans.slice(1)) {
    if (until !== undefined && start - until >= gapYears) gaps.push([until, start]);
    until = Math.max(until ?? end, end);
  }
  return gaps.slice(0, 5);
}

function lower(text: string): string {
  const [first = '', second = ''] = text;
  return second === second.toLowerCase() && /^\p{Lu}\p{Ll}+(?: \p{Ll}|$)/u.test(text)
    ? first.toLowerCase() + text.slice(1)
    : text;
}
