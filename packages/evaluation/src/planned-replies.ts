import type { EvaluationPartName } from '@personate/contracts';
import type { PartReplies, Scope } from './part.ts';
import { candourReplies } from './parts/candour.ts';
import { consistencyReplies } from './parts/consistency.ts';
import { driftReplies } from './parts/drift.ts';
import { injectionReplies } from './parts/injection.ts';
import { probesReplies } from './parts/probes.ts';
import { quotationsReplies } from './parts/quotations.ts';
import { styleReplies } from './parts/style.ts';
import { traitsReplies } from './parts/traits.ts';

const none: PartReplies = () => 0;

/** Citations look at the replies to the probes; what is later than the knowledge date is declined by rules. */
const replies: Readonly<Record<EvaluationPartName, PartReplies>> = {
  probes: probesReplies,
  citations: none,
  candour: candourReplies,
  quotations: quotationsReplies,
  time: none,
  injection: injectionReplies,
  consistency: consistencyReplies,
  drift: driftReplies,
  traits: traitsReplies,
  style: styleReplies,
  blind: none,
};

/** About how many replies a model will be asked for. */
export function plannedReplies(parts: readonly EvaluationPartName[], scope: Scope): number {
  const isAlone = parts.includes('citations') && !parts.includes('probes');
  const wanted: readonly EvaluationPartName[] = isAlone ? [...parts, 'probes'] : parts;
  return wanted.reduce((sum, part) => sum + replies[part](scope), 0);
}
