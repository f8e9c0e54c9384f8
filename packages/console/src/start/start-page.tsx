import type { PersonaSummary } from '@personate/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { client } from '../client.ts';
import { usePersonas } from '../shell/use-personas.ts';
import { hueOf } from '../ui/format.ts';
import { Busy, Empty, More, Trouble } from '../ui/parts.tsx';
import { useShown } from '../ui/use-shown.ts';
import { useTitle } from '../ui/use-title.ts';
import { DropZone } from './drop-zone.tsx';
import { fileKindOf, type FileKind } from './file-kind.ts';
import { Found } from './found.tsx';
import { WholePersona } from './whole-persona.tsx';

interface Chosen {
  file: File;
  kind: FileKind | null;
  into: string | undefined;
}

const nothing = { file: null, kind: null };

/** The front door: make somebody from an export, or meet somebody who is there. */
export function StartPage({ into }: { into: string | undefined }) {
  const navigate = useNavigate();
  const { active, error, isLoading } = usePersonas();
  const { shown, left, more } = useShown(active, 60);
  /** With the persona it was chosen for: on the page of another one nothing is chosen. */
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const choose = useCallback(
    async (file: File) => setChosen({ file, kind: await fileKindOf(file), into }),
    [into],
  );
  const { file, kind } = chosen?.into === into && chosen !== null ? chosen : nothing;
  const target = active.find((one) => one.id === into);

  useTitle(undefined);
  return (
    <div className="mx-auto flex w-full max-w-3xl flex-col gap-8 px-4 py-8 lg:py-12">
      <header>
        <h1 className="text-2xl font-semibold text-balance break-words">
          {target ? (
            <>
              Add knowledge to <bdi>{target.name}</bdi>
            </>
          ) : (
            'Meet somebody, or make somebody'
          )}
        </h1>
        <p className="mt-2 max-w-prose text-muted">
          A persona answers in a person’s own voice, only from what that person could know, and
          shows what each answer rests on.
        </p>
      </header>
      {file === null ? (
        <DropZone onFile={choose} />
      ) : target === undefined && (kind === 'pack' || kind === 'character') ? (
        <WholePersona
          key={file.name}
          file={file}
          isPack={kind === 'pack'}
          onCancel={() => setChosen(null)}
        />
      ) : (
        <Found
          key={`${file.name} ${file.size} ${file.lastModified}`}
          file={file}
          into={target}
          onCancel={() => setChosen(null)}
          onStarted={(personaId, ingestionId) =>
            void navigate({
              to: '/p/$personaId/ingestions/$ingestionId',
              params: { personaId, ingestionId },
            })
          }
        />
      )}
      {!into && (
        <section aria-label="Personas">
          {error && <Trouble error={error} />}
          {isLoading && <Busy>Fetching the personas …</Busy>}
          {!isLoading && !error && active.length === 0 && (
            <Empty>
              There is nobody yet. Drop an export above, and it becomes somebody to talk to.
            </Empty>
          )}
          <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {shown.map((one) => (
              <li
                key={one.id}
                className="accented min-w-0"
                style={{ '--accent-hue': hueOf(one.id) } as React.CSSProperties}
              >
                <Card persona={one} />
              </li>
            ))}
          </ul>
          <More left={left} onMore={more} />
        </section>
      )}
    </div>
  );
}

function Card({ persona }: { persona: PersonaSummary }) {
  const status = useQuery({ queryKey: ['status'], queryFn: ({ signal }) => client.status(signal) });
  return (
    <Link
      to="/p/$personaId"
      params={{ personaId: persona.id }}
      className="flex h-full flex-col gap-2 rounded-lg border border-line bg-raised p-4 hover:border-accent"
    >
      <span className="flex items-center gap-2 font-semibold" title={persona.name}>
        <span aria-hidden className="size-2.5 shrink-0 rounded-full bg-accent" />
        <span className="truncate" dir="auto">
          {persona.name}
        </span>
      </span>
      <span className="line-clamp-4 font-serif text-[15px] leading-snug text-muted" dir="auto">
        {persona.summary}
      </span>
      <span className="mt-auto pt-1 text-xs text-muted">
        {persona.subject}
        {persona.consent === 'missing' || persona.consent === 'withdrawn'
          ? ` · consent ${persona.consent}`
          : ''}
        {status.data?.loading.includes(persona.id) ? ' · still loading' : ''}
      </span>
    </Link>
  );
}
