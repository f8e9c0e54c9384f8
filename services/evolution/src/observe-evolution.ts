import type { Telemetry } from '@personate/chassis';
import type { EvolveResult } from '@personate/evolution';

/** What evolution learnt, and what its gate decided about memories, in the metrics. */
export function observeEvolution({ metrics }: Telemetry): (result: EvolveResult) => void {
  const { memoryDecisions, evolvedTurns, personaChanges } = metrics;
  return ({ turns, memoriesAdded, memoriesReplaced, quarantined, refused, version }) => {
    evolvedTurns.inc(turns);
    if (version !== null) personaChanges.inc();
    const decide = (decision: string, count: number, reason = 'none'): void => {
      if (count > 0) memoryDecisions.inc({ decision, reason }, count);
    };
    decide('added', memoriesAdded);
    decide('replaced', memoriesReplaced);
    decide('quarantined', quarantined);
    for (const [reason, count] of Object.entries(refused)) decide('refused', count, reason);
  };
}
