import type { PersonaDocument } from '@personate/contracts';
import { isDrafted } from './fill-life.ts';
import type { Add } from './fill-voice.ts';
import type { Survey } from './survey-documents.ts';
import { bigFive } from './temperament/big-five.ts';
import { goalsTold } from './told/goals-told.ts';
import { markedTraits } from './told/marked-traits.ts';
import type { PooledSentence } from './told/sentence-pool.ts';
import type { Teller } from './told/teller.ts';
import { traitsTold } from './told/traits-told.ts';

const mostTraits = 10;

/** Traits and temperament from own words alone; goals from what anybody tells. Where nobody wrote them. */
export function fillCharacter(
  document: PersonaDocument,
  survey: Survey,
  { sentences, teller }: { sentences: readonly PooledSentence[]; teller: Teller },
  add: Add,
): void {
  const { persona, goals } = document;
  if (isDrafted(persona.traits)) {
    const known = new Set(persona.traits.map(({ name }) => name));
    for (const { quotes, basis, ...trait } of [
      ...traitsTold(sentences),
      ...markedTraits(sentences),
    ]) {
      if (known.has(trait.name) || persona.traits.length >= mostTraits) continue;
      persona.traits.push(trait);
      add(`persona.traits[${trait.name}]`, trait, trait.evidence, trait.confidence, {
        quotes,
        basis,
      });
    }
  }
  if (persona.bigFive === undefined) {
    const factors = bigFive(survey.categories);
    if (factors.length > 0)
      persona.bigFive = Object.fromEntries(factors.map(({ factor, value }) => [factor, value]));
    for (const { factor, value, confidence, basis } of factors)
      add(`persona.bigFive.${factor}`, value, [], confidence, { basis });
  }
  if (isDrafted(goals.goals)) {
    const known = new Set(goals.goals.map(({ goal }) => goal));
    for (const { quotes, ...goal } of goalsTold(sentences, teller)) {
      if (known.has(goal.goal)) continue;
      goals.goals.push(goal);
      add(`goals.goals[${goal.goal}]`, goal, goal.evidence, goal.confidence, { quotes });
    }
  }
}
