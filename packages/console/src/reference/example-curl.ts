import { resolve, type Endpoint, type OpenApi, type Schema } from './openapi.ts';

/** A call that a shell takes as it is, once the words in capitals are replaced. */
export function exampleCurl(api: OpenApi, endpoint: Endpoint, origin: string): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase());
  const query = (endpoint.parameters ?? [])
    .filter((one) => one.in === 'query' && one.required)
    .map((one) => `${one.name}=${one.name.toUpperCase()}`);
  const address = `${origin}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const lines = [
    `curl -s${endpoint.method === 'GET' ? '' : ` -X ${endpoint.method}`} '${address}'`,
  ];
  if (endpoint.security?.length !== 0)
    lines.push(`  -H "authorization: Bearer $PERSONATE_API_KEY"`);
  const content = endpoint.requestBody?.content ?? {};
  const json = content['application/json']?.schema;
  if ('multipart/form-data' in content) lines.push(`  -F file=@EXPORT.zip`);
  else if (json !== undefined) {
    lines.push(`  -H 'content-type: application/json'`);
    lines.push(`  -d '${JSON.stringify(exampleOf(api, json)).replaceAll("'", `'\\''`)}'`);
  }
  return lines.join(' \\\n');
}

/** The required members alone, each with a value of its type. */
function exampleOf(api: OpenApi, schema: Schema, name = 'value', depth = 0): unknown {
  const own = resolve(api, schema);
  if (own.default !== undefined) return own.default;
  if (own.const !== undefined) return own.const;
  // The last of a message's roles comes first in the description: it is the user who asks.
  if (own.enum) return own.enum.includes('user') ? 'user' : own.enum[0];
  const choices = own.anyOf ?? own.oneOf ?? own.allOf;
  if (choices?.[0]) return exampleOf(api, choices[0], name, depth);
  const type = Array.isArray(own.type) ? own.type[0] : own.type;
  if (type === 'array')
    return own.items && depth < 4 ? [exampleOf(api, own.items, name, depth + 1)] : [];
  if (type === 'object' || own.properties) {
    const required = own.required ?? [];
    // A message without its text would say nothing.
    const shown = own.properties?.['content'] ? [...new Set([...required, 'content'])] : required;
    return Object.fromEntries(
      shown.flatMap((key) => {
        const member = own.properties?.[key];
        return member ? [[key, exampleOf(api, member, key, depth + 1)]] : [];
      }),
    );
  }
  if (type === 'integer' || type === 'number') return own.minimum ?? 1;
  if (type === 'boolean') return false;
  return name.toUpperCase();
}
