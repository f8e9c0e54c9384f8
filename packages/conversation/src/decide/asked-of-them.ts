import { ownOf } from '@personate/contracts';
import type { Told } from './choose-memories.ts';

interface Asked {
  question: RegExp;
  /** The slots under which evolution keeps it. */
  slots: RegExp;
  /** As somebody tells it in this conversation, before it is a memory. */
  words: RegExp;
}

const called = String.raw`(?:called|named|name(?:d)? is|’s name|'s name|,? (?=\p{Lu}))`;

/** Whatever users ask of themselves in other words than they told it: "what do I do for a living?", "I'm a nurse". */
const everyday: readonly Asked[] = [
  {
    question:
      /\b(?:i do (?:for a living|for work|professionally)|my (?:job|profession|occupation|work|trade|career)|i work(?: as)?|my beruf|ich (?:von beruf|beruflich|arbeite|mache beruflich)|mein(?:en)? beruf|arbeite ich|jobbar jag|mitt (?:jobb|yrke)|mi (?:trabajo|profesión)|trabajo)\b/iu,
    slots: /^(?:job|employer|study)$/u,
    words:
      /\bi(?:['’]m| am) an? (?:\p{L}+ ){0,3}(?:\p{L}+(?:er|or|ist|ian|ant|man|woman|smith|wright)|nurse|vet|chef|student|clerk|pilot|judge|cook|nun|monk|coach|guide|priest)\b|\bi (?:now )?work\b|\bi teach\b|\bi (?:run|own) an?\b|\bfor a living\b|\bmy job\b|\bich (?:arbeite|bin (?:\p{L}+ )?\p{Lu}\p{L}+)|\bjag (?:jobbar|arbetar)|\btrabajo\b/iu,
  },
  {
    question:
      /\b(?:what(?:['’]?s| is| was) my name|who am i|what (?:am i|i am|i['’]m) called|my name|i(?:['’]m| am) called|wie (?:heiße ich|ich heiße)|mein(?:en)? name|vad heter jag|mitt namn|cómo me llamo|mi nombre)\b/iu,
    slots: /^name(?:\.call)?$/u,
    words:
      /\b[Mm]y name\b|\b[Cc]all me\b|\b[Ii](?:['’]m| am) \p{Lu}\p{Ll}+|\b[Ii]ch (?:heiße|bin \p{Lu})|\b[Jj]ag heter\b|\bme llamo\b/u,
  },
  {
    question:
      /\b(?:where (?:do |did )?i live|where(?:['’]?s| is)? my (?:home|house)|(?:what|which) (?:city|town|country) (?:do |did )?i live|wo (?:(?:wohne|lebe) ich|ich (?:wohne|lebe))|var bor jag|dónde vivo)\b/iu,
    slots: /^home$/u,
    words:
      /\b(?:i|we)(?:['’]m| am)? (?:now )?(?:live|living|moved|based)\b|\bich (?:wohne|lebe)\b|\bjag bor\b|\bvivo\b/iu,
  },
  {
    question:
      /\b(?:how old (?:am i|i am|i['’]m)|my age|wie alt (?:bin ich|ich bin)|hur gammal är jag|cuántos años tengo)\b/iu,
    slots: /^(?:age|birth\.year|birthday)$/u,
    words:
      /\bi(?:['’]m| am| just turned) \d{1,3}\b|\bich bin \d{1,3}\b|\bjag är \d{1,3}\b|\btengo \d{1,3} años\b/iu,
  },
  {
    question:
      /\b(?:my birthday|when (?:was i|i was) born|mein geburtstag|wann ich geburtstag|min födelsedag|mi cumpleaños)\b/iu,
    slots: /^birth(?:day|\.year)$/u,
    words: /\bmy birthday\b|\bi was born\b|\bgeburtstag\b|\bfödelsedag\b|\bcumpleaños\b/iu,
  },
  {
    question: /\b(?:do i have|have i|my) (?:any |got |a )*(?:children|kids)\b/iu,
    slots:
      /^(?:family\.(?:children|sons?|daughters?)|person\.(?:\p{L}+-)*(?:son|daughter)(?:\.|$))/u,
    words: /\b(?:my|our|an?|two|three) (?:\p{L}+ )?(?:children|kids|sons?|daughters?)\b/iu,
  },
  {
    question: /\b(?:do i have|have i|my) (?:any |got |a )*(?:pets?|animals?)\b/iu,
    slots: /^pet\./u,
    words:
      /\b(?:my|our|an?|two) (?:\p{L}+ )?(?:dogs?|cats?|rabbits?|horses?|birds?|hamsters?|parrots?)\b/iu,
  },
  {
    question:
      /\b(?:pets?|animals?) (?:do )?i (?:have|keep|own)\b|\b(?:haus)?tiere? (?:habe|halte) ich\b|\bmeine? (?:haus)?tiere?\b/iu,
    slots: /^pet\./u,
    words:
      /\b(?:dogs?|cats?|rabbits?|horses?|birds?|goats?|hens?|hunde?|katzen?|ziegen?|pferde?|hühner)\b/iu,
  },
  {
    question:
      /\b(?:i(?:['’]m| am)|am i) (?:afraid|scared|frightened|terrified)\b|\bi fear\b|\bmy (?:biggest |greatest )?fears?\b|\bwovor (?:habe ich|ich)\b|\bfürchte ich\b/iu,
    slots: /^fear\./u,
    words: /\bafraid|scared|frightened|terrified|fear|angst|fürchte\b/iu,
  },
  {
    question:
      /\bwhere (?:am i|i(?:['’]m| am)|(?:do )?i come) from\b|\bwoher (?:komme ich|ich komme)\b|\bmy (?:home ?town|nationality)\b/iu,
    slots: /^(?:origin|nationality|childhood|birth\.place)$/u,
    words: /\bfrom \p{Lu}/u,
  },
  {
    question:
      /\b(?:what (?:am i|do i) study(?:ing)?|i(?:['’]m| am) studying|my (?:studies|subject))\b/iu,
    slots: /^study$/u,
    words: /\bstud(?:y|ying|ies)\b/iu,
  },
];

const people =
  'mother|mum|mom|father|dad|brother|sister|wife|husband|partner|girlfriend|boyfriend|son|daughter|grandmother|grandfather|aunt|uncle|cousin|niece|nephew|friend|boss|neighbour|neighbor|colleague|teacher|dog|cat|rabbit|hamster|parrot|horse|bird|puppy|kitten';
const ofSomebody = new RegExp(
  `\\bmy (?:\\p{L}+ )?(${people})\\b|\\bdo i have an? (?:\\p{L}+ )?(${people})\\b`,
  'iu',
);

/** Which of what they told answers such a question; null where nearness decides. */
export function askedOfThem(question: string): { fits(told: Told): boolean } | null {
  const known = everyday.find((asked) => asked.question.test(question));
  if (known !== undefined) {
    return {
      fits: ({ slot, text }) => (slot === null ? known.words.test(text) : known.slots.test(slot)),
    };
  }
  const somebody = ofSomebody.exec(question);
  const who = (somebody?.[1] ?? somebody?.[2])?.toLowerCase();
  if (who === undefined) return null;
  const wantsName = /\bcalled\b|\bname\b/iu.test(question);
  const mine = new RegExp(`\\b(?:my|our|an?|user's) (?:\\p{L}+ ){0,2}${plain(who)}\\b`, 'iu');
  return {
    fits: ({ slot, text, quote }) => {
      if (slot !== null && !/^(?:person|pet|family)\./u.test(slot)) return false;
      if (!mine.test(`${text} ${quote}`)) return false;
      return !wantsName || new RegExp(`${called} ?\\p{Lu}|${plain(who)},? \\p{Lu}`, 'u').test(text);
    },
  };
}

const contact =
  /(?<!\p{L})(?:my|meine?|min|mitt|mi)(?!\p{L}) (?:\p{L}+ )?(?:(?:tele)?phone|telephone|mobile|cell|whatsapp|number|e-?mail|address|password|credit card|bank|passport|social security|\p{L}*nummer|adress\p{L}*|passwor[dt]|konto\p{L}*|e-?post\p{L}*|lösenord|teléfono|número|móvil|correo|dirección|contraseña)(?!\p{L})/iu;

/** Whether it asks for what is only theirs to tell: what anybody else's papers say of it is somebody else's. */
export const isTheirOwn = (question: string): boolean =>
  askedOfThem(question) !== null || contact.test(question);

const spellings: Readonly<Record<string, string>> = {
  mum: '(?:mother|mum|mom)',
  mom: '(?:mother|mum|mom)',
  mother: '(?:mother|mum|mom)',
  dad: '(?:father|dad)',
  father: '(?:father|dad)',
  neighbor: 'neighbou?r',
  neighbour: 'neighbou?r',
};

function plain(who: string): string {
  return ownOf(spellings, who) ?? who;
}
