import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { client } from '../client.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Busy, Trouble } from '../ui/parts.tsx';
import { useTitle } from '../ui/use-title.ts';
import { webAddress } from '../ui/web-address.ts';
import { PassageMeta, PassageText } from './passage-parts.tsx';

/** Where a citation leads: the passage as somebody reads it, with what stands around it, and where it comes from. */
export function PassagePage({ personaId, passageId }: { personaId: string; passageId: string }) {
  const persona = useQuery({
    queryKey: ['persona', personaId],
    queryFn: () => client.personas.get(personaId),
  });
  const detail = useQuery({
    queryKey: ['passage', personaId, passageId],
    queryFn: () => client.knowledge.passage(personaId, passageId),
  });
  const passage = detail.data?.passage;
  useTitle(passage?.title ?? passage?.externalId);
  const error = persona.error ?? detail.error;
  const name = persona.data?.name ?? personaId;
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-6 px-4 py-8 lg:py-12">
      <p className="text-sm text-muted">
        What{' '}
        <Link
          to="/p/$personaId"
          params={{ personaId }}
          className="text-accent hover:underline"
          dir="auto"
        >
          {name}
        </Link>{' '}
        can rest an answer on
      </p>
      {error && <Trouble error={error} />}
      {!error && !detail.data && <Busy>Reading the passage …</Busy>}
      {detail.data && (
        <>
          <header className="flex flex-col gap-2">
            <h1 className="text-2xl font-semibold text-balance break-words" dir="auto">
              {detail.data.passage.title ?? detail.data.passage.externalId}
            </h1>
            <PassageMeta passage={detail.data.passage} />
            {detail.data.passage.headings.length > 0 && (
              <p className="text-sm text-muted" dir="auto">
                {detail.data.passage.headings.join(' › ')}
              </p>
            )}
          </header>
          <div className="text-[17px] leading-relaxed">
            <PassageText detail={detail.data} />
          </div>
          <Origin
            author={detail.data.passage.author?.name}
            source={detail.data.passage.sourceId}
            documentId={detail.data.passage.externalId}
            url={webAddress(detail.data.passage.url)}
          />
          <p className="text-xs text-muted">
            <CopyButton text={location.href} label="Copy the address of this page" />
          </p>
        </>
      )}
    </div>
  );
}

function Origin(origin: {
  author: string | undefined;
  source: string;
  documentId: string;
  url: string | null;
}) {
  const rows: Array<[string, React.ReactNode]> = [
    ['Author', origin.author ?? 'not named'],
    ['Source', origin.source],
    ['Document', origin.documentId],
    ...(origin.url === null
      ? []
      : [
          [
            'Original',
            <a key="a" href={origin.url} rel="noreferrer" className="text-accent hover:underline">
              {origin.url}
            </a>,
          ] as [string, React.ReactNode],
        ]),
  ];
  return (
    <dl className="border-t border-line pt-4 text-sm">
      {rows.map(([label, value]) => (
        <div key={label} className="flex gap-4 py-0.5">
          <dt className="w-20 shrink-0 text-muted">{label}</dt>
          <dd className="min-w-0 break-words" dir="auto">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
