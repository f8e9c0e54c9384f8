import { wordsOf } from '../split-sentences.ts';

export interface Cell {
  /** Of its column; null where the list has no heads. */
  head: string | null;
  value: string;
}

export interface Row {
  name: string;
  cells: Cell[];
}

/** A line of its own between others is no table. */
const fewestRows = 2;
const mostRows = 200;
const most = { name: 8, value: 14 };
export const cellMark = /\s\|\s/u;
export const bullet = /^(?:[-*•–]|\d{1,3}[.)])\s+/u;
const pairs: readonly RegExp[] = [
  /^(?<name>[^:|]{2,60}):\s+(?<value>\S.{0,100})$/u,
  /^(?<name>[^|]{2,60}?)\s+(?:[–—-]|\.{2,}|…+)\s*(?<value>\S*\d.{0,60}|closed|geschlossen|stängt|cerrado)$/iu,
  /^(?<name>[^|\d]{2,60}?)\s+(?<value>[€$£]\s?\d+(?:[.,]\d{1,2})?|\d+[.,]\d{2}(?:\s?\p{L}+|\s?[€$£])?|\d+\s?(?:[€$£]|euros?|eur|dollars?|pounds?|kr(?:onor)?))$/iu,
];

/** The rows of its tables, and of its lists of names with what belongs to each: "Big service: 89 euro". */
export function rowsOf(text: string): Row[] {
  const found: Row[] = [];
  for (const paragraph of text.split(/\n\s*\n/u)) {
    const lines = paragraph
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const cells = lines.filter((line) => cellMark.test(line)).map((line) => line.split(cellMark));
    const rows = cells.length >= fewestRows ? tableRows(cells) : lines.flatMap(pairOf);
    if (rows.length >= fewestRows) found.push(...rows);
    if (found.length > mostRows) return found.slice(0, mostRows);
  }
  return found;
}

/** "Monday | 9 to 18" is read as "Monday: 9 to 18". */
export function rowAloud(line: string): string {
  const [name = '', ...cells] = line
    .replace(/^\s*\|\s*|\s*\|\s*$/gu, '')
    .split(cellMark)
    .map((cell) => cell.trim());
  return `${name}: ${cells.filter((cell) => cell !== '').join(', ')}`;
}

/** A first row without a number heads the columns. */
function tableRows(lines: readonly string[][]): Row[] {
  const [first = []] = lines;
  const heads = first.some((cell) => /\d/u.test(cell)) ? null : first;
  return lines.slice(heads === null ? 0 : 1).map(([name = '', ...values]) => ({
    name: name.trim(),
    cells: values
      .map((value, index) => ({ head: heads?.[index + 1]?.trim() ?? null, value: value.trim() }))
      .filter(({ value }) => value !== ''),
  }));
}

function pairOf(line: string): Row[] {
  const plain = line.replace(bullet, '').replace(/\*\*|__|`/gu, '');
  for (const pattern of pairs) {
    const { name = '', value = '' } = pattern.exec(plain)?.groups ?? {};
    if (name === '' || wordsOf(name).length > most.name || wordsOf(value).length > most.value)
      continue;
    return [{ name: name.trim(), cells: [{ head: null, value: value.replace(/\.$/u, '') }] }];
  }
  return [];
}
