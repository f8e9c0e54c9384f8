import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { client } from '../client.ts';
import { Busy, Trouble } from '../ui/parts.tsx';
import { useTitle } from '../ui/use-title.ts';
import { ConsentPanel } from './consent-panel.tsx';
import { Character } from './character.tsx';
import { Conversations } from './conversations.tsx';
import { KeepAndRemove } from './keep-and-remove.tsx';
import { Knows } from './knows.tsx';
import { OlderThanDocuments } from './older-than-documents.tsx';
import { Proposals } from './proposals.tsx';
import { Skills } from './skills.tsx';
import { Timeline } from './timeline.tsx';
import { Versions } from './versions.tsx';

/** Who the persona is, what it knows, how it came to be so. */
export function AboutPage({ personaId }: { personaId: string }) {
  const persona = useQuery({
    queryKey: ['persona', personaId],
    queryFn: () => client.personas.get(personaId),
  });
  useTitle(persona.data && `About ${persona.data.name}`);
  // Once it is there it stays: the receipt of its erasure is read on this page.
  if (!persona.data)
    return (
      <div className="p-6">
        {persona.error ? <Trouble error={persona.error} /> : <Busy>Fetching the persona …</Busy>}
      </div>
    );
  const { document } = persona.data;
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4 px-4 py-8">
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="text-2xl font-semibold text-balance break-words" dir="auto">
            {document.name}
          </h1>
          <p className="text-sm text-muted">{document.disclosure}</p>
        </div>
        <div className="flex flex-wrap gap-2 pt-1">
          <Link
            to="/"
            search={{ for: personaId }}
            className="rounded-lg border border-line bg-raised px-3 py-1.5 text-sm font-medium hover:bg-sunken"
          >
            Add knowledge
          </Link>
          <Link
            to="/p/$personaId/interview"
            params={{ personaId }}
            className="rounded-lg border border-line bg-raised px-3 py-1.5 text-sm font-medium hover:bg-sunken"
          >
            Interview
          </Link>
          <Link
            to="/p/$personaId"
            params={{ personaId }}
            className="rounded-lg border border-accent bg-accent px-3 py-1.5 text-sm font-medium text-accent-ink"
          >
            Talk
          </Link>
        </div>
      </header>
      <ConsentPanel personaId={personaId} state={persona.data.consent} />
      <Proposals personaId={personaId} />
      {document.persona.summary && (
        <p
          className="py-2 font-serif text-[17px] leading-relaxed lg:text-xl lg:leading-relaxed"
          dir="auto"
        >
          {document.persona.summary}
        </p>
      )}
      <OlderThanDocuments personaId={personaId} document={document} />
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Character document={document} />
        <Knows personaId={personaId} document={document} />
        <Timeline document={document} />
        <Skills document={document} />
      </div>
      <Versions personaId={personaId} head={persona.data.headVersion} />
      <Conversations personaId={personaId} />
      <KeepAndRemove personaId={personaId} name={document.name} />
    </div>
  );
}
