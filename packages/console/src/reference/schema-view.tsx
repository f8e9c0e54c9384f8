import { useState } from 'react';
import { boundsWords, resolve, typeWords, type OpenApi, type Schema } from './openapi.ts';

/** The members of a schema, each of those that has members of its own to be opened. */
export function SchemaView({ api, schema }: { api: OpenApi; schema: Schema }) {
  const inner = membersOf(api, schema);
  if (inner === null) return <p className="font-mono text-xs text-muted">{typeWords(schema)}</p>;
  const required = new Set(inner.required);
  return (
    <ul className="border-l border-line pl-3">
      {Object.entries(inner.properties ?? {}).map(([name, member]) => (
        <li key={name} className="py-1">
          <Member api={api} name={name} schema={member} required={required.has(name)} />
        </li>
      ))}
    </ul>
  );
}

export function Member({
  api,
  name,
  schema,
  required,
}: {
  api: OpenApi;
  name: string;
  schema: Schema;
  required: boolean;
}) {
  const [open, setOpen] = useState(false);
  const description = schema.description ?? resolve(api, schema).description;
  const bounds = boundsWords(resolve(api, schema));
  const line = (
    <>
      <code className="font-semibold">{name}</code>
      {!required && <span className="text-muted">?</span>}{' '}
      <code className="text-xs break-words text-muted">{typeWords(schema)}</code>
      {bounds !== '' && <span className="text-xs text-muted"> · {bounds}</span>}
      {description !== undefined && <span className="block text-sm text-muted">{description}</span>}
    </>
  );
  if (membersOf(api, schema) === null) return line;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer">{line}</summary>
      {/* Only when it is open: a schema may hold itself. */}
      {open && <SchemaView api={api} schema={schema} />}
    </details>
  );
}

/** The object that it is, or that it is a list or a choice of. */
function membersOf(api: OpenApi, schema: Schema): Schema | null {
  const own = resolve(api, schema);
  if (own.properties) return own;
  if (own.items) return membersOf(api, own.items);
  if (typeof own.additionalProperties === 'object') return membersOf(api, own.additionalProperties);
  for (const choice of own.anyOf ?? own.oneOf ?? own.allOf ?? []) {
    const members = membersOf(api, choice);
    if (members !== null) return members;
  }
  return null;
}
