import { Lexer } from 'yaml';

/** A lexer's token that says: the next one is a scalar, with whatever stands in it. */
const scalarFollows = '\u001f';

/**
 * Whether collections stand in each other deeper than the limit. The library's composer calls itself for each level,
 * and near the end of its stack the engine ends the process instead of throwing; its lexer does not.
 */
export function isDeeperThan(text: string, limit: number): boolean {
  /** Columns at which a block collection may have begun, each deeper than the one before. */
  const columns: number[] = [];
  let inFlow = 0;
  let column = 0;
  let isScalar = false;
  const begin = (): void => {
    while ((columns.at(-1) ?? -1) >= column) columns.pop();
    columns.push(column);
  };
  for (const token of new Lexer().lex(text)) {
    if (token === scalarFollows) {
      if (inFlow === 0) begin();
      isScalar = true;
      continue;
    }
    if (!isScalar && (token === '[' || token === '{')) inFlow += 1;
    else if (!isScalar && (token === ']' || token === '}')) inFlow = Math.max(0, inFlow - 1);
    else if (!isScalar && inFlow === 0 && (token === '-' || token === '?')) begin();
    if (columns.length + inFlow > limit) return true;
    const line = token.lastIndexOf('\n');
    column = line < 0 ? column + token.length : token.length - line - 1;
    isScalar = false;
  }
  return false;
}
