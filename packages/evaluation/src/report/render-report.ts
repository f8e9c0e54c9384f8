import type { Evaluation, EvaluationCase, EvaluationPart } from '@personate/contracts';
import { compareEvaluations } from '../compare-evaluations.ts';
import { partTitles } from '../part-titles.ts';
import { drawCurve } from './draw-curve.ts';
import { drawRates } from './draw-rates.ts';
import { escapeHtml } from './escape-html.ts';
import { reportStyle } from './report-style.ts';

/** One HTML page that opens from the file system: no script, and nothing from elsewhere. */
export function renderReport(evaluation: Evaluation, against: Evaluation | null = null): string {
  const { name, version, speaker, judge, startedAt, endedAt, knowledgeRevision, parts } =
    evaluation;
  const { most, modelFailed } = evaluation;
  const minutes = (Date.parse(endedAt) - Date.parse(startedAt)) / 60_000;
  const facts = [
    `version ${version}`,
    spokenBy(speaker),
    judge === null ? 'no judge' : `judged by ${judge}`,
    ...(knowledgeRevision === null ? [] : [`knowledge revision ${knowledgeRevision}`]),
    startedAt.slice(0, 16).replace('T', ' '),
    `${minutes.toFixed(1)} min`,
    ...(most === undefined ? [] : [`at most ${most} questions of each part`]),
  ];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(name)}, evaluated</title><style>${reportStyle}</style></head>
<body><main><header><h1 dir="auto">${escapeHtml(name)}, evaluated</h1><p class="muted">${escapeHtml(facts.join(' · '))}</p>${failedLine(modelFailed)}</header>
${against === null ? '' : renderComparison(against, evaluation)}
${parts.map(renderPart).join('\n')}
<p class="muted small">A bar is the share that was counted; the line over it holds the true one in 95 of 100 cases (Wilson’s interval).</p>
</main></body></html>
`;
}

function renderPart(part: EvaluationPart): string {
  const { title, about } = partTitles[part.name];
  const head = `<h2>${escapeHtml(title)}</h2><p class="muted small">${escapeHtml(about)}</p>`;
  if (part.notMeasured !== null)
    return `<section>${head}<p>Not measured. ${escapeHtml(part.notMeasured)}</p></section>`;
  const failed = part.cases.filter(({ passed }) => !passed);
  const passed = part.cases.filter((one) => one.passed);
  return `<section>${head}${drawRates(part.rates)}${judgedLine(part)}${renderFigures(part)}${part.curves
    .filter(({ points }) => points.length > 0)
    .map(drawCurve)
    .join(
      '',
    )}${renderCases('that failed', failed, true)}${renderCases('that passed', passed, false)}</section>`;
}

/** What was said then is the persona's, and not the model's. */
const failedLine = (count: number) =>
  count === 0
    ? ''
    : `<p>${count === 1 ? 'For 1 reply' : `For ${count} replies`} the model gave nothing, and the persona spoke without it.</p>`;

const spokenBy = (speaker: string) =>
  speaker === 'extractive' ? 'without a model' : `with ${speaker}`;

function judgedLine({ judged }: EvaluationPart): string {
  return judged.length === 0
    ? ''
    : `<p class="muted small">A model’s opinion: ${escapeHtml(judged.join('; '))}.</p>`;
}

function renderFigures({ figures }: EvaluationPart): string {
  if (figures.length === 0) return '';
  const rows = figures.map(
    ({ name, value }) =>
      `<tr><th scope="row">${escapeHtml(name)}</th><td class="number">${value.toFixed(2)}</td></tr>`,
  );
  return `<table>${rows.join('')}</table>`;
}

function renderCases(what: string, cases: readonly EvaluationCase[], isOpen: boolean): string {
  if (cases.length === 0) return '';
  const told = cases.map(
    ({ question, answer, note, passed, decision, reason }) =>
      `<article class="${passed ? 'passed' : 'failed'}"><p dir="auto">${escapeHtml(question)}</p>` +
      `<blockquote dir="auto">${escapeHtml(answer)}</blockquote>` +
      `<p class="muted">${escapeHtml([decision, reason, note].filter(Boolean).join(' · '))}</p></article>`,
  );
  return `<details${isOpen ? ' open' : ''}><summary>${cases.length} ${what}</summary>${told.join('')}</details>`;
}

function renderComparison(before: Evaluation, after: Evaluation): string {
  const rows = compareEvaluations(before, after).map(
    ({ part, name, before: was, after: is, isClear }) =>
      `<tr><th scope="row">${escapeHtml(`${partTitles[part].title}: ${name}`)}</th>` +
      `<td class="number">${was.passed} of ${was.of}</td><td class="number">${is.passed} of ${is.of}</td>` +
      `<td>${isClear ? 'differs' : '<span class="muted">within chance</span>'}</td></tr>`,
  );
  const named = ({ version, speaker, judge }: Evaluation) =>
    [
      `version ${version}`,
      spokenBy(speaker),
      ...(judge === null ? [] : [`judged by ${judge}`]),
    ].join(', ');
  return `<section><h2>Compared</h2><table><tr><th></th><th>${escapeHtml(named(before))}</th><th>${escapeHtml(named(after))}</th><th></th></tr>${rows.join('')}</table></section>`;
}
