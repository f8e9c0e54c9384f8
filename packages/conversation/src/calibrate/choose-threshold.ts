import type { Calibration } from '@personate/contracts';
import { areaUnderCurve } from '@personate/language';

export interface Scored {
  kind: 'answerable' | 'general' | 'others';
  confidence: number;
}

const rocPoints = 20;

/**
 * The threshold that declines no more of what could be answered than was asked for, and what it gives. A made question
 * can be easier than a real one, so from the usual threshold it goes only half the way (in log odds) up to the one
 * that was measured: on a persona with three kinds of sources a threshold measured for 5 % declined a fifth of the
 * questions that people wrote for it.
 */
export function chooseThreshold(
  scored: readonly Scored[],
  options: { falseDeclines: number; usual: number; current: number },
): Pick<Calibration, 'threshold' | 'atThreshold' | 'atCurrent' | 'areaUnderCurve' | 'roc'> {
  const known = confidences(scored, 'answerable');
  const measured = known[Math.floor(known.length * options.falseDeclines)] ?? 0;
  const threshold = cut(Math.min(measured, halfWay(options.usual, measured)));
  const roc = Array.from({ length: rocPoints + 1 }, (_, step) => {
    const at = cut(
      known[Math.min(known.length - 1, Math.floor((known.length * step) / rocPoints))] ?? 0,
    );
    return ratesAt(scored, at);
  });
  return {
    threshold,
    atThreshold: ratesAt(scored, threshold),
    atCurrent: ratesAt(scored, options.current),
    areaUnderCurve: areaUnderCurve(known, [
      ...confidences(scored, 'general'),
      ...confidences(scored, 'others'),
    ]),
    roc,
  };
}

function halfWay(from: number, to: number): number {
  const logOdds = (share: number): number => {
    const within = Math.min(1 - 1e-6, Math.max(1e-6, share));
    return Math.log(within / (1 - within));
  };
  return 1 / (1 + Math.exp(-(logOdds(from) + logOdds(to)) / 2));
}

/** Rounded down: a threshold that is written into YAML should be readable, and must decline no more for it. */
const cut = (confidence: number): number => Math.floor(confidence * 1000) / 1000;

const confidences = (scored: readonly Scored[], kind: Scored['kind']): number[] =>
  scored
    .filter((one) => one.kind === kind)
    .map(({ confidence }) => confidence)
    .toSorted((a, b) => a - b);

function ratesAt(scored: readonly Scored[], threshold: number): Calibration['atThreshold'] {
  const declined = (kind: Scored['kind']): number | null => {
    const of = confidences(scored, kind);
    return of.length === 0 ? null : of.filter((value) => value < threshold).length / of.length;
  };
  return {
    threshold,
    falseDeclines: declined('answerable') ?? 0,
    declined: { general: declined('general'), others: declined('others') },
  };
}
