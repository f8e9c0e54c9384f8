/** What is asked for where a question names its measure, or asks how somebody ended: nothing without it answers. */
export type Measure =
  | 'colour'
  | 'weight'
  | 'speed'
  | 'temperature'
  | 'age'
  | 'size'
  | 'count'
  | 'frequency'
  | 'cost'
  | 'duration'
  | 'language'
  | 'fate';

/** In words, by language, for a pattern. */
export const numberWords =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\p{L}+)?|hundreds?|thousands?|half an?|dozens?|several|a few|many|ein(?:e[nmr]?|s)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\\p{L}+zehn|\\p{L}+zig|hundert|tausend|einige|mehrere|viele|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|\\p{L}+ton|\\p{L}+tio|hundra|tusen|några|flera|många|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|veinte|treinta|cuarenta|cien|mil|varios|algunos|muchos';
const number = `\\d+|${numberWords}`;
const colours =
  'red|blue|green|yellow|black|white|brown|gr[ea]y|orange|purple|pink|golden?|silver|tan|dark|pale|rot|blau|grün|gelb|schwarz|weiß|braun|grau|röd|blå|grön|gul|svart|vit|brun|grå|roj[oa]|azul|verde|amarill[oa]|negr[oa]|blanc[oa]|marrón|gris';
const lengths =
  'inch(?:es)?|foot|feet|yards?|miles?|(?:milli|centi|kilo)?met(?:re|er)s?|cm|mm|km|m|fuß|zoll|meter|fot|tum|pies?|pulgadas?|metros?';
const spans =
  'seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies)|winters?|summers?|seasons?|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|sekunder?|minuter?|timm(?:e|ar)|dag(?:ar)?|veck(?:a|or)|månad(?:er)?|år|segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?';

const word = (alternatives: string): string => `(?<!\\p{L})(?:${alternatives})(?!\\p{L})`;

const measures: ReadonlyArray<readonly [Measure, asks: RegExp, holds: RegExp]> = [
  [
    'colour',
    /(?<!\p{L})(?:(?:what|which) colou?rs?|welche farben?|vilk(?:en|a) färg(?:er)?|(?:de )?qué colou?r(?:es)?)(?!\p{L})/iu,
    new RegExp(word(colours), 'iu'),
  ],
  [
    'weight',
    /(?<!\p{L})(?:how heavy|how much (?:do|does|did) .{1,40} weigh|wie schwer|hur (?:tung|mycket väg)|cuánto pes)/iu,
    new RegExp(
      word(
        '(?:kilo|milli)?gramm?(?:es|s)?|kilos?|kg|tons?|tonnes?|tonnen|pounds?|ounces?|stone|heavy|weigh(?:s|ed|t)?|schwer|wiegt|wog|tung|väger|vägde|pes[aóo]\\p{L}*',
      ),
      'iu',
    ),
  ],
  [
    'speed',
    /(?<!\p{L})(?:how fast|wie schnell|hur (?:snabbt?|fort)|(?:a )?qué velocidad)(?!\p{L})/iu,
    new RegExp(
      `${word('knots?|mph|km/h|knoten|knop|nudos|fast|slow|schnell|langsam|snabb|långsam|rápid[oa]|lent[oa]')}|(?:miles?|met\\p{L}+|kilomet\\p{L}+) (?:an|per|in der|i|por) \\p{L}+`,
      'iu',
    ),
  ],
  [
    'temperature',
    /(?<!\p{L})(?:how (?:cold|hot|warm)|wie (?:kalt|warm|heiß)|hur (?:kallt?|varmt?)|qué temperatura|(?:what|which) temperature)(?!\p{L})/iu,
    /°|(?<!\p{L})(?:degrees?|celsius|fahrenheit|freezing|frost|froze|frozen|cold|hot|warm|grad|grader|grados|kalt|heiß|kallt|varmt|frío|calor)(?!\p{L})/iu,
  ],
  [
    'age',
    /(?<!\p{L})(?:how old|what age|(?:is|are|was|were) .{1,40} (?:older|younger)|wie alt|(?:älter|jünger) als|hur gam(?:mal|la)|(?:äldre|yngre) än|cuántos años|(?:mayor|menor) que|qué edad)(?!\p{L})/iu,
    new RegExp(
      `${word('born|(?:years?|months?|weeks?|days?) old|years of age|aged|at the age|older|younger|oldest|youngest|eldest|elder|geboren|jahre alt|älter|jünger|född|år|äldre|yngre|nació|nacid[oa]|mayor|menor|años')}|(?<!\\p{L})(?:built|launched|made|founded|opened)(?: (?:her|him|it))?,? (?:in )?(?:\\p{Lu}\\p{L}+ )?\\d{4}|${word(`(?:of|was|is|turned) (?:${number})`)}`,
      'iu',
    ),
  ],
  [
    'size',
    /(?<!\p{L})(?:how (?:tall|high|big|large|wide|deep)|how long (?:is|was) (?:it|he|she|the|your)|wie (?:groß|hoch|breit|tief)|hur (?:stora?|högt?|lång|breda?|djupt?)|(?:qué|de qué) (?:tamaño|altura)|cuánto mide)(?!\p{L})/iu,
    new RegExp(
      `(?:\\d|${word(`${number}|an?`)})[ -]?(?:${lengths})(?!\\p{L})|${word('tall|smallest|biggest|tiny|huge')}`,
      'iu',
    ),
  ],
  [
    'frequency',
    /(?<!\p{L})(?:how (?:often|many times)|wie oft|hur (?:ofta|många gånger)|cuántas veces|con qué frecuencia)(?!\p{L})/iu,
    new RegExp(
      word(
        'once|twice|thrice|times|every|each|never|always|ever|daily|weekly|monthly|yearly|often|seldom|rarely|sometimes|usually|(?:mon|tues|wednes|thurs|fri|satur|sun)days|mornings|evenings|nights|weekends|\\p{L}*mal|oft|nie|immer|jede[nrsm]?|täglich|selten|gång(?:er)?|aldrig|alltid|ofta|varje|vez|veces|nunca|siempre|cada|a menudo',
      ),
      'iu',
    ),
  ],
  [
    'count',
    /(?<!\p{L})(?:how many|wie ?viele|hur många|cuánt[oa]s)(?!\p{L})/iu,
    // A year counts nothing.
    new RegExp(
      `(?<![\\d.,])(?!(?:1[5-9]|20)\\d{2}(?!\\d))\\d|${word(`${numberWords}|no|none|only|both|twins|keine?|inga|ningun[oa]s?`)}`,
      'iu',
    ),
  ],
  [
    'cost',
    /(?<!\p{L})(?:how much (?:is|was|were|are|money|(?:do|does|did) (?:it|that|they|this|you|he|she|the \p{L}+|your \p{L}+) (?:cost|pay|get|earn|spend|lose|win|make|sell|charge))|wie ?viel (?:kostet|hat .* gekostet|geld)|was (?:kostet|hat .* gekostet)|hur mycket (?:kostar|kostade|pengar|betala)|vad kosta(?:r|de)|cuánto (?:cuesta|costó|dinero|ganó|pag)|what (?:is|was|did|does) .* (?:cost|price)|^(?:and |but |so )?how much(?: (?:was|is) (?:it|that))?[\s?!.]*$)/iu,
    // "A great deal of money" is no sum.
    /[$€£]|(?<!\p{L})(?:wages?|salar(?:y|ies)|dollars?|euros?|cents?|pounds?|pence|penny|shillings?|guineas?|crowns?|kron(?:a|or)|price|free|umsonst|gratis|pesetas?|pesos?)(?!\p{L})/iu,
  ],
  [
    'duration',
    /(?<!\p{L})(?:how long|for how many years|wie lange|hur länge|cuánto (?:tiempo|dur))(?!\p{L})/iu,
    new RegExp(
      `(?:\\d|${word(`${number}|an?`)})[ -]?(?:\\p{L}+ (?:or \\p{L}+ )?)?(?:${spans})(?!\\p{L})|${word('from \\d{4}|until|till|since|always|forever|bis|seit|immer|tills|sedan|alltid|hasta|desde|siempre')}`,
      'iu',
    ),
  ],
  [
    'language',
    /(?<!\p{L})(?:(?:what|which) languages?|welcher? sprachen?|vilk(?:et|a) språk|qué (?:idioma|lengua)s?)(?!\p{L})/iu,
    new RegExp(
      word(
        'english|french|german|swedish|irish|gaelic|italian|latin|greek|spanish|korean|japanese|chinese|russian|englisch|französisch|deutsch|schwedisch|irisch|latein\\p{L}*|engelska|franska|tyska|svenska|inglés|francés|alemán|sueco|latín',
      ),
      'iu',
    ),
  ],
  [
    'fate',
    /(?<!\p{L})(?:what (?:happened to|became of|has become of|did .* come to)|was (?:geschah|passierte|wurde) (?:mit|aus)|vad hände med|vad blev det av|qué (?:pasó con|fue de))(?!\p{L})/iu,
    new RegExp(
      word(
        'died|dead|death|killed|kills|lost|lose|became|becomes|retired|moved|married|sold|gone|went|fell|broke|broken|cut|hit|stolen|burnt?|ended|closed|found|returned|came back|works?|worked|lives?|lived|starb|tot|getötet|wurde|zog|verlor\\p{L}*|verkauft|dog|död|blev|flyttade|försvann|murió|muert[oa]|mató|perdí|perdió|hizo|mudó',
      ),
      'iu',
    ),
  ],
];

/** The measure that the question asks for; null where it asks for none. */
export function measureOf(question: string): Measure | null {
  return measures.find(([, asks]) => asks.test(question))?.[0] ?? null;
}

/** Whether the text tells anything in that measure. */
export function holdsMeasure(text: string, measure: Measure): boolean {
  // "One famous student" counts nobody.
  const told = measure === 'count' ? text.replace(/^One (?=\p{Ll})/u, '') : text;
  return measures.some(([name, , holds]) => name === measure && holds.test(told));
}
