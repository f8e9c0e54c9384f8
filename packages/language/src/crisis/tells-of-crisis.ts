import { questionCharacters } from '@personate/contracts';

/** Where what follows makes it another thing: "I don't want to live in London". */
const here = String.raw`(?=\s*(?:$|[.,;:!?…)\n])|\s+(?:any ?more|any longer|and|but|because|or|so|mehr|und|aber|weil|längre|och|men|más|y|pero|porque)(?!\p{L}))`;

/** What may stand between "I" and what is thought of. */
const between =
  "(?: (?:am|have|had|was|will|would|might|may|could|can|do|did|should|just|really|often|sometimes|still|always|even|never|ever|only|actually|honestly|seriously|constantly|also|now|again|once|not|been|be|keep|kept|start(?:ed)?|stop|can['’]?t|cannot|don['’]?t|want(?:ed)?|wanna|need(?:ed)?|to|tried|trying|going|gonna|planning|plan|decided|about))*";

interface CrisisWords {
  /** Said of oneself, whatever stands around it; or of somebody whom the asker fears for. */
  tells: RegExp;
  /** Names it alone: "When did he think of suicide?" asks of a life. It tells where the sentence begins so or says "I". */
  names: RegExp;
  own: RegExp;
}

const words = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu');

const byLanguage: ReadonlyArray<readonly [language: string, words: CrisisWords]> = [
  [
    'en',
    {
      tells: new RegExp(
        String.raw`(?<!\p{L})(?:kill(?:ing)? myself(?! laughing)|i(?:['’]?(?:m|ve|d|ll|ma))?${between} (?:commit(?:ting|ted)?|attempt(?:ing|ed)?|consider(?:ing|ed)?|contemplat(?:e|ing|ed)|(?:think(?:ing)?|thought) (?:about|of)) suicide|(?<=^|[.!?…,;:] ?)(?:(?:been|just|always|constantly|really) )*(?:thinking (?:about|of)|considering|contemplating) suicide|(?:wants|(?:is|are|['’]s|['’]re) (?:going|planning|about|trying)|threatens|threatening) to commit suicide|(?:end|ending|take|taking) my (?:own )?life(?!\p{L}| in)|i (?:(?:just|really|often|sometimes|still) )*(?:want(?:ed)? to|wanna|could just) (?:die|be dead|end it(?: all)?|hurt myself|harm myself|cut myself)${here}|i (?:(?:just|really) )*(?:do not|don['’]?t|no longer) (?:even )?want to (?:live|be alive|be here|exist|go on|wake up)${here}|i wish i (?:was|were) (?:dead|never born)|i(?:['’]m| am) (?:going|planning|about) to (?:hurt|harm|cut) myself|(?:nothing|no reason)(?: left)? to live for|(?:everybody|everyone|the world) would be better off without me)`,
        'iu',
      ),
      names: words('suicidal|self[- ]harm(?:ing)?'),
      own: words("i|im|ive|me|my|myself|i['’](?:m|ve|d|ll)"),
    },
  ],
  [
    'de',
    {
      tells: new RegExp(
        String.raw`(?<!\p{L})(?:mich um(?:zu)?bringen|(?:bringe|bring) mich um|mir (?:das|mein) leben (?:zu )?nehmen|(?:denke|nachdenke) (?:oft |ständig |gerade |viel )*(?:an|über) (?:selbstmord|suizid)|ich (?:will|möchte|mag) (?:(?:einfach|nur|so|am liebsten) )*(?:sterben|tot sein)${here}|ich (?:will|möchte|mag) (?:(?:einfach|so) )*nicht mehr(?: (?:leben|da sein|aufwachen))?${here}|ich wäre (?:lieber|am liebsten) tot|(?:mich|mir) selbst (?:verletzen|etwas antun)|mir etwas an(?:zu)?tun)(?!\p{L})`,
        'iu',
      ),
      names: words('(?:selbstmord|suizid)(?:gedanken| begehen)'),
      own: words('ich|mich|mir|meine?[nmrs]?'),
    },
  ],
  [
    'sv',
    {
      tells: new RegExp(
        String.raw`(?<!\p{L})(?:ta livet av mig|ta mitt (?:eget )?liv|jag (?:vill|skulle vilja) (?:(?:bara|helst) )*dö${here}|jag (?:vill|orkar) inte (?:leva|finnas|vakna)(?: (?:längre|mer))?${here}|skada mig själv|jag önskar att jag vore död)(?!\p{L})`,
        'iu',
      ),
      names: words('begå självmord|självmordstankar|tänk(?:er|t) på självmord'),
      own: words('jag|mig|min|mitt|mina'),
    },
  ],
  [
    'es',
    {
      tells: new RegExp(
        String.raw`(?<!\p{L})(?:suicidarme|matarme(?! de risa)|quitarme la vida|pienso en el suicidio|quiero morir(?:me)?${here}|no quiero (?:seguir )?vivi(?:r|endo)(?: más)?${here}|ojalá estuviera muert[oa]|hacerme daño)(?!\p{L})`,
        'iu',
      ),
      names: words('pensando en el suicidio|autolesion\\p{L}*'),
      own: words('yo|me|mi|mis|estoy|llevo|sigo|tengo|he|quiero'),
    },
  ],
];

/**
 * The language in which somebody tells, anywhere in the message, that they think of killing or hurting themselves; null
 * when nobody does. It errs on the side of hearing it, but whoever asks of a death in somebody's life is answered.
 */
export function tellsOfCrisis(message: string): string | null {
  const plain = message.slice(0, questionCharacters).normalize('NFKC').replace(/\s+/gu, ' ');
  for (const [language, { tells, names, own }] of byLanguage) {
    if (tells.test(plain)) return language;
    if (!names.test(plain)) continue;
    const told = plain.split(/[.!?…;]+ ?/u).find((sentence) => {
      const at = names.exec(sentence)?.index;
      return at !== undefined && (own.test(sentence) || wordsBefore(sentence, at) <= 1);
    });
    if (told !== undefined) return language;
  }
  return null;
}

/** "Feeling suicidal", "self-harming again": nobody is named. */
const wordsBefore = (sentence: string, at: number): number =>
  sentence.slice(0, at).split(' ').filter(Boolean).length;
