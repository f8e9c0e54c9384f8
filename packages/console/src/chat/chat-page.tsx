import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useCallback, useState } from 'react';
import { client } from '../client.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Busy, Button, Trouble } from '../ui/parts.tsx';
import { useTitle } from '../ui/use-title.ts';
import { useWide } from '../ui/use-wide.ts';
import { ChatHeader } from './chat-header.tsx';
import { Composer } from './composer.tsx';
import { EvidenceColumn } from './evidence-column.tsx';
import { ExchangeView } from './exchange-view.tsx';
import { Opening } from './opening.tsx';
import { Scroll } from './scroll.tsx';
import { useConversation } from './use-conversation.ts';
import { useOpened } from './use-opened.ts';

export function ChatPage({
  personaId,
  conversationId,
  opened,
}: {
  personaId: string;
  conversationId: string | undefined;
  opened: string | undefined;
}) {
  const navigate = useNavigate();
  const persona = useQuery({
    queryKey: ['persona', personaId],
    queryFn: () => client.personas.get(personaId),
  });
  useTitle(persona.data?.name);
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
  const evidence = useOpened(personaId, opened);
  /** The answer that the pointer is on. */
  const [pointed, setPointed] = useState<string | null>(null);
  const [lit, setLit] = useState<number | null>(null);
  const [sheet, setSheet] = useState(false);
  const wide = useWide();

  // Once it is there, a server that is away for a moment does not take away what is being written.
  if (!persona.data)
    return (
      <div className="p-6">
        {persona.error ? <Trouble error={persona.error} /> : <Busy>Fetching the persona …</Busy>}
      </div>
    );
  const { document, name } = persona.data;
  const answered = talk.exchanges.filter((one) => one.extension !== null);
  const shown =
    answered.find((one) => one.key === pointed) ??
    answered.find((one) => one.extension?.turnId === evidence.turnId) ??
    answered.at(-1) ??
    null;
  const turnId = shown?.extension?.turnId;
  const closeSheet = () => {
    setSheet(false);
    if (evidence.source !== null) evidence.show(undefined, null);
  };
  const column = (
    <EvidenceColumn
      personaId={personaId}
      question={shown?.question ?? ''}
      extension={shown?.extension ?? null}
      lit={lit}
      onLight={setLit}
      open={turnId === undefined || turnId === evidence.turnId ? evidence.source : null}
      onOpen={(n) => evidence.show(turnId, n)}
    />
  );
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_340px]">
      <section className="flex min-h-0 flex-col" aria-label={`Conversation with ${name}`}>
        <ChatHeader
          personaId={personaId}
          name={name}
          document={document}
          version={persona.data.headVersion}
          consent={persona.data.consent}
          onEvidence={() => setSheet(true)}
        />
        <Scroll watch={talk.exchanges}>
          {talk.error && <Trouble error={talk.error} />}
          {talk.loading && <Busy>Fetching the conversation …</Busy>}
          {talk.exchanges.length === 0 && !talk.loading && !talk.error && (
            <Opening personaId={personaId} document={document} onAsk={talk.ask} />
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
                if (n !== null) setPointed(exchange.key);
                setLit(n);
              }}
              onOpen={(n) => {
                setPointed(null);
                evidence.show(exchange.extension?.turnId, n);
              }}
              onAgain={talk.again}
            />
          ))}
        </Scroll>
        <div className="mx-auto w-full max-w-2xl px-4 pb-4">
          <Composer
            name={name}
            busy={talk.busy}
            onAsk={(question) => {
              setPointed(null);
              talk.ask(question);
            }}
            onStop={talk.stop}
          />
        </div>
      </section>
      {wide ? (
        <aside
          aria-label="Evidence"
          className="min-h-0 overflow-y-auto border-l border-line bg-sunken/50 p-4"
        >
          <h2 className="mb-3 text-sm font-semibold">Evidence</h2>
          {column}
        </aside>
      ) : (
        <Dialog
          label="Evidence"
          open={sheet || evidence.source !== null}
          onClose={closeSheet}
          className="mt-auto mb-0 max-h-[80dvh] w-full max-w-none rounded-t-lg p-4"
        >
          <header className="mb-3 flex items-center justify-between">
            <h2 className="text-sm font-semibold">Evidence</h2>
            <Button tone="quiet" aria-label="Close the evidence" onClick={closeSheet}>
              <X size={18} aria-hidden />
            </Button>
          </header>
          {column}
        </Dialog>
      )}
    </div>
  );
}
