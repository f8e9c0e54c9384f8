import { englishWordCounts } from './english-word-counts.ts';

/** Words tagged in the whole reference, those beyond the list included. */
const referenceTotal = 234_000;
/** What is assumed of a word that the list does not have: rarer than its rarest. */
const unlistedCount = 4;

let english: ReadonlyMap<string, number> | undefined;

/** How often a content word occurs in general, in the reference's count; undefined where we have no reference for the language. */
export function referenceCount(
  word: string,
  language: string,
): { count: number; total: number } | undefined {
  if (language !== 'en') return undefined;
  english ??= readCounts(englishWordCounts);
  let count = unlistedCount;
  for (const form of baseForms(word)) count = Math.max(count, english.get(form) ?? 0);
  return { count, total: referenceTotal };
}

function readCounts(table: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let count = 0;
  for (const item of table.trim().split(/\s+/)) {
    if (/^\d/.test(item)) count = Number(item);
    else counts.set(item, count);
  }
  return counts;
}

/** Forms that no ending tells. */
const irregular = new Map(
  `gave give, given give, left leave, kept keep, held hold, built build, bought buy, brought bring, caught catch, taught teach,
  sold sell, sent send, spent spend, stood stand, understood understand, found find, felt feel, heard hear, lost lose,
  met meet, paid pay, ran run, sat sit, slept sleep, spoke speak, spoken speak, wrote write, written write, won win, wore
  wear, worn wear, began begin, begun begin, broke break, broken break, chose choose, chosen choose, drank drink, drew draw,
  drawn draw, drove drive, driven drive, ate eat, eaten eat, fell fall, fallen fall, flew fly, forgot forget, forgotten
  forget, froze freeze, grew grow, grown grow, hung hang, hid hide, lay lie, led lead, lent lend, meant mean, rode ride, rang
  ring, rose rise, risen rise, sang sing, sank sink, shook shake, shot shoot, showed show, shown show, shut shut, swam swim,
  threw throw, thrown throw, woke wake, men man, women woman, children child, feet foot, teeth tooth, mice mouse, lives life,
  wives wife, knives knife, halves half`
    .split(',')
    .map((pair) => pair.trim().split(/\s+/))
    .map(([form = '', base = '']): [string, string] => [form, base]),
);

/** The word and what it may be an inflection of; a wrong guess is no word and costs nothing. */
function baseForms(word: string): string[] {
  const forms = [word, irregular.get(word) ?? word];
  for (const ending of ["'s", 's', 'es', 'd', 'ed', 'ing', 'er', 'est', 'ly']) {
    if (!word.endsWith(ending) || word.length < ending.length + 2) continue;
    const rest = word.slice(0, -ending.length);
    forms.push(rest, `${rest}e`, rest.replace(/i$/, 'y'), rest.replace(/(.)\1$/, '$1'));
  }
  return forms;
}
