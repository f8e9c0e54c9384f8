import { PersonateError } from '@personate/client';
import type { AnswerExtension } from '@personate/contracts';
import { Link } from '@tanstack/react-router';
import { RotateCcw } from 'lucide-react';
import { CopyButton } from '../ui/copy-button.tsx';
import { Trouble } from '../ui/parts.tsx';
import { AnswerText } from './answer-text.tsx';
import type { Exchange } from './use-conversation.ts';

/** A question and its answer, with where that stands. */
export function ExchangeView({
  personaId,
  exchange,
  last,
  current,
  lit,
  onLight,
  onOpen,
  onAgain,
}: {
  personaId: string;
  exchange: Exchange;
  last: boolean;
  current: boolean;
  lit: number | null;
  onLight: (n: number | null) => void;
  onOpen: (n: number) => void;
  onAgain: () => void;
}) {
  const { extension, answer, streaming } = exchange;
  const lacking = extension?.decision === 'declined' && extension.reason !== 'about-now';
  return (
    <article className="flex flex-col gap-3">
      <p
        className="max-w-full self-end rounded-lg bg-sunken px-4 py-2 text-[15px] break-words whitespace-pre-wrap"
        dir="auto"
      >
        {exchange.question}
      </p>
      <div
        className={`border-l-2 pl-4 ${current && extension?.citations.length ? 'border-accent' : 'border-transparent'}`}
        aria-live={streaming ? 'polite' : undefined}
      >
        {answer === '' && streaming && <p className="text-sm text-muted">…</p>}
        <AnswerText
          text={answer}
          citations={extension?.citations ?? []}
          lit={lit}
          onLight={onLight}
          onOpen={onOpen}
        />
        {exchange.error !== null && (
          <div className="mt-2">
            <Trouble error={exchange.error} />
            {isOfConsent(exchange.error) && (
              <Link
                to="/p/$personaId/about"
                params={{ personaId }}
                className="mt-1 inline-block text-sm text-accent hover:underline"
              >
                To its consent
              </Link>
            )}
          </div>
        )}
        {extension && (
          <footer className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
            <span className="rounded border border-line px-1.5 py-0.5">
              {decisionWords(extension)}
            </span>
            {lacking && (
              <Link
                to="/"
                search={{ for: personaId }}
                className="text-accent underline-offset-2 hover:underline"
              >
                Add knowledge
              </Link>
            )}
            <CopyButton text={answer} />
            {last && !streaming && <Again onAgain={onAgain} />}
            <span
              className="tabular-nums"
              title={`Persona version ${extension.version}, knowledge revision ${extension.knowledgeRevision}`}
            >
              v{extension.version} · k{extension.knowledgeRevision}
            </span>
          </footer>
        )}
        {extension === null && !streaming && (
          <footer className="mt-2 flex items-center gap-3 text-xs text-muted">
            {exchange.error === null && 'Stopped'}
            {last && <Again onAgain={onAgain} />}
          </footer>
        )}
      </div>
    </article>
  );
}

function Again({ onAgain }: { onAgain: () => void }) {
  return (
    <button
      type="button"
      className="inline-flex items-center gap-1 hover:text-ink"
      onClick={onAgain}
    >
      <RotateCcw size={12} aria-hidden /> Again
    </button>
  );
}

/** What to do about it is told for a terminal; here it is a page away. */
const isOfConsent = (error: unknown): boolean =>
  error instanceof PersonateError && error.code.startsWith('persona.consent-');

/** In a few words; the evidence column has the sentence. */
function decisionWords({ decision, reason }: AnswerExtension): string {
  if (reason === 'small-talk') return 'Small talk';
  if (reason === 'synthetic-identity') return 'Says what it is';
  if (reason === 'from-memory') return 'From what you told it';
  if (reason === 'from-persona') return 'From the persona itself';
  return {
    answered: 'Answered from evidence',
    partly: 'Partly answered',
    declined: 'Does not know',
  }[decision];
}
