import { CopyButton } from '../ui/copy-button.tsx';
import { exampleCurl } from './example-curl.ts';
import type { Endpoint, OpenApi } from './openapi.ts';
import { Member, SchemaView } from './schema-view.tsx';
import { Words } from './words.tsx';

export function EndpointView({ api, endpoint }: { api: OpenApi; endpoint: Endpoint }) {
  const curl = exampleCurl(api, endpoint, location.origin);
  const bodies = Object.entries(endpoint.requestBody?.content ?? {});
  return (
    <article
      id={endpoint.operationId}
      className="scroll-mt-4 rounded-lg border border-line bg-raised p-4 target:border-accent"
    >
      <h3 className="text-base font-semibold">
        <a href={`#${endpoint.operationId}`} className="hover:text-accent">
          <Words text={endpoint.summary ?? endpoint.operationId} />
        </a>
      </h3>
      <p className="mt-1 font-mono text-[13px] break-words">
        <b className="text-accent">{endpoint.method}</b> {endpoint.path}
      </p>
      <p className="mt-1 text-sm text-muted">
        {endpoint.security?.length === 0
          ? 'Needs no key.'
          : (endpoint.description ?? 'Needs a key.')}
      </p>
      {(endpoint.parameters ?? []).length > 0 && (
        <Section title="Parameters">
          <ul className="border-l border-line pl-3">
            {endpoint.parameters?.map((one) => (
              <li key={`${one.in} ${one.name}`} className="py-1">
                <Member
                  api={api}
                  name={one.name}
                  schema={one.schema ?? {}}
                  required={one.required === true}
                />
                <span className="block text-xs text-muted">
                  in the {one.in}
                  {one.description === undefined ? '' : `: ${one.description}`}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {bodies.map(([type, { schema }]) => (
        <Section key={type} title={`Body, ${type}`}>
          {schema && <SchemaView api={api} schema={schema} />}
        </Section>
      ))}
      {Object.entries(endpoint.responses ?? {}).flatMap(([status, response]) =>
        Object.entries(response.content ?? { '': {} }).map(([type, { schema }]) => (
          <Section
            key={`${status} ${type}`}
            title={`${status === 'default' ? 'An error' : status}${type === '' ? '' : `, ${type}`}`}
            closed
          >
            {response.description !== undefined && response.description !== 'Default Response' && (
              <p className="mb-1 text-sm text-muted">
                <Words text={response.description} />
              </p>
            )}
            {schema && <SchemaView api={api} schema={schema} />}
          </Section>
        )),
      )}
      <div className="mt-3 rounded-lg bg-sunken p-3">
        <div className="flex justify-end text-xs text-muted">
          <CopyButton text={curl} />
        </div>
        <pre className="overflow-x-auto font-mono text-xs leading-relaxed">{curl}</pre>
      </div>
    </article>
  );
}

function Section({
  title,
  closed = false,
  children,
}: {
  title: string;
  closed?: boolean;
  children: React.ReactNode;
}) {
  return (
    <details className="mt-3" open={!closed}>
      <summary className="cursor-pointer text-sm font-medium">{title}</summary>
      <div className="mt-1">{children}</div>
    </details>
  );
}
