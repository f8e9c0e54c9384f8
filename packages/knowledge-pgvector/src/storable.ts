// PostgreSQL's text takes neither NUL nor half a surrogate pair; foreign text may hold both.
const unstorable = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;
const unstorableUnits = new RegExp(unstorable.source, 'g');

/** The same value with U+FFFD for what the database cannot hold. */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.replace(unstorableUnits, '\ufffd') as T;
  if (Array.isArray(value)) return value.map((item: unknown) => storable(item)) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]: [string, unknown]) => [key, storable(item)]),
    ) as T;
  return value;
}
