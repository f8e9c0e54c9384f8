import type { AnswerExtension } from '@personate/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { BookOpen, Copy, Plus, RotateCcw, X } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { api } from '../api.ts';
import { Busy, Button, Trouble } from '../ui/parts.tsx';
import { AnswerText } from './answer-text.tsx';
import { Composer } from './composer.tsx';
import { Evidence } from './evidence.tsx';
import { Learnt } from './learnt.tsx';
import { useConversation, type Exchange } from './use-conversation.ts';

export function ChatPage({
  personaId,
  conversationId,
}: {
  personaId: string;
  conversationId: string | undefined;
}) {
  const navigate = useNavigate();
  const persona = useQuery({
    queryKey: ['persona', personaId],
    queryFn: () => api.persona(personaId),
  });
  const status = useQuery({ queryKey: ['status'], queryFn: api.status });
  const onStarted = useCallback(
    (id: string) =>
      void navigate({
        to: '/p/$personaId',
        params: { personaId },
        search: { c: id },
        replace: true,
      }),
    [navigate, personaId],
  );
  const talk = useConversation(personaId, conversationId, onStarted);
  const [chosen, setChosen] = useState<string | null>(null);
  const [lit, setLit] = useState<number | null>(null);
  const [open, setOpen] = useState<number | null>(null);
  const [sheet, setSheet] = useState(false);

  const answered = talk.exchanges.filter((one) => one.extension !== null);
  const shown = answered.find((one) => one.key === chosen) ?? answered.at(-1) ?? null;
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- A new answer is the one to look at.
    setChosen(null);
    setOpen(null);
  }, [talk.exchanges.length, conversationId]);

  if (persona.error)
    return (
      <div className="p-6">
        <Trouble error={persona.error} />
      </div>
    );
  if (!persona.data) return <Busy>Fetching the persona …</Busy>;
  const { document, name } = persona.data;

  const evidence = (
    <>
      <Evidence
        personaId={personaId}
        extension={shown?.extension ?? null}
        lit={lit}
        onLight={setLit}
        open={open}
        onOpen={setOpen}
      />
      <Learnt personaId={personaId} quietMs={status.data?.quietMs} />
    </>
  );
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_340px]">
      <section className="flex min-h-0 flex-col" aria-label={`Conversation with ${name}`}>
        <header className="flex items-center justify-between gap-3 border-b border-line px-4 py-2 lg:px-8">
          <div className="min-w-0">
            <h1 className="truncate text-base font-semibold" dir="auto">
              {name}
            </h1>
            <p className="truncate text-xs text-muted" title={document.disclosure}>
              Synthetic · {document.subject.kind} · version {persona.data.headVersion}
            </p>
          </div>
          <nav className="flex shrink-0 items-center gap-1">
            <Link
              to="/p/$personaId/about"
              params={{ personaId }}
              className="rounded-lg px-3 py-1.5 text-sm text-muted hover:bg-sunken hover:text-ink"
            >
              About
            </Link>
            <Button
              tone="quiet"
              onClick={() =>
                void navigate({ to: '/p/$personaId', params: { personaId }, search: {} })
              }
            >
              <Plus size={16} aria-hidden /> <span className="max-sm:sr-only">New</span>
            </Button>
            <Button tone="quiet" className="lg:hidden" onClick={() => setSheet(true)}>
              <BookOpen size={16} aria-hidden /> <span className="max-sm:sr-only">Evidence</span>
            </Button>
          </nav>
        </header>
        <Scroll watch={talk.exchanges}>
          {talk.error && <Trouble error={talk.error} />}
          {talk.loading && <Busy>Fetching the conversation …</Busy>}
          {talk.exchanges.length === 0 && !talk.loading && (
            <Opening
              summary={document.persona.summary}
              disclosure={document.disclosure}
              prompts={document.persona.typicalResponses.map((one) => one.prompt)}
              onAsk={talk.ask}
            />
          )}
          {talk.exchanges.map((exchange, i) => (
            <ExchangeView
              key={exchange.key}
              personaId={personaId}
              exchange={exchange}
              last={i === talk.exchanges.length - 1}
              current={shown?.key === exchange.key}
              lit={shown?.key === exchange.key ? lit : null}
              onLight={(n) => {
                if (n !== null) setChosen(exchange.key);
                setLit(n);
              }}
              onOpen={(n) => {
                setChosen(exchange.key);
                setOpen(n);
                setSheet(true);
              }}
              onAgain={talk.again}
            />
          ))}
        </Scroll>
        <div className="mx-auto w-full max-w-2xl px-4 pb-4">
          <Composer name={name} busy={talk.busy} onAsk={talk.ask} onStop={talk.stop} />
        </div>
      </section>
      <aside
        aria-label="Evidence"
        className="hidden min-h-0 overflow-y-auto border-l border-line bg-sunken/50 p-4 lg:block"
      >
        <h2 className="mb-3 text-sm font-semibold">Evidence</h2>
        {evidence}
      </aside>
      {sheet && (
        <div
          className="fixed inset-0 z-10 flex flex-col justify-end bg-black/40 lg:hidden"
          onClick={() => setSheet(false)}
        >
          <div
            role="dialog"
            aria-label="Evidence"
            className="max-h-[75%] overflow-y-auto rounded-t-xl bg-paper p-4 shadow-xl"
            onClick={(event) => event.stopPropagation()}
          >
            <div className="mb-3 flex items-center justify-between">
              <h2 className="text-sm font-semibold">Evidence</h2>
              <Button tone="quiet" aria-label="Close" onClick={() => setSheet(false)}>
                <X size={16} aria-hidden />
              </Button>
            </div>
            {evidence}
          </div>
        </div>
      )}
    </div>
  );
}

/** Follows what is being said only while the reader is at the end. */
function Scroll({ watch, children }: { watch: readonly Exchange[]; children: React.ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const count = useRef(0);
  useLayoutEffect(() => {
    const { current } = box;
    if (!current) return;
    if (watch.length !== count.current) atEnd.current = true;
    count.current = watch.length;
    if (atEnd.current) current.scrollTop = current.scrollHeight;
  }, [watch]);
  return (
    <div
      ref={box}
      className="min-h-0 flex-1 overflow-y-auto"
      onScroll={({ currentTarget: at }) => {
        atEnd.current = at.scrollHeight - at.scrollTop - at.clientHeight < 40;
      }}
    >
      <div className="mx-auto flex w-full max-w-2xl flex-col gap-8 px-4 py-6">{children}</div>
    </div>
  );
}

function Opening({
  summary,
  disclosure,
  prompts,
  onAsk,
}: {
  summary: string;
  disclosure: string;
  prompts: string[];
  onAsk: (question: string) => void;
}) {
  return (
    <div className="flex flex-col gap-6 pt-6">
      {summary && (
        <p className="font-serif text-xl leading-relaxed" dir="auto">
          {summary}
        </p>
      )}
      <p className="text-sm text-muted">{disclosure}</p>
      {prompts.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label="Questions to begin with">
          {prompts.slice(0, 4).map((prompt) => (
            <li key={prompt}>
              <Button onClick={() => onAsk(prompt)}>
                <span dir="auto">{prompt}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ExchangeView({
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
  const declined = extension?.decision === 'declined';
  const recorded = declined && extension.reason !== 'about-now';
  return (
    <article className="flex flex-col gap-3">
      <p
        className="self-end rounded-lg bg-sunken px-4 py-2 text-[15px] whitespace-pre-wrap"
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
          </div>
        )}
        {extension && (
          <footer className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-muted">
            <span className="rounded border border-line px-1.5 py-0.5">
              {decisionWords(extension)}
            </span>
            {recorded && (
              <Link
                to="/"
                search={{ for: personaId }}
                className="text-accent underline-offset-2 hover:underline"
              >
                Add knowledge
              </Link>
            )}
            <button
              type="button"
              className="inline-flex items-center gap-1 hover:text-ink"
              onClick={() => void navigator.clipboard?.writeText(answer)}
            >
              <Copy size={12} aria-hidden /> Copy
            </button>
            {last && !streaming && (
              <button
                type="button"
                className="inline-flex items-center gap-1 hover:text-ink"
                onClick={onAgain}
              >
                <RotateCcw size={12} aria-hidden /> Again
              </button>
            )}
            <span className="tabular-nums" title="Persona version and knowledge revision">
              v{extension.version} · k{extension.knowledgeRevision}
            </span>
          </footer>
        )}
      </div>
    </article>
  );
}

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
