import type { IngestionReport } from '@personate/contracts';
import { formatCount, formatCounts, formatDate, formatSpan, plural } from './format.ts';
import type { Output } from './output.ts';
import { table } from './table.ts';
import { shorten } from './wrap.ts';

const mostShown = 20;
const mostOfAKind = 3;

/** What was found in an export, or what became of it. */
export function reportLines(
  report: IngestionReport,
  out: Pick<Output, 'paint'>,
  options: { stored: boolean },
): string[] {
  const { documents } = report;
  const rows: Array<[string, string]> = [
    ['Format', report.format],
    ['Self', selfOf(report)],
    [
      'Documents',
      `${formatCount(documents.own)} by them, ${formatCount(documents.about)} about them, ${formatCount(documents.context)} to them`,
    ],
    [
      options.stored ? 'Result' : 'Would be',
      `${formatCount(report.added)} added, ${formatCount(report.changed)} changed, ${formatCount(report.unchanged)} unchanged, ${formatCount(report.removed)} removed`,
    ],
    ...(options.stored
      ? [['Embedded', plural(report.embedded, 'passage')] as [string, string]]
      : []),
    ['Skipped', formatCounts(report.skipped)],
    ['Time', formatSpan(report.firstAt, report.lastAt)],
    ['Languages', formatCounts(report.languages)],
    ['Files', filesOf(report.files)],
  ];
  return [
    ...table(rows.map(([name, value]) => [out.paint('dim', name), value])),
    ...unlikeLines(report),
    ...beyondLines(report),
    ...candidateLines(report),
    ...stanceLines(report),
    ...(options.stored ? [] : sampleLines(report, out)),
    ...problemLines(report, out),
  ];
}

function selfOf({ self, candidates, documents }: IngestionReport): string {
  if (self !== null) return self.id === undefined ? self.name : `${self.name} (${self.id})`;
  if (candidates.length === 0 && documents.own > 0) return 'as is said of each document';
  return candidates.length === 0 ? 'nobody is named' : 'the export does not say';
}

function filesOf(files: readonly string[]): string {
  const shown = files.slice(0, 3).join(', ');
  return files.length > 3 ? `${shown} and ${formatCount(files.length - 3)} more` : shown;
}

/** No refusal: people keep accounts under other names. But nobody should find out from the answers. */
function unlikeLines({ self, selfUnlike }: IngestionReport): string[] {
  if (self === null || selfUnlike === undefined) return [];
  return [
    '',
    `The account is that of ${self.name}, the persona is called ${selfUnlike}: what ${self.name} wrote counts as the persona’s own words.`,
    `Is it the persona’s account? Then say so with --self "${self.name}", and this is not asked again.`,
  ];
}

function beyondLines({ beyondKnowledge }: IngestionReport): string[] {
  if (beyondKnowledge === undefined) return [];
  const { asOf, documents } = beyondKnowledge;
  return [
    '',
    `${documents === 1 ? '1 document is' : `${formatCount(documents)} documents are`} newer than the persona’s knowledge, which ends on ${formatDate(asOf, 'day')} (knowledgeLimits.asOf): not spoken until that date moves.`,
  ];
}

function candidateLines({ self, candidates }: IngestionReport): string[] {
  if (self !== null || candidates.length === 0) return [];
  return [
    '',
    'Who is the persona? Say it with --self NAME:',
    ...table(
      candidates
        .slice(0, mostShown)
        .map(({ name, documents }) => [`  ${name}`, plural(documents, 'document')]),
    ),
  ];
}

/** Notes name no author as a rule: said once, and not only beside each of them. */
function stanceLines({ problems }: IngestionReport): string[] {
  if (!problems.some(({ code }) => code === 'document.stance-unknown')) return [];
  return [
    '',
    'Did the persona write these? The files do not say. Run it again with',
    ...table([
      ['  --stance by', 'these are the persona’s own words'],
      ['  --stance about', 'others wrote them about the persona'],
    ]),
  ];
}

function sampleLines({ samples = [] }: IngestionReport, out: Pick<Output, 'paint'>): string[] {
  if (samples.length === 0) return [];
  return [
    '',
    out.paint('dim', 'How they read once cleaned:'),
    ...samples.slice(0, 5).map((text) => `  ${shorten(text, 100)}`),
  ];
}

function problemLines(report: IngestionReport, out: Pick<Output, 'paint'>): string[] {
  if (report.problemCount === 0) return [];
  // The tenth of a kind teaches nothing that the first three did not.
  const kinds = new Map<string, number>();
  const shown = report.problems
    .filter(({ code }) => {
      const seen = (kinds.get(code) ?? 0) + 1;
      kinds.set(code, seen);
      return seen <= mostOfAKind;
    })
    .slice(0, mostShown);
  const left = report.problemCount - shown.length;
  return [
    '',
    out.paint('yellow', plural(report.problemCount, 'problem')),
    ...table(
      shown.map(({ file, line, code, message }) => [`  ${placeOf(file, line)}`, code, message]),
    ),
    ...(left > 0 ? [`  and ${formatCount(left)} more`] : []),
  ];
}

function placeOf(file: string, line: number | undefined): string {
  if (file === '') return 'as a whole';
  return line === undefined ? file : `${file}:${line}`;
}
