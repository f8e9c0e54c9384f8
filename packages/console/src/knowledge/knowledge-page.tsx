import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { client } from '../client.ts';
import { Busy, Button, Empty, Trouble } from '../ui/parts.tsx';
import { useSlash } from '../ui/use-slash.ts';
import { useTitle } from '../ui/use-title.ts';
import { Result } from './result.tsx';
import { Statistics } from './statistics.tsx';
import { Topics } from './topics.tsx';

const step = 10;
const most = 100;

/** What the persona knows, by question: each passage with why it was found. */
export function KnowledgePage({ personaId, question }: { personaId: string; question: string }) {
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  useSlash(field);
  const [k, setK] = useState(step);
  const persona = useQuery({
    queryKey: ['persona', personaId],
    queryFn: () => client.personas.get(personaId),
  });
  useTitle(persona.data && `${question || 'What it knows'} · ${persona.data.name}`);
  const found = useQuery({
    queryKey: ['search', personaId, question, k],
    queryFn: ({ signal }) => client.knowledge.search(personaId, question, { k }, signal),
    enabled: question !== '',
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
  const results = found.data?.results ?? [];
  const best = results[0]?.score ?? 1;
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-8">
      <header>
        <h1 className="text-2xl font-semibold text-balance">
          What{' '}
          <Link to="/p/$personaId" params={{ personaId }} className="text-accent" dir="auto">
            {persona.data?.name ?? personaId}
          </Link>{' '}
          knows
        </h1>
      </header>
      {persona.error && <Trouble error={persona.error} />}
      <form
        role="search"
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          const q = field.current?.value.trim();
          void navigate({
            to: '/p/$personaId/knowledge',
            params: { personaId },
            search: q ? { q } : {},
          });
        }}
      >
        <input
          ref={field}
          aria-label="A question"
          defaultValue={question}
          placeholder="What would you ask?"
          dir="auto"
          maxLength={4_000}
          className="min-w-0 flex-1 rounded-lg border border-line bg-raised px-3 py-2 text-base placeholder:text-muted"
        />
        <Button type="submit" tone="accent">
          Search
        </Button>
      </form>
      {question === '' && <Statistics personaId={personaId} />}
      {question === '' && <Topics personaId={personaId} />}
      {found.error && <Trouble error={found.error} />}
      {found.isLoading && <Busy>Searching …</Busy>}
      {found.data && results.length === 0 && <Empty>Nothing in its documents bears on this.</Empty>}
      <ol className="flex flex-col gap-3" aria-label="Passages, best first">
        {results.map((result, i) => (
          <li key={result.passageId}>
            <Result personaId={personaId} rank={i + 1} result={result} best={best} />
          </li>
        ))}
      </ol>
      {results.length === k && k < most && (
        <div>
          <Button disabled={found.isFetching} onClick={() => setK(Math.min(most, k + step * 2))}>
            Show more
          </Button>
        </div>
      )}
    </div>
  );
}
