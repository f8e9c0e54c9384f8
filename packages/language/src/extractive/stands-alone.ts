import { danglingWordsOf } from './dangling-words.ts';
import { listsAttributes } from './lists-attributes.ts';
import { ordersAMachine } from './orders-a-machine.ts';
import { wordsOf } from './split-sentences.ts';

/** Why a sentence cannot be said on its own. */
export type Unfit =
  | 'fragment'
  | 'dangling'
  | 'question'
  | 'addressed'
  | 'link-or-mention'
  | 'cut-off'
  | 'order'
  | 'attributes'
  | 'too-long';

const maxWords = 48;
/** "People call that tradition", "I never liked this.": nobody knows what is meant. */
const bareDemonstrative =
  /\b(?:call|calls|called|do|did|done|like|liked|know|knew|about|of|with|for|after|before|than|mean|means|meant|say|said) (?:that|this|these|those)(?=[.,;:!?)]|$)|\bcall(?:s|ed)? (?:that|this|these|those|it|them)\b|\b(?:with|of|for|in|about|like|after|on|at) (?:this|that) one\b/iu;

/** "The shop is closed on that day.": the day was told before. */
const bareDay = /^[^\d]*\b(?:on|until|since|by) that (?:day|date)\b/iu;

/**
 * What keeps the sentence from being said to a stranger who has read nothing before it; null: nothing does.
 * @param knownPeople Names that need no introduction: the persona's own.
 */
export function whyUnfit(
  sentence: string,
  language: string,
  knownPeople: readonly string[] = [],
): Unfit | null {
  const barrier = whyUnsayable(sentence, language);
  if (barrier !== null) return barrier;
  const lists = danglingWordsOf(language);
  if (lists === null) return null;
  if (lists.start.test(sentence) || lists.object?.test(sentence) === true) return 'dangling';
  if (lists.addressed.test(sentence)) return 'addressed';
  if (language === 'en' && (bareDemonstrative.test(sentence) || bareDay.test(sentence)))
    return 'dangling';
  if (hasDanglingPerson(sentence, lists.person, knownPeople)) return 'dangling';
  return null;
}

/** As {@link whyUnfit}, for a sentence that follows its own predecessor: it may point back, nothing else. */
export function whyUnsayable(sentence: string, language: string): Unfit | null {
  if (/https?:|www\.|(?:^|\s)[@#][\p{L}\p{N}_]/u.test(sentence)) return 'link-or-mention';
  if (/[?？]["'”’»)]*$|^¿/u.test(sentence)) return 'question';
  if (/[:,;–—-]$/u.test(sentence) || /^(?:…|\.\.\.)/u.test(sentence)) return 'cut-off';
  if (ordersAMachine(sentence)) return 'order';
  if (listsAttributes(sentence)) return 'attributes';
  const words = wordsOf(sentence);
  if (words.length > maxWords) return 'too-long';
  const lists = danglingWordsOf(language);
  if (words.length < 3 || !/\p{L}/u.test(sentence)) return 'fragment';
  if (lists === null) return words.length < 4 ? 'fragment' : null;
  if (/^(?:hi|hello|hey|hallo|hej|hola)[ ,!]/iu.test(sentence)) return 'addressed';
  return lists.finite.test(sentence) ? null : 'fragment';
}

/** A "she" is someone if a name or a relative stands before it; else nobody knows who is meant. */
function hasDanglingPerson(
  sentence: string,
  person: RegExp,
  knownPeople: readonly string[],
): boolean {
  const match = person.exec(sentence);
  if (match === null) return false;
  const before = sentence.slice(0, match.index);
  if (knownPeople.some((name) => name !== '' && before.includes(name))) return false;
  const named =
    /\p{L}[\p{L}’']*[ ,(]+\p{Lu}\p{Ll}+/u.test(before) || /^\p{Lu}\p{Ll}{2,} /u.test(before);
  const relative =
    /\b(?:mother|father|mum|mom|dad|sister|brother|wife|husband|son|daughter|aunt|uncle|grand\p{L}+|friend|neighbour|teacher|boss|colleague|cousin|man|woman|boy|girl|dog|cat|mutter|vater|schwester|bruder|frau|mann|sohn|tochter|tante|onkel|oma|opa|freund(?:in)?|nachbar(?:in)?|lehrer(?:in)?|mamma|pappa|mor|far|syster|bror|mormor|morfar|farmor|farfar|vän|granne|madre|padre|hermana|hermano|abuel[oa]|amig[oa]|hij[oa])\b/iu.test(
      before,
    );
  return !named && !relative;
}
