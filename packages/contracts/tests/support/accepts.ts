type Schema = Record<string, unknown>;

/**
 * Whether a reader takes everything that a writer may write, both told as JSON Schema.
 * @returns where it does not, as paths with a reason; empty when it does.
 */
export function refusals(reader: Schema, writer: Schema): string[] {
  return compare({ root: reader, at: reader }, { root: writer, at: writer }, '$', new Set());
}

interface Side {
  root: Schema;
  at: Schema;
}

function compare(of: Side, by: Side, path: string, seen: ReadonlySet<string>): string[] {
  const reader = resolved(of);
  const writer = resolved(by);
  const pair = `${JSON.stringify(of.at)} ${JSON.stringify(by.at)}`;
  // A schema within itself: it is being compared already.
  if ('$ref' in of.at && seen.has(pair)) return [];
  const within = new Set([...seen, pair]);
  const next = (a: unknown, b: unknown, where: string): string[] =>
    compare({ ...of, at: a as Schema }, { ...by, at: b as Schema }, where, within);

  const written = branchesOf(writer);
  if (written !== null) return written.flatMap((one) => next(reader, one, path));
  const read = branchesOf(reader);
  if (read !== null) {
    const each = read.map((one) => next(one, writer, path));
    if (each.some((found) => found.length === 0)) return [];
    return each.toSorted((a, b) => b[0]!.length - a[0]!.length)[0]!.slice(0, 1);
  }
  return [
    ...values(reader, writer, path),
    ...bounds(reader, writer, path),
    ...members(reader, writer, path, next),
    ...('items' in reader && 'items' in writer
      ? next(reader['items'], writer['items'], `${path}[]`)
      : []),
  ];
}

function resolved({ root, at }: Side): Schema {
  const name = typeof at['$ref'] === 'string' ? /^#\/\$defs\/(.+)$/u.exec(at['$ref'])?.[1] : null;
  if (at['$ref'] === '#') return root;
  if (name === null || name === undefined) return at;
  return (root['$defs'] as Record<string, Schema>)[name] ?? {};
}

function branchesOf(schema: Schema): Schema[] | null {
  const { type } = schema;
  if (Array.isArray(type)) return type.map((one: unknown) => ({ ...schema, type: one }));
  return (schema['anyOf'] ?? schema['oneOf'] ?? null) as Schema[] | null;
}

function values(reader: Schema, writer: Schema, path: string): string[] {
  const type = reader['type'];
  if (type !== undefined && type !== writer['type'])
    if (!(type === 'number' && writer['type'] === 'integer'))
      return [
        `${path}: ${JSON.stringify(writer['type'])} is written, ${JSON.stringify(type)} is read`,
      ];
  const read = valuesOf(reader);
  if (read === null) return [];
  const strange = (valuesOf(writer) ?? ['anything']).filter((value) => !read.includes(value));
  return strange.map((value) => `${path}: ${JSON.stringify(value)} is not read`);
}

const valuesOf = (schema: Schema): unknown[] | null =>
  'const' in schema ? [schema['const']] : ((schema['enum'] ?? null) as unknown[] | null);

const greatest = ['maxLength', 'maxItems', 'maximum'];
const least = ['minLength', 'minItems', 'minimum', 'exclusiveMinimum'];

function bounds(reader: Schema, writer: Schema, path: string): string[] {
  const wider = (bound: string, sign: 1 | -1): boolean =>
    bound in reader &&
    !(bound in writer && sign * Number(writer[bound]) <= sign * Number(reader[bound]));
  return [
    ...greatest.filter((bound) => wider(bound, 1)),
    ...least.filter((bound) => wider(bound, -1)),
    ...['pattern', 'format'].filter((rule) => rule in reader && reader[rule] !== writer[rule]),
  ].map((rule) => `${path}: ${rule} is stricter than what is written`);
}

function members(
  reader: Schema,
  writer: Schema,
  path: string,
  next: (reader: unknown, writer: unknown, path: string) => string[],
): string[] {
  const read = (reader['properties'] ?? {}) as Record<string, unknown>;
  const written = (writer['properties'] ?? {}) as Record<string, unknown>;
  const always = new Set((writer['required'] ?? []) as string[]);
  const missing = ((reader['required'] ?? []) as string[])
    .filter((name) => !always.has(name))
    .map((name) => `${path}.${name}: it is needed, and not always written`);
  const isStrict = reader['additionalProperties'] === false;
  const strange = Object.keys(written)
    .filter((name) => isStrict && !(name in read))
    .map((name) => `${path}.${name}: it is written, and refused`);
  const shared = Object.keys(read).filter((name) => name in written);
  const free = [reader['additionalProperties'], writer['additionalProperties']];
  return [
    ...missing,
    ...strange,
    ...shared.flatMap((name) => next(read[name], written[name], `${path}.${name}`)),
    ...(free.every((one) => typeof one === 'object') ? next(free[0], free[1], `${path}.*`) : []),
  ];
}
