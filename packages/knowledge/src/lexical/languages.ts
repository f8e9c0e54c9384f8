import * as words from 'stopword';
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as bulgarian } from '@orama/stemmers/bulgarian';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';

export interface Language {
  /** Function words, as written in running text (lower case). */
  stopWords: ReadonlySet<string>;
  stem?: (word: string) => string;
}

const define = (
  stopWords: readonly string[],
  stem?: (word: string) => string,
  more = '',
): Language => ({
  stopWords: new Set([...stopWords, ...more.split(' ').filter((word) => word !== '')]),
  ...(stem === undefined ? {} : { stem }),
});

// The package's English list lacks question words, auxiliaries and reflexives; the Romance ones their question words.
const moreEnglish =
  'when why whom whose does doing done did having being am not no nor so these those them they ' +
  'myself yourself yourselves himself herself itself ourselves themselves mine yours hers ours theirs ' +
  'shall ought cannot once here again further own during until above below off ' +
  'im ive id ill youre youve youd youll hes shes theyre theyve weve dont doesnt didnt isnt arent wasnt';

/** By ISO 639-1 code. */
export const languages: Readonly<Record<string, Language>> = {
  ar: define(words.ara, arabic),
  bg: define(words.bul, bulgarian),
  ca: define(words.cat),
  cs: define(words.ces),
  da: define(words.dan, danish),
  de: define(words.deu, german),
  el: define(words.ell, greek),
  en: define(words.eng, english, moreEnglish),
  es: define(
    words.spa,
    spanish,
    'qué cuándo dónde quién quiénes cómo cuál cuáles cuánto cuántos es fue son era ser está',
  ),
  et: define(words.est),
  fa: define(words.fas),
  fi: define(words.fin, finnish),
  fr: define(words.fra, french, 'quand comment pourquoi combien lequel laquelle où'),
  he: define(words.heb),
  hi: define(words.hin),
  hr: define(words.hrv),
  hu: define(words.hun, hungarian),
  id: define(words.ind, indonesian),
  it: define(words.ita, italian, 'quando dove chi come perché quale quali quanto'),
  ja: define(words.jpn),
  ko: define(words.kor),
  nb: define(words.nob, norwegian),
  nl: define(words.nld, dutch, 'wanneer waar wie wat hoe waarom welke'),
  no: define(words.nob, norwegian),
  pl: define(words.pol),
  pt: define(words.por, portuguese, 'quando onde quem como porquê qual quais quanto'),
  ro: define(words.ron, romanian),
  ru: define(words.rus, russian),
  sk: define(words.slk),
  sl: define(words.slv),
  sv: define(words.swe, swedish),
  th: define(words.tha),
  tr: define(words.tur, turkish),
  uk: define(words.ukr, ukrainian),
  vi: define(words.vie),
  zh: define(words.zho),
};

/** `en-GB` → the entry of `en`; unknown languages have no stop words and no stemmer. */
export function languageOf(tag: string): Language | undefined {
  const primary = tag.toLowerCase().split(/[-_]/u)[0] ?? '';
  return Object.hasOwn(languages, primary) ? languages[primary] : undefined;
}
