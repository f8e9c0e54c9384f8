import { tidy, type Span } from '../build-spans.ts';
import { listsAttributes } from '../lists-attributes.ts';
import { ordersAMachine } from '../orders-a-machine.ts';
import { splitSentences, wordsOf } from '../split-sentences.ts';
import { bullet, cellMark, rowAloud } from './table-rows.ts';

export interface Aloud {
  sentences: string[];
  words: number;
  /** It is told in lines: items, steps, rows. */
  list: boolean;
}

export interface MostAloud {
  words: number;
  sentences: number;
}

/** A list is read to its end, which is more than a passage holds: half a recipe is worse than a long one. */
export const mostOfList: MostAloud = { words: 220, sentences: 24 };

/** What was read out, as it is said: whole, and by the persona. */
export function spanAloud(
  { sentences, words }: Pick<Aloud, 'sentences' | 'words'>,
  from: Pick<Span, 'n' | 'evidence' | 'language'>,
): Span {
  return { ...from, sentences, originals: sentences, words, at: 0, telling: 'own' };
}

interface Line {
  text: string;
  /** It stands in a list or a table: it needs no full stop. */
  item: boolean;
}

/** A line that stands unmarked between others as short: "225 g oatmeal". */
const bareItemWords = 6;
const itemWords = 16;
const leadWords = 8;
/** What is not read out, under whatever heading. */
const isBarred = (line: string): boolean =>
  /[?？]["'”’»)]*$/u.test(line) || ordersAMachine(line) || listsAttributes(line);

/**
 * A passage as somebody reads it out: sentences in order, steps without their numbers, the items of a list in one
 * sentence with what leads up to them ("Ingredients: 2 eggs, 115 g flour."). It ends with the last one that has room.
 */
export function readAloud(text: string, language: string, most: MostAloud): Aloud {
  const said: string[] = [];
  let words = 0;
  let lead = '';
  let items: string[] = [];
  let list = false;
  const say = (told: string): void => {
    said.push(lead === '' ? told : `${lead} ${told}`);
    lead = '';
  };
  const endList = (): void => {
    const [first] = items;
    if (first !== undefined) say(tidy(items.join(items.some(isCompound) ? '; ' : ', ')));
    items = [];
  };
  const hasRoom = (more: number): boolean =>
    words + more <= most.words && said.length < most.sentences;
  for (const { text: line, item } of linesOf(text)) {
    list ||= item;
    const own = wordsOf(line).length;
    if (item && own <= itemWords && !/[.!?:]$/u.test(line)) {
      if (isBarred(line)) continue;
      if (!hasRoom(own)) break;
      words += own;
      items.push(line);
      continue;
    }
    endList();
    for (const sentence of splitSentences(line, language)) {
      const count = wordsOf(sentence).length;
      if (sentence.endsWith(':') && count <= leadWords) {
        lead = sentence;
        continue;
      }
      if (isBarred(sentence)) continue;
      if (!hasRoom(count)) return { sentences: said, words, list };
      words += count;
      say(tidy(sentence));
    }
  }
  endList();
  return { sentences: said, words, list };
}

const isCompound = (item: string): boolean => /[,;:]/u.test(item);

/** Its prose by paragraph, its lists and tables by line. */
function linesOf(text: string): Line[] {
  return text.split(/\n\s*\n/u).flatMap((paragraph): Line[] => {
    const lines = paragraph
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.length > 1 && lines.every((line) => cellMark.test(line))) return rowLines(lines);
    if (lines.length > 1 && lines.every((line) => wordsOf(line).length <= bareItemWords))
      return lines.map((line) => ({ text: line.replace(bullet, ''), item: !line.endsWith(':') }));
    const found: Line[] = [];
    for (const line of lines) {
      const last = found.at(-1);
      const marked = bullet.test(line);
      if (marked || last === undefined || (last.text.endsWith(':') && !last.item))
        found.push({ text: line.replace(bullet, ''), item: marked });
      else last.text = `${last.text}${last.item ? ' ' : '\n'}${line}`;
    }
    return found;
  });
}

/** The heads of its columns are not read. */
function rowLines(lines: readonly string[]): Line[] {
  return lines
    .slice(/\d/u.test(lines[0] ?? '') ? 0 : 1)
    .map((line) => ({ text: rowAloud(line), item: true }));
}
