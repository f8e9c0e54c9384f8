import type { IngestionReport } from '@personate/contracts';
import { formatCount } from '../ui/format.ts';

const shownProblems = 20;

export function Samples({ report }: { report: IngestionReport }) {
  if (!report.samples?.length) return null;
  return (
    <details className="mt-4">
      <summary className="cursor-pointer text-sm text-muted">
        A few of the texts, as they were read
      </summary>
      <ul className="mt-2 flex flex-col gap-2">
        {report.samples.map((sample) => (
          <li
            key={sample}
            className="border-l-2 border-line pl-3 font-serif text-[15px] break-words whitespace-pre-line"
            dir="auto"
          >
            {sample}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Problems({ report }: { report: IngestionReport }) {
  if (report.problemCount === 0) return null;
  const left = report.problemCount - Math.min(shownProblems, report.problems.length);
  return (
    <details className="mt-4">
      <summary className="cursor-pointer text-sm text-warn">
        {formatCount(report.problemCount)} {report.problemCount === 1 ? 'record' : 'records'} could
        not be used
      </summary>
      <ul className="mt-2 flex flex-col gap-1 text-sm">
        {report.problems.slice(0, shownProblems).map((problem) => (
          <li key={`${problem.file} ${problem.line} ${problem.code}`} className="break-words">
            <code className="text-xs">
              {problem.file}
              {problem.line ? `:${problem.line}` : ''}
            </code>{' '}
            {problem.message}
          </li>
        ))}
      </ul>
      {left > 0 && <p className="pt-1 text-sm text-muted">… and {formatCount(left)} more.</p>}
    </details>
  );
}
