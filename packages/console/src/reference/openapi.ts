/** As much of OpenAPI 3.1 as this server's own description uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  format?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  additionalProperties?: boolean | Schema;
}
type Content = Record<string, { schema?: Schema }>;
export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}
export interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses?: Record<string, { description?: string; content?: Content }>;
  /** Empty: no key is needed. */
  security?: unknown[];
}
export interface OpenApi {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}
export interface Endpoint extends Operation {
  method: string;
  path: string;
}

export async function readOpenApi(signal: AbortSignal): Promise<OpenApi> {
  const response = await fetch('/openapi.json', { signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return (await response.json()) as OpenApi;
}

/** What only operators need stands after what everybody comes for. */
const last = ['Keys', 'Console login', 'Server'];

/** By tag, in the order of the description. */
export function endpointsByTag(api: OpenApi): Array<[string, Endpoint[]]> {
  const groups = new Map<string, Endpoint[]>();
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? 'Other';
      const group = groups.get(tag) ?? [];
      group.push({ ...operation, method: method.toUpperCase(), path });
      groups.set(tag, group);
    }
  }
  return [...groups].sort(([a], [b]) => last.indexOf(a) - last.indexOf(b));
}

export const nameOf = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1);

/** A schema itself where it is only named; one that is not there says nothing. */
export const resolve = (api: OpenApi, schema: Schema): Schema =>
  schema.$ref === undefined ? schema : (api.components?.schemas?.[nameOf(schema.$ref)] ?? {});

/** In a few words: `string`, `Citation[]`, `"by" | "about"`. */
export function typeWords(schema: Schema): string {
  if (schema.$ref !== undefined) return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeWords))].join(' | ');
  if (schema.type === 'array') return `${bracketed(typeWords(schema.items ?? {}))}[]`;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : schema.type;
  if (type === 'object' && !schema.properties && typeof schema.additionalProperties === 'object')
    return `{ [name]: ${typeWords(schema.additionalProperties)} }`;
  return schema.format === undefined ? (type ?? 'any') : `${type ?? 'any'} (${schema.format})`;
}

const bracketed = (words: string) => (words.includes(' | ') ? `(${words})` : words);

/** Lengths, range and default, where they say something: no bound that is only a number's own. */
export function boundsWords(schema: Schema): string {
  const { minimum, maximum, minLength, maxLength } = schema;
  const own = (n: number | undefined) => n !== undefined && Math.abs(n) < Number.MAX_SAFE_INTEGER;
  const range = [own(minimum) ? minimum : '', own(maximum) ? maximum : ''];
  return [
    ...(range.some((end) => end !== '') ? [range.join('…')] : []),
    ...(minLength !== undefined || maxLength !== undefined
      ? [`${minLength ?? 0}…${maxLength ?? ''} characters`]
      : []),
    ...(schema.default === undefined ? [] : [`default ${JSON.stringify(schema.default)}`]),
  ].join(', ');
}
