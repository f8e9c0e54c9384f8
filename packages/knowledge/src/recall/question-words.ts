import { ownOf } from '@personate/contracts';
import { tokenise } from '../lexical/tokenise.ts';

/** Words for the one who is spoken to, by language. */
const secondPersons: Readonly<Record<string, string>> = {
  en: 'you your yours yourself u ur ya',
  de: 'du dich dir dein deine deinem deinen deiner deines euch euer eure ihnen',
  fr: 'tu te toi ton ta tes vous votre vos',
  es: 'tú tu tus te ti contigo usted ustedes vos su sus',
  it: 'tu te ti tuo tua tuoi tue lei suo sua voi',
  pt: 'tu te ti teu tua teus tuas você vocês seu sua',
  nl: 'jij je jou jouw u uw',
  sv: 'du dig din ditt dina ni er',
  da: 'du dig din dit dine',
  nb: 'du deg din ditt dine',
  fi: 'sinä sinun sinua sinulla te',
  pl: 'ty ciebie cię tobie ci tobą twój twoja twoje pan pani',
  cs: 'ty tě tebe tobě ti tvůj tvoje vy vás',
  ru: 'ты тебя тебе тобой твой твоя твоё твои вы вас вам ваш ваша',
  uk: 'ти тебе тобі твій твоя ви вас вам ваш ваша',
  tr: 'sen seni sana senin siz sizin',
  el: 'εσύ σου σε σας εσείς',
  ja: 'あなた 君',
  zh: '你 您 你的',
  ko: '너 당신 네가',
};

/** Words for the one who speaks, and those with them. */
const firstPersons: Readonly<Record<string, string>> = {
  en: 'i me my mine myself we us our ours ourselves im ive',
  de: 'ich mich mir mein meine meinem meinen meiner meines wir uns unser unsere unserem unseren',
  fr: 'je j me moi mon ma mes nous notre nos',
  es: 'yo me mí mi mis conmigo nosotros nosotras nos nuestro nuestra nuestros nuestras',
  it: 'io me mi mio mia miei mie noi ci nostro nostra nostri nostre',
  pt: 'eu me mim meu minha meus minhas comigo nós nos nosso nossa nossos nossas',
  nl: 'ik me mij mijn wij we ons onze',
  sv: 'jag mig min mitt mina vi oss vår vårt våra',
  da: 'jeg mig min mit mine vi os vores',
  nb: 'jeg meg min mitt mine vi oss vår vårt våre',
  fi: 'minä minun minua minulla me meidän',
  pl: 'ja mnie mi mną mój moja moje my nas nam nasz nasza',
  cs: 'já mě mne mi mnou můj moje má my nás nám náš',
  ru: 'я меня мне мной мой моя моё мои мы нас нам наш наша наши',
  uk: 'я мене мені мій моя моє мої ми нас нам наш наша',
  tr: 'ben beni bana benim biz bizim',
  el: 'εγώ μου με μας εμείς',
  ja: '私 僕 俺',
  zh: '我 我们',
  ko: '나 내가 저 제가 우리',
};

const byLanguage = (words: Readonly<Record<string, string>>): Map<string, Set<string>> =>
  new Map(Object.entries(words).map(([code, of]) => [code, new Set(of.split(' '))]));
const first = byLanguage(firstPersons);
const second = byLanguage(secondPersons);

export function secondPerson(word: string, language: string): boolean {
  return second.get(primary(language))?.has(word) === true;
}

/** How many of a text's words are for the one who speaks, and how many for the one who is spoken to. */
export function countPersons(text: string, language: string): { first: number; second: number } {
  const code = primary(language);
  const [ours, yours] = [first.get(code), second.get(code)];
  const count = { first: 0, second: 0 };
  if (ours === undefined || yours === undefined) return count;
  for (const word of tokenise(text)) {
    if (ours.has(word)) count.first += 1;
    if (yours.has(word)) count.second += 1;
  }
  return count;
}

const when =
  /^\s*(?:and |so )?when\b|\b(?:what|which) (?:year|month|date|day|decade|time)\b|\bhow (?:long|old|many (?:years|months|weeks|days))\b|(?:^|[^\p{L}])(?:wann|seit wann|quand|cu[aá]ndo|quando|wanneer|när|hvornår|når|milloin|kiedy|kdy|когда|коли|ne zaman|πότε|いつ|언제|什么时候|何时)(?![\p{Ll}])/iu;

/** Whether the answer is a point or a span of time. */
export const asksWhen = (question: string): boolean => when.test(question);

const relativeTimes: Readonly<Record<string, string>> = {
  en: 'yesterday today tonight tomorrow last next ago week weeks weekend month months year years morning since summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday',
  de: 'gestern heute morgen vorgestern letzte letzten letztes nächste nächsten nächstes woche wochen wochenende monat monate monaten jahr jahre jahren seit sommer winter frühling herbst montag dienstag mittwoch donnerstag freitag samstag sonntag',
  fr: 'hier demain dernier dernière prochain prochaine semaine semaines mois an ans année années depuis été hiver printemps automne lundi mardi mercredi jeudi vendredi samedi dimanche',
  es: 'ayer hoy mañana pasado pasada próximo próxima semana semanas mes meses año años desde hace verano invierno primavera otoño lunes martes miércoles jueves viernes sábado domingo',
  it: 'ieri oggi domani scorso scorsa prossimo prossima settimana settimane mese mesi anno anni fa estate inverno primavera autunno',
  pt: 'ontem hoje amanhã passado passada próximo próxima semana semanas mês meses ano anos desde verão inverno primavera outono',
  nl: 'gisteren vandaag morgen vorige volgende week weken weekend maand maanden jaar jaren sinds geleden zomer winter lente herfst',
};

const timeWords = new Map<string, ReadonlySet<string>>();

/** Whether a word (lower case) places something in time: yesterday, last, May, 1998. */
export function isTimeWord(word: string, language: string): boolean {
  if (/^(?:1[5-9]|20)\d\d$/u.test(word)) return true;
  const code = primary(language);
  let words = timeWords.get(code);
  if (words === undefined) {
    words = new Set([...(ownOf(relativeTimes, code) ?? '').split(' '), ...monthNames(code)]);
    timeWords.set(code, words);
  }
  return words.has(word);
}

function monthNames(code: string): string[] {
  try {
    const format = new Intl.DateTimeFormat(code, { month: 'long', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) =>
      format.format(new Date(Date.UTC(2000, month, 15))).toLowerCase(),
    );
  } catch {
    return [];
  }
}

const primary = (language: string): string => language.toLowerCase().split(/[-_]/u)[0] ?? '';
