import { splitSentences } from '../words/split-words.ts';
import { stopWords } from '../words/stop-words.ts';
import { foldWord } from '../words/fold-word.ts';

export interface Term {
  /** As written. */
  form: string;
  /** Whether it stood where a noun stands, at least once in the document. */
  isNoun: boolean;
}

const none: ReadonlySet<string> = new Set();
const termsPerDocument = 60;

/** Words that a noun phrase begins behind. Languages without a list take every content word for a noun. */
const noun: Record<string, ReadonlySet<string>> = {
  en: words(`the a an my your his her its our their this that these those some any no each every of in on at for with
    about from into by as more many new old own first last than and or to`),
  fr: words(`le la les l' un une des du de d' mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette
    ces en au aux sur dans pour avec et ou`),
  es: words(`el la los las un una unos unas mi mis tu tus su sus nuestro nuestra nuestros nuestras este esta estos estas
    de del en al a para con por sobre y o`),
};

/** Nouns of every conversation; they name no field of knowledge. */
const everyday: Record<string, ReadonlySet<string>> = {
  en: words(`people person guy guys folks friend friends man men woman women kid kids time times day days week weeks weekend
    month months year years today tomorrow yesterday morning evening night hour hours minute minutes life lives world love
    fun help pic pics photo photos picture pictures image video link post tweet thread blast moment moments feeling
    feelings chat talk news stuff idea ideas reason reasons part parts place places question questions answer answers
    experience experiences kind lot end start side point case fact hand head name number word words home house rest
    morning luck deal shot change difference mind sense january february march april may june july august september october
    november december spring summer autumn winter monday tuesday wednesday thursday friday saturday sunday father mother
    brother sister wife husband son daughter uncle aunt grandmother grandfather child children family mum dad letter letters`),
  de: words(`leute mensch menschen mann frau freund freunde freundin kind kinder zeit tag tage tagen woche wochen monat monate
    jahr jahre jahren heute morgen gestern abend nacht stunde stunden minute minuten leben welt liebe spaß hilfe foto fotos
    bild bilder video link beitrag moment gefühl idee ideen grund teil ort frage fragen antwort ende anfang seite punkt
    fall hand kopf name zahl wort worte haus glück ding dinge sache sachen weg mal`),
};

/** Colours, money and the parts of papers: they are frequent in a price list or a manual, which is about none of them. */
const ofPapers: Record<string, ReadonlySet<string>> = {
  en: words(`white black red green blue yellow brown grey gray orange pink purple colour color colours colors euro euros
    dollar dollars pound pounds cent cents penny pence percent per price prices item items number numbers total call calls
    page pages list lists step steps box boxes`),
  de: words(
    `euro cent prozent preis preise stück nummer nummern seite seiten liste listen schritt schritte farbe farben`,
  ),
};

/** Nouns of every conversation, in a language; none where there is no list. */
export function everydayWords(language: string): ReadonlySet<string> {
  return Object.hasOwn(everyday, language) ? (everyday[language] ?? none) : none;
}

const wordMark = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*|[^\s]/gu;

/** Content words and pairs of neighbours among them, by their folded form. */
export function topicTerms(text: string, language: string): Map<string, Term> {
  const stops = stopWords(language);
  const plain = everydayWords(language);
  const papers = ofPapers[language] ?? none;
  const terms = new Map<string, Term>();
  for (const sentence of splitSentences(text.slice(0, 20_000), language)) {
    const tokens = sentence.match(wordMark) ?? [];
    for (const [place, token] of tokens.entries()) {
      if (terms.size >= termsPerDocument) return terms;
      if (!carries(token, stops)) continue;
      const word = fold(token);
      const before = tokens[place - 1];
      const paired = before !== undefined && carries(before, stops) && fold(before) !== word;
      const isNoun = standsAsNoun(tokens, place, paired ? place - 2 : place - 1, stops, language);
      if (!plain.has(word) && !papers.has(word)) note(terms, word, shown(token), isNoun);
      if (paired)
        note(terms, `${fold(before)} ${word}`, `${shown(before)} ${shown(token)}`, isNoun);
    }
  }
  return terms;
}

function standsAsNoun(
  tokens: readonly string[],
  place: number,
  ahead: number,
  stops: ReadonlySet<string>,
  language: string,
): boolean {
  const token = tokens[place] ?? '';
  if (language === 'de') return place > 0 && /^\p{Lu}/u.test(token);
  const behind = Object.hasOwn(noun, language) ? noun[language] : undefined;
  if (behind === undefined) return true;
  const next = tokens[place + 1];
  // "an awesome photo": what another content word follows may be an adjective.
  if (next !== undefined && carries(next, stops)) return false;
  return behind.has(foldWord(tokens[ahead] ?? ''));
}

function note(terms: Map<string, Term>, term: string, form: string, isNoun: boolean): void {
  const known = terms.get(term);
  if (known === undefined) terms.set(term, { form, isNoun });
  else known.isNoun ||= isNoun;
}

const pronouns: ReadonlySet<string> = words('i you he she it we they him her his hers');

function carries(token: string, stops: ReadonlySet<string>): boolean {
  if (pronouns.has(token.toLowerCase())) return false;
  return /^\p{L}[\p{L}\p{M}'’-]{2,}$/u.test(token) && !stops.has(foldWord(token));
}

function fold(token: string): string {
  return foldWord(shown(token));
}

function shown(token: string): string {
  return token.replace(/['’]s$/, '');
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}
