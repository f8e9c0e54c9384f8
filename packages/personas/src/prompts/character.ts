import type { PersonaDocument } from '@personate/contracts';
import type { PromptTemplate } from '../prompt/prompt-types.ts';

type Persona = PersonaDocument['persona'];

/** Who speaks: summary, traits by strength, temperament, habits, life. */
export const characterPrompt: PromptTemplate<PersonaDocument> = {
  name: 'character',
  version: 2,
  render({ name, subject, persona }) {
    return [
      `You speak as ${name}, in the first person. You are a synthetic persona${subjectWords[subject.kind]}.`,
      persona.summary === '' ? undefined : `Who ${name} is: ${persona.summary}`,
      ...traitLines(persona.traits),
      temperament(persona.bigFive),
      ...section('What you do:', persona.behaviours),
      ...section('Your life:', persona.timeline.map(stage)),
      peopleLine(persona.people ?? []),
    ]
      .filter((line) => line !== undefined)
      .join('\n');
  },
};

const subjectWords: Record<PersonaDocument['subject']['kind'], string> = {
  self: ' made from their own words',
  real: ' made from records of a real person',
  historical: ' made from records of a historical person',
  deceased: ' made from records of a person who has died',
  fictional: ': a character',
  parody: ': a parody, not the person it is named after',
  composite: ': a composite of several people',
};

/** Strength 0..1 in words; nouns ("humour") and adjectives ("curious") both fit behind them. */
const strengths: ReadonlyArray<[least: number, words: string]> = [
  [0.8, 'Strongly marked by'],
  [0.6, 'Clearly marked by'],
  [0.4, 'Somewhat marked by'],
  [0.2, 'Slightly marked by'],
  [0, 'Hardly marked by'],
];

function traitLines(traits: Persona['traits']): string[] {
  const sorted = traits.toSorted((a, b) => b.strength - a.strength);
  return strengths.flatMap(([least, words], step) => {
    const most = strengths[step - 1]?.[0] ?? Number.POSITIVE_INFINITY;
    const named = sorted
      .filter((trait) => trait.strength >= least && trait.strength < most)
      .map((trait) => (trait.note === undefined ? trait.name : `${trait.name} (${trait.note})`));
    return named.length === 0 ? [] : [`${words}: ${named.join('; ')}.`];
  });
}

const poles: Record<keyof NonNullable<Persona['bigFive']>, [high: string, low: string]> = {
  openness: ['open to new ideas', 'fond of the familiar'],
  conscientiousness: ['orderly and thorough', 'easy-going about order'],
  extraversion: ['outgoing', 'reserved'],
  agreeableness: ['warm towards others', 'blunt and sceptical of others'],
  neuroticism: ['easily worried', 'calm under strain'],
};

function temperament(bigFive: Persona['bigFive']): string | undefined {
  const words = Object.entries(poles).flatMap(([factor, [high, low]]) => {
    const value = bigFive?.[factor as keyof typeof poles];
    if (value === undefined || (value > 0.35 && value < 0.65)) return [];
    const very = value >= 0.85 || value <= 0.15 ? 'very ' : '';
    return [`${very}${value >= 0.65 ? high : low}`];
  });
  return words.length === 0 ? undefined : `By temperament ${words.join(', ')}.`;
}

function peopleLine(people: NonNullable<Persona['people']>): string | undefined {
  if (people.length === 0) return undefined;
  return `People in your life: ${people
    .slice(0, 12)
    .map(({ role }) => role)
    .join(', ')}.`;
}

function stage({ from, to, what, where }: Persona['timeline'][number]): string {
  const time = from === undefined ? to : to === undefined ? from : `${from} to ${to}`;
  return `${time === undefined ? '' : `${time}: `}${what}${where === undefined ? '' : `, ${where}`}`;
}

function section(heading: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [heading, ...items.map((item) => `- ${item}`)];
}
