import type { Citation, Passage, PassageDetail } from '@personate/contracts';
import { Briefcase, Globe, MessageSquare, ScrollText } from 'lucide-react';
import { formatDate } from '../ui/format.ts';

const icons = { social: MessageSquare, career: Briefcase, history: ScrollText, common: Globe };
const stances = { by: 'own words', about: 'written about them', to: 'said to them' };

/** Number, kind, date and stance, on one line. */
export function PassageMeta({
  n,
  passage,
}: {
  n?: number;
  passage: Pick<Citation | Passage, 'kind' | 'at' | 'atPrecision' | 'stance'>;
}) {
  const Icon = icons[passage.kind];
  return (
    <span className="flex items-center gap-2 text-xs text-muted">
      {n !== undefined && (
        <span className="flex h-5 min-w-5 items-center justify-center rounded bg-sunken px-1 font-semibold text-accent tabular-nums">
          {n}
        </span>
      )}
      <Icon size={14} aria-hidden />
      <span className="sr-only">{passage.kind}</span>
      <time dateTime={passage.at}>{formatDate(passage.at, passage.atPrecision)}</time>
      <span aria-hidden>·</span>
      <span className="truncate">{stances[passage.stance]}</span>
    </span>
  );
}

/** A passage with what stands around it, dimmed. */
export function PassageText({ detail }: { detail: PassageDetail }) {
  const { before, passage, after } = detail;
  return (
    <div className="flex flex-col gap-[0.75em] font-serif whitespace-pre-wrap">
      {before.map((one) => (
        <Neighbour key={one.passageId} passage={one} of={passage} />
      ))}
      <p dir="auto">{passage.text}</p>
      {after.map((one) => (
        <Neighbour key={one.passageId} passage={one} of={passage} />
      ))}
    </div>
  );
}

function Neighbour({ passage, of }: { passage: Passage; of: Passage }) {
  const { author } = passage;
  return (
    <p dir="auto" className="text-muted">
      {author && author.name !== of.author?.name && <b>{author.name}: </b>}
      {passage.text}
    </p>
  );
}
