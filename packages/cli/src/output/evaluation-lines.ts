import type { Evaluation } from '@personate/contracts';
import { compareEvaluations, partTitles } from '@personate/evaluation';
import { bar, plural } from './format.ts';
import type { Output } from './output.ts';
import { table } from './table.ts';

const barWidth = 20;
export const percent = (rate: number) => `${(100 * rate).toFixed(1)} %`;

export function evaluationLines(evaluation: Evaluation, out: Output): string[] {
  return [...partLines(evaluation, out), ...failedLines(evaluation, out)];
}

function failedLines({ modelFailed }: Evaluation, out: Output): string[] {
  if (modelFailed === 0) return [];
  const line = `For ${plural(modelFailed, 'reply', 'replies')} the model gave nothing, and the persona spoke without it: they say nothing of the model.`;
  return [out.paint('yellow', line)];
}

function partLines(evaluation: Evaluation, out: Output): string[] {
  return evaluation.parts.flatMap((part) => [
    out.paint('bold', partTitles[part.name].title),
    ...(part.notMeasured === null ? [] : [`  Not measured. ${part.notMeasured}`]),
    ...table(
      part.rates.map(({ name, passed, of, rate, low, high }) => [
        `  ${out.paint('cyan', bar(rate ?? 0, barWidth))}`,
        rate === null ? 'nothing asked' : percent(rate),
        rate === null ? '' : `${passed} of ${of}`,
        rate === null ? '' : `${percent(low ?? 0)} to ${percent(high ?? 1)}`,
        `${part.name}.${name}`,
      ]),
    ),
    ...part.figures.map(({ name, value }) => `  ${value.toFixed(2)}  ${name}`),
    ...(part.judged.length === 0 ? [] : [`  A model’s opinion: ${part.judged.join('; ')}.`]),
  ]);
}

/** Each report is named by version, speaker and judge: two models are compared as two versions are. */
export function comparisonLines(before: Evaluation, after: Evaluation, out: Output): string[] {
  const rows = compareEvaluations(before, after).map(
    ({ part, name, before: was, after: is, isClear }) => [
      `  ${percent(was.rate ?? 0)}`,
      '→',
      percent(is.rate ?? 0),
      isClear ? out.paint('bold', 'differs') : 'within chance',
      `${part}.${name}`,
    ],
  );
  return [out.paint('bold', `${named(before)} → ${named(after)}`), ...table(rows)];
}

const named = ({ version, speaker, judge }: Evaluation) =>
  [`Version ${version}`, speaker, ...(judge === null ? [] : [`judged by ${judge}`])].join(', ');
