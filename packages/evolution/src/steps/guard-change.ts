import type { PersonaDocument } from '@personate/contracts';
import type { Proposal } from '../evolution-run.ts';

/**
 * Bounds what a proposed change may do, whoever proposed it: no trait moves by more than the drift budget, none appears
 * or goes, and who the persona is, whom it is made of, what it discloses, what it knows until when and how it may evolve
 * stay as they were.
 */
export function guardChange(current: PersonaDocument, proposal: Proposal): Proposal {
  if (proposal === null) return null;
  const { document } = proposal;
  const { driftBudget } = current.evolution;
  const bounded: PersonaDocument = {
    ...current,
    persona: {
      ...document.persona,
      summary: current.persona.summary,
      traits: current.persona.traits.map((trait) => {
        const moved = document.persona.traits.find(({ name }) => name === trait.name);
        return moved === undefined
          ? trait
          : { ...trait, strength: within(trait.strength, moved.strength, driftBudget) };
      }),
      ...bigFiveWithin(current, document),
      voice: { ...document.persona.voice, neverSays: current.persona.voice.neverSays },
      timeline: current.persona.timeline,
    },
    goals: document.goals,
  };
  return JSON.stringify(bounded) === JSON.stringify(current)
    ? null
    : { ...proposal, document: bounded };
}

function bigFiveWithin(
  current: PersonaDocument,
  proposed: PersonaDocument,
): Pick<PersonaDocument['persona'], 'bigFive'> {
  const [now, then] = [current.persona.bigFive, proposed.persona.bigFive];
  if (now === undefined) return { bigFive: undefined };
  const factors = Object.entries(now).map(([factor, strength]) => {
    const moved = then?.[factor as keyof typeof now];
    const isBounded = strength !== undefined && moved !== undefined;
    return [factor, isBounded ? within(strength, moved, current.evolution.driftBudget) : strength];
  });
  return { bigFive: Object.fromEntries(factors) as typeof now };
}

function within(now: number, then: number, budget: number): number {
  const move = Math.max(-budget, Math.min(budget, then - now));
  return Math.max(0, Math.min(1, now + move));
}
