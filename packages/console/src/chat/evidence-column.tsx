import type { AnswerExtension } from '@personate/contracts';
import { useQuery } from '@tanstack/react-query';
import { client } from '../client.ts';
import { Empty } from '../ui/parts.tsx';
import { EvidenceCard } from './evidence-card.tsx';
import { Learnt } from './learnt.tsx';
import { reasons } from './reasons.ts';

/** What the answer rests on, and what was learnt since. */
export function EvidenceColumn({
  personaId,
  question,
  extension,
  lit,
  onLight,
  open,
  onOpen,
}: {
  personaId: string;
  question: string;
  extension: AnswerExtension | null;
  lit: number | null;
  onLight: (n: number | null) => void;
  open: number | null;
  onOpen: (n: number | null) => void;
}) {
  const status = useQuery({ queryKey: ['status'], queryFn: ({ signal }) => client.status(signal) });
  return (
    <>
      {extension === null ? (
        <Empty>What an answer rests on appears here, with its dates.</Empty>
      ) : (
        <div className="flex flex-col gap-3">
          {extension.reason && <p className="text-sm text-muted">{reasons[extension.reason]}</p>}
          {extension.memories.map((memory) => (
            <blockquote
              key={memory.id}
              className="rounded-lg border border-dashed border-line px-3 py-2 text-sm"
            >
              <span className="text-xs text-muted">You told it</span>
              <p dir="auto">“{memory.quote}”</p>
            </blockquote>
          ))}
          <ol className="flex flex-col gap-2" aria-label="Sources" onKeyDown={walk}>
            {extension.citations.map((citation) => (
              <li key={citation.n}>
                <EvidenceCard
                  personaId={personaId}
                  question={question}
                  citation={citation}
                  lit={lit === citation.n}
                  open={open === citation.n}
                  onLight={onLight}
                  onToggle={() => onOpen(open === citation.n ? null : citation.n)}
                />
              </li>
            ))}
          </ol>
          {extension.citations.length === 0 &&
            extension.memories.length === 0 &&
            !extension.reason && <Empty>This answer cites nothing.</Empty>}
        </div>
      )}
      <Learnt personaId={personaId} quietMs={status.data?.quietMs} />
    </>
  );
}

/** Arrows go from source to source, Home and End to the first and the last. */
function walk(event: React.KeyboardEvent<HTMLOListElement>): void {
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-source]')];
  const at = cards.findIndex((card) => card === document.activeElement);
  const to = {
    ArrowDown: Math.min(at + 1, cards.length - 1),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: cards.length - 1,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  cards[to]?.focus();
}
