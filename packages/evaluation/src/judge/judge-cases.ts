import type { EvaluationCase, MeasuredRate } from '@personate/contracts';
import { measureRate } from '../measure-rate.ts';
import type { Judge, JudgeCase, Verdict } from './judge.ts';

/**
 * Asks the judge of each, and writes what it said into the case's note; the rates are its own and change no other.
 * @param rates by their names, what a verdict must say.
 */
export async function judgeCases(
  judge: Judge | null,
  cases: ReadonlyArray<{ told: EvaluationCase; judged: JudgeCase | null }>,
  rates: Readonly<Record<string, (verdict: Verdict) => boolean>>,
  signal: AbortSignal,
): Promise<{ rates: MeasuredRate[]; judged: string[]; cases: EvaluationCase[] }> {
  if (judge === null) return { rates: [], judged: [], cases: cases.map(({ told }) => told) };
  const verdicts: Verdict[] = [];
  const noted: EvaluationCase[] = [];
  // One after the other: what judges may be what spoke.
  for (const { told, judged } of cases) {
    const verdict = judged === null ? null : await judge(judged, signal);
    if (verdict !== null) verdicts.push(verdict);
    const said = judged === null ? '' : `; judge: ${verdict?.why ?? 'no verdict'}`;
    noted.push({ ...told, note: `${told.note}${said}` });
  }
  const named = Object.entries(rates);
  return {
    rates: named.map(([name, passes]) => measureRate(name, verdicts.map(passes))),
    judged: named.map(([name]) => name),
    cases: noted,
  };
}
