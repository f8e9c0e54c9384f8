import { hardFactsOf } from './hard-facts.ts';

export interface CanonLine {
  text: string;
  /** Cosine with the sentence. */
  cosine: number;
  /** Share of the sentence's terms that it holds. */
  coverage: number;
}

/** From so much on, two sentences are of the same matter. */
const same = { cosine: 0.5, coverage: 0.5 };
/** Of these one life has one answer, or a few that are all told: what is told of them otherwise contradicts. */
const slots: readonly RegExp[] = [
  /\b(?:born|birth(?:day|place)?)\b/iu,
  /\b(?:married|marry|marriage|wife|husband|wedding|spouse|divorced|single|bachelor)\b/iu,
  /\b(?:brothers?|sisters?|siblings?|only child|twins?)\b/iu,
  /\b(?:sons?|daughters?|children|kids|childless)\b/iu,
  /\b(?:mother|mum|mom)\b/iu,
  /\b(?:father|dad)\b/iu,
  /\bdogs?\b/iu,
  /\bcats?\b/iu,
  /\b(?:i live|lived in|my home|hometown|grew up)\b/iu,
  /\b(?:my (?:first )?job|i work(?:ed)? (?:as|at|for)|profession|by trade)\b/iu,
  /\b(?:university|college|degree|studied)\b/iu,
];
const opposites: ReadonlyArray<readonly [RegExp, RegExp]> = [
  [
    /\b(?:only child|no (?:brothers|sisters|siblings))\b/iu,
    /\bmy (?:\p{L}+ )?(?:brothers?|sisters?|twin)\b/iu,
  ],
  [
    /\b(?:never married|unmarried|bachelor|spinster|single)\b/iu,
    /\b(?:my (?:wife|husband)|we married|married)\b/iu,
  ],
  [
    /\b(?:childless|no children|no kids)\b/iu,
    /\bmy (?:\p{L}+ )?(?:sons?|daughters?|children|kids)\b/iu,
  ],
  [/\b(?:eldest|oldest|first-born)\b/iu, /\byoungest\b/iu],
  [
    /\b(?:hate[sd]?|cannot stand|can['’]t stand|detest\p{L}*)\b/iu,
    /\b(?:love[sd]?|adore[sd]?|favou?rite)\b/iu,
  ],
  [/\balways\b/iu, /\bnever\b/iu],
  [/\b(?:alive|still lives)\b/iu, /\b(?:died|dead|buried|late (?:father|mother|husband|wife))\b/iu],
];
const negated = /\b(?:not|never|no|none|nobody|nothing|without|\p{L}+n['’]t)\b/iu;

/**
 * Whether a sentence says otherwise than a line of the canon: of one matter another number, another name, the contrary,
 * or a no for a yes. By words and nearness alone, and rather once too often: what is struck was only made up.
 */
export function contradicts(
  sentence: string,
  canon: readonly CanonLine[],
  context: { language: string; selfNames: readonly string[] },
): boolean {
  return canon.some((line) => sameMatter(sentence, line) && differs(sentence, line.text, context));
}

function sameMatter(sentence: string, { text, cosine, coverage }: CanonLine): boolean {
  return (
    cosine >= same.cosine ||
    coverage >= same.coverage ||
    slots.some((slot) => slot.test(sentence) && slot.test(text))
  );
}

function differs(
  sentence: string,
  line: string,
  { language, selfNames }: { language: string; selfNames: readonly string[] },
): boolean {
  const said = hardFactsOf(sentence, language);
  const known = hardFactsOf(line, language);
  const own = new Set(selfNames.flatMap((name) => name.split(' ')));
  const names = ({ names: all }: typeof said) => all.filter((name) => !own.has(name));
  const isYear = (number: string) => /^[12]\d{3}$/u.test(number);
  const years = ({ numbers }: typeof said) => numbers.filter(isYear);
  const counts = ({ numbers }: typeof said) => numbers.filter((number) => !isYear(number));
  return (
    [names, years, counts].some((of) => areDisjoint(of(said), of(known))) ||
    negated.test(sentence) !== negated.test(line) ||
    opposites.some(
      ([one, other]) =>
        (one.test(sentence) && other.test(line)) || (other.test(sentence) && one.test(line)),
    )
  );
}

function areDisjoint(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && others.length > 0 && !some.some((one) => others.includes(one));
}
