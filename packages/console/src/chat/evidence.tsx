import type { AnswerExtension, Citation, PassageDetail } from '@personate/contracts';
import { useQuery } from '@tanstack/react-query';
import { Briefcase, Globe, MessageSquare, ScrollText } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { formatDate } from '../ui/format.ts';
import { Empty } from '../ui/parts.tsx';
import { reasons } from './reasons.ts';

const icons = { social: MessageSquare, career: Briefcase, history: ScrollText, common: Globe };
const stances = { by: 'own words', about: 'written about them', to: 'said to them' };

export function Evidence({
  personaId,
  extension,
  lit,
  onLight,
  open,
  onOpen,
}: {
  personaId: string;
  extension: AnswerExtension | null;
  lit: number | null;
  onLight: (n: number | null) => void;
  open: number | null;
  onOpen: (n: number | null) => void;
}) {
  if (extension === null)
    return <Empty>What an answer rests on appears here, with its dates.</Empty>;
  const { citations, memories, reason } = extension;
  return (
    <div className="flex flex-col gap-3">
      {reason && <p className="text-sm text-muted">{reasons[reason]}</p>}
      {memories.map((memory) => (
        <blockquote
          key={memory.id}
          className="rounded-lg border border-dashed border-line px-3 py-2 text-sm"
        >
          <span className="text-xs text-muted">You told it</span>
          <p dir="auto">“{memory.quote}”</p>
        </blockquote>
      ))}
      <ol className="flex flex-col gap-2" aria-label="Sources">
        {citations.map((citation) => (
          <li key={citation.n}>
            <Card
              personaId={personaId}
              citation={citation}
              lit={lit === citation.n}
              open={open === citation.n}
              onLight={onLight}
              onToggle={() => onOpen(open === citation.n ? null : citation.n)}
            />
          </li>
        ))}
      </ol>
      {citations.length === 0 && memories.length === 0 && !reason && (
        <Empty>This answer cites nothing.</Empty>
      )}
    </div>
  );
}

function Card({
  personaId,
  citation,
  lit,
  open,
  onLight,
  onToggle,
}: {
  personaId: string;
  citation: Citation;
  lit: boolean;
  open: boolean;
  onLight: (n: number | null) => void;
  onToggle: () => void;
}) {
  const Icon = icons[citation.kind];
  const card = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (open) card.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <button
      ref={card}
      type="button"
      aria-expanded={open}
      data-evidence={citation.n}
      onClick={onToggle}
      onPointerEnter={() => onLight(citation.n)}
      onPointerLeave={() => onLight(null)}
      onFocus={() => onLight(citation.n)}
      onBlur={() => onLight(null)}
      className={`block w-full rounded-lg border p-3 text-left ${lit || open ? 'border-accent bg-accent-soft' : 'border-line bg-raised'}`}
    >
      <span className="flex items-center gap-2 text-xs text-muted">
        <span className="flex size-5 items-center justify-center rounded bg-sunken font-semibold text-accent tabular-nums">
          {citation.n}
        </span>
        <Icon size={14} aria-hidden />
        <time dateTime={citation.at}>{formatDate(citation.at, citation.atPrecision)}</time>
        <span aria-hidden>·</span>
        <span className="truncate">{stances[citation.stance]}</span>
      </span>
      {!open && (
        <span className="mt-2 line-clamp-6 block font-serif text-[15px] leading-snug" dir="auto">
          {citation.quote}
        </span>
      )}
      <span className="mt-2 block truncate text-xs text-muted">
        {citation.source} / {citation.documentId}
      </span>
      {open && <Surroundings personaId={personaId} passageId={citation.passageId} />}
    </button>
  );
}

async function readPassage(personaId: string, passageId: string): Promise<PassageDetail> {
  const response = await fetch(`/v1/personas/${personaId}/knowledge/passages/${passageId}`, {
    credentials: 'same-origin',
  });
  if (!response.ok) throw new Error('This passage is not there any more.');
  return (await response.json()) as PassageDetail;
}

/** The whole passage with its neighbours dimmed. */
function Surroundings({ personaId, passageId }: { personaId: string; passageId: string }) {
  const passage = useQuery({
    queryKey: ['passage', personaId, passageId],
    queryFn: () => readPassage(personaId, passageId),
  });
  if (passage.isLoading)
    return <span className="mt-2 block text-xs text-muted">Reading what stands around it …</span>;
  if (!passage.data)
    return <span className="mt-2 block text-xs text-muted">{String(passage.error?.message)}</span>;
  const { before, after, passage: own } = passage.data;
  const line = 'block whitespace-pre-wrap';
  return (
    <span
      className="mt-3 block border-t border-line pt-3 font-serif text-[14px] leading-snug"
      dir="auto"
    >
      {before.map((one) => (
        <span key={one.passageId} className={`${line} mb-2 text-muted`}>
          {one.author && <b>{one.author.name}: </b>}
          {one.text}
        </span>
      ))}
      <span className={line}>{own.text}</span>
      {after.map((one) => (
        <span key={one.passageId} className={`${line} mt-2 text-muted`}>
          {one.author && <b>{one.author.name}: </b>}
          {one.text}
        </span>
      ))}
    </span>
  );
}
