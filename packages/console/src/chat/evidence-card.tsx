import type { Citation } from '@personate/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { client } from '../client.ts';
import { PassageMeta, PassageText } from '../passage/passage-parts.tsx';
import { Busy, Trouble } from '../ui/parts.tsx';

export function EvidenceCard({
  personaId,
  question,
  citation,
  lit,
  open,
  onLight,
  onToggle,
}: {
  personaId: string;
  question: string;
  citation: Citation;
  lit: boolean;
  open: boolean;
  onLight: (n: number | null) => void;
  onToggle: () => void;
}) {
  const head = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    head.current?.scrollIntoView({ block: 'nearest' });
    // So that the arrows go on from here; not while somebody is writing.
    if (document.activeElement?.matches('[data-mark]')) head.current?.focus();
  }, [open]);
  return (
    <article
      data-evidence={citation.n}
      onPointerEnter={() => onLight(citation.n)}
      onPointerLeave={() => onLight(null)}
      className={`relative rounded-lg border p-3 ${lit || open ? 'border-accent bg-accent-soft' : 'border-line bg-raised'}`}
    >
      <button
        ref={head}
        type="button"
        data-source
        aria-expanded={open}
        onClick={onToggle}
        onFocus={() => onLight(citation.n)}
        onBlur={() => onLight(null)}
        // The whole card opens it; once it is open, its text can be marked and its links followed.
        className={`block w-full text-left ${open ? '' : 'after:absolute after:inset-0'}`}
      >
        <PassageMeta n={citation.n} passage={citation} />
      </button>
      {!open && (
        <p className="mt-2 line-clamp-6 font-serif text-[15px] leading-snug" dir="auto">
          {citation.quote}
        </p>
      )}
      {open && <Surroundings personaId={personaId} citation={citation} />}
      <p className="mt-2 truncate text-xs text-muted" title={citation.documentId}>
        {citation.source} / {citation.documentId}
      </p>
      {open && (
        <p className="mt-2 flex gap-4 text-xs text-accent">
          <Link
            to="/p/$personaId/passages/$passageId"
            params={{ personaId, passageId: citation.passageId }}
            className="hover:underline"
          >
            As a page
          </Link>
          <Link
            to="/p/$personaId/knowledge"
            params={{ personaId }}
            search={{ q: question }}
            className="hover:underline"
          >
            Why it was found
          </Link>
        </p>
      )}
    </article>
  );
}

/** The whole passage with its neighbours dimmed. */
function Surroundings({ personaId, citation }: { personaId: string; citation: Citation }) {
  const { passageId } = citation;
  const passage = useQuery({
    queryKey: ['passage', personaId, passageId],
    queryFn: () => client.knowledge.passage(personaId, passageId),
  });
  if (passage.error) return <Trouble error={passage.error} />;
  if (!passage.data) return <Busy>Reading what stands around it …</Busy>;
  return (
    <div className="mt-3 border-t border-line pt-3 text-[14px] leading-snug">
      <PassageText detail={passage.data} />
    </div>
  );
}
