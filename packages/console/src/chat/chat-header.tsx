import type { ConsentState, PersonaDocument } from '@personate/contracts';
import { Link } from '@tanstack/react-router';
import { BookOpen, History, Plus, Search, UserRound } from 'lucide-react';
import { Button } from '../ui/parts.tsx';

const action =
  'inline-flex items-center gap-2 rounded-lg px-2 py-1.5 text-sm font-medium text-muted hover:bg-sunken hover:text-ink';

const consentWords: Record<ConsentState, string> = {
  'not-needed': '',
  given: ' · with consent',
  missing: ' · no consent stated: it answers nobody',
  withdrawn: ' · consent withdrawn: it answers nobody',
};

export function ChatHeader({
  personaId,
  name,
  document,
  version,
  consent,
  onEvidence,
}: {
  personaId: string;
  name: string;
  document: PersonaDocument;
  version: number;
  consent: ConsentState;
  onEvidence: () => void;
}) {
  const to = { params: { personaId } };
  return (
    <header className="flex items-center justify-between gap-3 border-b border-line px-4 py-2 lg:px-8">
      <div className="min-w-0">
        <h1 className="truncate text-base font-semibold" dir="auto" title={name}>
          {name}
        </h1>
        <p className="truncate text-xs text-muted" title={document.disclosure}>
          Synthetic · {document.subject.kind} · version {version}
          {consentWords[consent]}
        </p>
      </div>
      <nav className="flex shrink-0 items-center gap-1" aria-label="This persona">
        <Link to="/p/$personaId/about" {...to} className={action}>
          <UserRound size={16} aria-hidden /> <span className="max-sm:sr-only">About</span>
        </Link>
        <Link to="/p/$personaId/knowledge" {...to} className={action}>
          <Search size={16} aria-hidden /> <span className="max-sm:sr-only">Knowledge</span>
        </Link>
        <Link to="/p/$personaId/about" {...to} hash="conversations" className={action}>
          <History size={16} aria-hidden /> <span className="max-sm:sr-only">Earlier</span>
        </Link>
        <Link to="/p/$personaId" {...to} search={{}} className={action}>
          <Plus size={16} aria-hidden /> <span className="max-sm:sr-only">New</span>
        </Link>
        <Button tone="quiet" className="px-2 lg:hidden" onClick={onEvidence}>
          <BookOpen size={16} aria-hidden /> <span className="max-sm:sr-only">Evidence</span>
        </Button>
      </nav>
    </header>
  );
}
