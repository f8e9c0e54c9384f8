import type { Evaluation, EvaluationPartName, MeasuredRate } from '@personate/contracts';

export interface ComparedRate {
  part: EvaluationPartName;
  name: string;
  before: MeasuredRate;
  after: MeasuredRate;
  /** Whether the intervals lie apart: only then is the difference more than chance. */
  isClear: boolean;
}

/** Every rate that both measured; those of the first one come `before`. */
export function compareEvaluations(before: Evaluation, after: Evaluation): ComparedRate[] {
  return after.parts.flatMap(({ name: part, rates }) =>
    rates.flatMap((rate) => {
      const other = before.parts
        .find(({ name }) => name === part)
        ?.rates.find(({ name }) => name === rate.name);
      if (other === undefined || other.rate === null || rate.rate === null) return [];
      const isClear = (other.high ?? 1) < (rate.low ?? 0) || (rate.high ?? 1) < (other.low ?? 0);
      return [{ part, name: rate.name, before: other, after: rate, isClear }];
    }),
  );
}

/** `probes.answered=0.9` and the like. @returns those that are lower, or were not measured. */
export function belowLeast(
  evaluation: Evaluation,
  least: ReadonlyMap<string, number>,
): Array<{ key: string; wanted: number; rate: number | null }> {
  const rates = new Map<string, number | null>(
    evaluation.parts.flatMap(({ name, rates: of }) =>
      of.map((rate) => [`${name}.${rate.name}`, rate.rate] as const),
    ),
  );
  return [...least].flatMap(([key, wanted]) => {
    const rate = rates.get(key) ?? null;
    return rate === null || rate < wanted ? [{ key, wanted, rate }] : [];
  });
}
