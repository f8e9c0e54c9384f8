import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Busy, Trouble } from '../ui/parts.tsx';
import { useSlash } from '../ui/use-slash.ts';
import { useTitle } from '../ui/use-title.ts';
import { EndpointView } from './endpoint-view.tsx';
import { endpointsByTag, readOpenApi, type Endpoint } from './openapi.ts';
import { Words } from './words.tsx';

/** The HTTP API, drawn from `/openapi.json`; nothing of it comes from anywhere else. */
export function ReferencePage() {
  const { data: api, error } = useQuery({
    queryKey: ['openapi'],
    queryFn: ({ signal }) => readOpenApi(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [wanted, setWanted] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useSlash(field);
  useTitle('HTTP API');
  useEffect(() => {
    // The browser looked for the fragment before there was anything to find.
    if (api && location.hash !== '')
      document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [api]);
  const groups = api ? endpointsByTag(api) : [];
  const shown = groups
    .map(([tag, endpoints]) => [tag, endpoints.filter((one) => fits(one, wanted))] as const)
    .filter(([, endpoints]) => endpoints.length > 0);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] lg:h-full lg:grid-cols-[280px_minmax(0,1fr)]">
      <nav
        aria-label="Endpoints"
        className="border-line bg-sunken p-4 max-lg:border-b lg:overflow-y-auto lg:border-r"
      >
        <a href="/" className="text-base font-semibold">
          Personate
        </a>
        <input
          ref={field}
          type="search"
          aria-label="Find an endpoint"
          placeholder="Find an endpoint …"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          className="mt-3 w-full rounded-lg border border-line bg-raised px-3 py-1.5 text-base lg:text-sm"
        />
        <div className="max-lg:hidden">
          {shown.map(([tag, endpoints]) => (
            <section key={tag} className="mt-4">
              <h2 className="text-xs font-semibold text-muted">{tag}</h2>
              <ul>
                {endpoints.map((one) => (
                  <li key={one.operationId}>
                    <a
                      href={`#${one.operationId}`}
                      className="block py-0.5 leading-snug hover:text-accent"
                    >
                      <Words text={one.summary ?? one.operationId} />
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </nav>
      <main className="min-h-0 lg:overflow-y-auto">
        <div className="mx-auto flex max-w-3xl flex-col gap-4 px-4 py-8">
          <h1 className="text-2xl font-semibold">HTTP API</h1>
          <p className="max-w-prose text-muted">
            OpenAI’s SDKs work unchanged with the base address <code>{location.origin}/v1</code>; a
            model is a persona. Send a key as <code>Authorization: Bearer …</code>. For programs,
            the same as OpenAPI 3.1:{' '}
            <a href="/openapi.json" className="text-accent hover:underline">
              /openapi.json
            </a>
            .
          </p>
          {error && <Trouble error={error} />}
          {!api && !error && <Busy>Reading the description …</Busy>}
          {api && shown.length === 0 && <p className="text-muted">No endpoint is called so.</p>}
          {api &&
            shown.map(([tag, endpoints]) => (
              <section key={tag} className="flex flex-col gap-4">
                <h2 className="pt-4 text-xl font-semibold">{tag}</h2>
                {endpoints.map((one) => (
                  <EndpointView key={one.operationId} api={api} endpoint={one} />
                ))}
              </section>
            ))}
        </div>
      </main>
    </div>
  );
}

function fits(endpoint: Endpoint, wanted: string): boolean {
  const text = `${endpoint.method} ${endpoint.path} ${endpoint.summary ?? ''} ${endpoint.operationId}`;
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));
}
