import { cardBroken, cardLimits, cardTooLarge } from './card-errors.ts';

/**
 * A card's JSON as an object without secrets, bounded in size, depth and number of values.
 * @throws ExpectedError `card.broken`, `card.too-large`.
 */
export function parseCardJson(bytes: Buffer, fileName: string): Record<string, unknown> {
  if (bytes.length > cardLimits.jsonBytes)
    throw cardTooLarge(fileName, `the card is larger than ${cardLimits.jsonBytes / 1024 ** 2} MB`);
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (error) {
    throw cardBroken(fileName, 'the card is not JSON in UTF-8', error);
  }
  if (!isRecord(value)) throw cardBroken(fileName, 'the card is not a JSON object');
  checkBounds(value, fileName);
  return withoutSecrets(value) as Record<string, unknown>;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without recursion: what is too deep must not be walked to its end. */
function checkBounds(value: unknown, fileName: string): void {
  let level: unknown[] = [value];
  let seen = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > cardLimits.depth)
      throw cardTooLarge(fileName, `the card nests deeper than ${cardLimits.depth} levels`);
    seen += level.length;
    if (seen > cardLimits.values)
      throw cardTooLarge(fileName, `the card has more than ${cardLimits.values} values`);
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? Object.values(one) : [],
    );
  }
}

/** elizaOS keeps keys of other services in members of this name; they are nobody else's. */
const secret = /^secrets?$/i;

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !secret.test(key))
      .map(([key, member]) => [key, withoutSecrets(member)]),
  );
}
