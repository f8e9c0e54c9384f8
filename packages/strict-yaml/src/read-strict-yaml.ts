import {
  isScalar,
  parseDocument,
  visit,
  YAMLParseError,
  type Document,
  type LineCounter,
} from 'yaml';
import { isDeeperThan } from './depth-of.ts';

const mostLevels = 64;

/**
 * YAML from a stranger, with the line of each error: at most 64 levels, at most 100 uses of aliases (told when it is
 * made into a value), and time that grows with its length alone. Errors stand in the document; nothing is thrown.
 */
export function readStrictYaml(
  text: string,
  options: { lineCounter?: LineCounter; schema?: 'core' } = {},
): { document: Document; toValue: () => unknown } {
  if (isDeeperThan(text, mostLevels)) {
    const document = parseDocument('null', { logLevel: 'silent' });
    const message = `It is nested deeper than ${mostLevels} levels.`;
    document.errors.push(new YAMLParseError([0, 0], 'IMPOSSIBLE', message));
    return { document, toValue: () => null };
  }
  // The library compares every key with every other one.
  const document = parseDocument(text, {
    ...options,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  reportTwins(document);
  return { document, toValue: () => document.toJS({ maxAliasCount: 100 }) as unknown };
}

/** Of two values under one key the second would silently win. */
function reportTwins(document: Document): void {
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const known = seen.size;
        seen.add(key.value);
        if (seen.size > known || key.value === '<<') continue;
        const [from = 0, to = from] = key.range ?? [];
        const message = `Map keys must be unique; "${String(key.value)}" stands here again`;
        document.errors.push(new YAMLParseError([from, to], 'DUPLICATE_KEY', message));
      }
    },
  });
}
