import { splitSentences, wordsOf } from '../extractive/split-sentences.ts';

/** What makes a text humorous, each 0 or 1 but for `hyperbole`; told, so that a score can be explained. */
export interface HumourMarks {
  laughter: number;
  hyperbole: number;
  /** "like boiled crab", "as if the stairs owed him money". */
  comparison: number;
  /** A thing that asks, apologises, resigns. */
  personified: number;
  selfIrony: number;
  understatement: number;
  /** The last words turn what came before. */
  turn: number;
}

const laughter =
  /(?<!\p{L})(?:ha(?:ha)+|he(?:he)+|lol|lmao|rofl|xd|jaja(?:ja)*)(?!\p{L})|[😂🤣😆😄😅😉😜🙃😁]|(?<!\S)[;:]-?[)DP](?!\p{L})/iu;
const extremes =
  /(?<!\p{L})(?:every(?:body|thing|one)?|never|always|forever|nothing|nobody|no one|the whole|the entire|ever since|all of it|the only|worst|loudest|hardest|a hundred|a thousand|a million|thousands|terabytes|alle[ns]?|niemand|nichts|immer|ingen|inget|alltid|aldrig|nunca|siempre|nadie|nada)(?!\p{L})/giu;
/** "Like the sea" is a way of seeing; "like a lorry" was chosen. */
const comparison =
  /(?<!\p{L})(?:(?<!\b(?:would|should|do|did|feel|look|looks|felt|looked|people|things?|much) )like (?:an? |boiled |wet |cold |two |somebody |a man )|as if (?!to\b)|as [\p{L}-]+ as (?:an? |the |my )|wie (?:ein|eine|einen) |som (?:en|ett) |como (?:un|una) |is nothing but |nothing more than )/iu;
const humanActs =
  '(?:asks?|asked|thank(?:s|ed)|apologi[sz](?:es|ed)|order(?:s|ed)|calls? ahead|complain(?:s|ed)|refuse[sd]?|agree[sd]?|resign(?:s|ed)|forgives?|forgave|bites?|bit|owe[sd]?|lost (?:its|the) nerve|gives? up|gave up|surrender(?:s|ed)|retire[sd]?|blush(?:es|ed)|sulk(?:s|ed)|bow(?:s|ed)|waits? for me|listen(?:s|ed)|laugh(?:s|ed)|disapprove[sd]?|knocks?|knocked|says? please|pretend(?:s|ed)|considers? itself|introduced? (?:itself|himself)|took (?:offence|a holiday|notes)|moved? (?:to another|out)|has (?:an opinion|opinions|notions)|with (?:an opinion|opinions|notions))';
const things = new RegExp(
  `(?<!\\p{L})(?:it|(?:the|my|his|her|our|a|an|that|this) (?!(?:man|woman|mother|father|sister|brother|uncle|aunt|teacher|friend|doctor|boy|girl|child|wife|husband|neighbour|grandmother|grandfather|skipper|clerk|governess|nurse|student|pupil|company|committee|lady|gentleman|foreman|boss|editor|director|coach|instructor|crew|family|client|customer|visitor|guest|officer|nun|priest|minister|reader|apprentice|colleague|captain|baker|farmer|fisherman|publisher|printer|audience|school|public|world)\\b)[\\p{L}-]+) (?:\\p{L}+ly )?${humanActs}(?!\\p{L})`,
  'iu',
);
/** "I asked it to come back", "explained the situation to the beans". */
const spokenTo =
  /(?<!\p{L})(?:asked|thanked|forgave|warned|persuaded|reminded|advised|told) it (?!(?:to|in) (?:him|her|them|us|me|everybody|front)\b)|\b(?:had a (?:quiet )?(?:talk|word) with) (?:it|the|my) (?!(?:man|woman|boss)\b)|\bgave it (?:\p{L}+ )?(?:pieces? of )?advice\b|(?<!\p{L})(?:have|has) agreed to be\b/iu;
const myself =
  /(?<!\p{L})(?:i|i['’](?:m|d|ve|ll)|me|my|mine|myself|ich|mir|mein\p{L}*|jag|mig|min|yo|mi)(?!\p{L})/iu;
const failing =
  /(?<!\p{L})(?:wrong|fool(?:ish(?:ly)?)?|idiot|mistakes?|forgot(?:ten)?|ridiculous|absurd(?:ly)?|stupid|silly|clumsy|vanity|vain|hopeless(?:ly)?|badly|useless|failed|laughed at me|to my shame|embarrass\p{L}*|could not have been less|nobody['’]s (?:choice|fault) but|terrible at|no good at|never learn(?:ed|t)?|nearly as old|not much of a|too proud to|against my own|dumm|peinlich|fel|dum|tont[oa])(?!\p{L})/iu;
const understatement =
  /(?<!\p{L})(?:not the worst|politely|apparently|i am told|i was told|as usual|on principle|in fairness|which is (?:my|his|her|more than)|no sympathy|very nearly|considering|only so|would sooner|had only just|regular as|for once|so far|by (?:all )?accounts?|with some care|without asking|or so (?:they|i)|that was that|more or less|in my defence|a matter of opinion|thank you)(?!\p{L})/iu;

const weights: Readonly<Record<keyof HumourMarks, number>> = {
  laughter: 0.6,
  hyperbole: 0.2,
  comparison: 0.3,
  personified: 0.5,
  selfIrony: 0.3,
  understatement: 0.25,
  turn: 0.25,
};
const mostHyperbole = 2;
/** A clause that turns what came before is short, and so is a last sentence. */
const shortTurn = { clause: 7, sentence: 6, before: 9 };
const negated = /(?<!\p{L})(?:no|not|never|none|nobody|\p{L}+n['’]t)(?!\p{L})/iu;

export function humourMarks(text: string, language: string): HumourMarks {
  const sentences = splitSentences(text, language);
  return {
    laughter: Number(laughter.test(text)),
    hyperbole: Math.min(mostHyperbole, text.match(extremes)?.length ?? 0) / mostHyperbole,
    comparison: Number(comparison.test(text)),
    personified: Number(things.test(text) || spokenTo.test(text)),
    selfIrony: Number(sentences.some((one) => myself.test(one) && failing.test(one))),
    understatement: Number(understatement.test(text)),
    turn: Number(turns(sentences)),
  };
}

/** How humorous a text is, 0..1, by its words alone. */
export function humourOf(text: string, language: string): number {
  const marks = humourMarks(text, language);
  const names = Object.keys(weights) as Array<keyof HumourMarks>;
  return Math.min(
    1,
    names.reduce((sum, name) => sum + weights[name] * marks[name], 0),
  );
}

/** "…, and it bit the door." "Wear the gloves." "Without smoked fish it's soup with notions." */
function turns(sentences: readonly string[]): boolean {
  const last = sentences.at(-1) ?? '';
  const before = sentences.at(-2);
  if (before !== undefined) {
    const count = wordsOf(last).length;
    if (count <= shortTurn.sentence && wordsOf(before).length >= shortTurn.before) return true;
  }
  const clauses = last.split(/[:;,–—] |, (?:and|but|because) /u);
  const end = clauses.at(-1) ?? '';
  return clauses.length > 2 && wordsOf(end).length <= shortTurn.clause && negated.test(last);
}
