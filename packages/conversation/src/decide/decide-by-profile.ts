import type { PersonaDocument, SearchResult } from '@personate/contracts';
import { birthOf, profileEvidence, type ProfileSlot } from '@personate/language';
import type { Understanding } from '../understand/understand-question.ts';
import type { Verdict } from './decision-types.ts';

/** Nearness to these says little: "I aged ten years" is near to "How old are you?" and answers nothing. */
const onlyByShape: ReadonlySet<ProfileSlot> = new Set([
  'age',
  'birthday',
  'birthplace',
  'residence',
  'name-of',
  'height',
  'languages',
  'contact',
  'favourite',
  'habit',
  'marriage',
  'children',
  'fears',
  'love',
]);
const mostEvidence = 6;
const asksWhoRelative =
  /^(?:and |so )?who(?:['’]s| is| was| are| were) your (?:mother|mum|mom|father|dad|parents?|brothers?|sisters?|wife|husband|sons?|daughters?|children|grandmother|grandfather|aunt|uncle)\b/iu;

/**
 * A question that everybody is asked (age, home, family, work) is answered by what has the shape of an answer, else by
 * the persona's own modules, else declined; null where recall may decide as for any other question.
 */
export function decideByProfile(
  persona: PersonaDocument,
  { profile, language, question }: Pick<Understanding, 'profile' | 'language' | 'question'>,
  evidence: readonly SearchResult[],
): Verdict | null {
  if (profile === null) return null;
  const declined: Verdict = {
    decision: 'declined',
    reason: 'no-evidence',
    confidence: 0,
    evidence: [],
    memories: [],
  };
  if (profile.slot === 'contact') return declined;
  const holding = profileEvidence(persona, evidence, profile, language).slice(0, mostEvidence);
  const stands = { decision: 'answered', profile, confidence: 1, memories: [] } as const;
  if (holding.length > 0) return { ...stands, evidence: holding };
  const modules = { ...stands, reason: 'from-persona', evidence: [] } as const;
  if (isOfBirth(profile.slot) && birthOf(persona) !== null) return modules;
  if (profile.slot === 'languages') return modules;
  if (profile.slot === 'love') {
    return { ...modules, reason: 'small-talk', occasion: 'in-love' };
  }
  if (profile.slot === 'occupation') return { ...modules, aspect: 'identity' };
  // "Who was your father?" is told by more than a name.
  if (profile.slot === 'name-of' && asksWhoRelative.test(question)) return null;
  return persona.knowledgeLimits.enabled && onlyByShape.has(profile.slot) ? declined : null;
}

function isOfBirth(slot: ProfileSlot): boolean {
  return slot === 'age' || slot === 'birthday' || slot === 'birthplace';
}
