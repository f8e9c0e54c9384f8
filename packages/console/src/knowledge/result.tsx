import type { SearchResult } from '@personate/contracts';
import { Link } from '@tanstack/react-router';
import { PassageMeta } from '../passage/passage-parts.tsx';
import { Share } from '../ui/parts.tsx';

/** A passage that was found: what it says, and what each step of recall gave to its score. */
export function Result({
  personaId,
  rank,
  result,
  best,
}: {
  personaId: string;
  rank: number;
  result: SearchResult;
  /** The first one's score: the bars are shares of it. */
  best: number;
}) {
  const { at, atPrecision } = result;
  const known = {
    ...result,
    ...(at === null ? { at: undefined } : { at }),
    ...(atPrecision === null ? { atPrecision: undefined } : { atPrecision }),
  };
  const steps = Object.entries(result.scores)
    .filter(([, share]) => Math.abs(share) >= 0.0005)
    .sort(([, a], [, b]) => b - a);
  return (
    <article className="rounded-lg border border-line bg-raised p-4">
      <Link
        to="/p/$personaId/passages/$passageId"
        params={{ personaId, passageId: result.passageId }}
        className="block hover:text-accent"
      >
        <PassageMeta n={rank} passage={known} />
        {result.title !== null && (
          <span className="mt-2 block font-medium break-words" dir="auto">
            {result.title}
          </span>
        )}
      </Link>
      <p
        className="mt-2 line-clamp-6 font-serif text-[15px] leading-snug whitespace-pre-wrap"
        dir="auto"
      >
        {result.text}
      </p>
      <div className="mt-3 grid grid-cols-[8rem_1fr_3rem] items-center gap-3 text-xs text-muted">
        <span>Score</span>
        <Share value={result.score} of={best} label="Score, against the best" />
        <span className="text-right tabular-nums">{result.score.toFixed(2)}</span>
      </div>
      <details className="mt-1 text-xs text-muted">
        <summary className="cursor-pointer py-1">Why it was found</summary>
        <ul className="mt-1 flex flex-col gap-1.5">
          {steps.map(([name, share]) => (
            <li key={name} className="grid grid-cols-[8rem_1fr_3rem] items-center gap-3">
              <span className="truncate" title={name}>
                {name}
              </span>
              <Share value={Math.max(0, share)} of={result.score} label={`${name}, of the score`} />
              <span className="text-right tabular-nums">{share.toFixed(2)}</span>
            </li>
          ))}
        </ul>
      </details>
      <p className="mt-1 truncate text-xs text-muted" title={result.documentId}>
        {result.source} / {result.documentId}
      </p>
    </article>
  );
}
