import type { IngestionReport } from '@personate/contracts';
import { formatCount } from '../ui/format.ts';
import { More } from '../ui/parts.tsx';
import { useShown } from '../ui/use-shown.ts';

export function Candidates({
  report,
  value,
  onChange,
}: {
  report: IngestionReport;
  value: string | null;
  onChange: (self: string) => void;
}) {
  const { shown, left, more } = useShown(report.candidates, 8);
  return (
    <fieldset className="mt-4">
      <legend className="text-sm font-medium">Who among the authors is the persona?</legend>
      <div className="mt-2 flex max-h-80 flex-col gap-1 overflow-y-auto">
        {shown.map((candidate) => {
          const self = candidate.id ?? candidate.name;
          return (
            <label key={self} className="flex items-center gap-2 text-sm">
              <input
                type="radio"
                name="self"
                className="accent-accent"
                checked={value === self}
                onChange={() => onChange(self)}
              />
              <span className="min-w-0 truncate" dir="auto">
                {candidate.name}
              </span>
              <span className="text-muted tabular-nums">{formatCount(candidate.documents)}</span>
            </label>
          );
        })}
      </div>
      <More left={left} onMore={more} />
    </fieldset>
  );
}
