const unstorable = /[\0\ud800-\udfff]/;
// With the u flag a pair is one character, so that only a lone half is a surrogate.
const loneSurrogate = /\p{Surrogate}/gu;

/** Text as Postgres can hold it: no NUL, and U+FFFD for half a surrogate pair. */
export function storableText(text: string): string {
  if (!unstorable.test(text)) return text;
  return text.replaceAll('\0', '').replace(loneSurrogate, '\ufffd');
}

/** A value for a jsonb column. */
export function toJson(value: unknown): string {
  return JSON.stringify(storable(value));
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [storableText(key), storable(member)]),
  );
}
