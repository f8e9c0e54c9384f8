/** The sort of thing a question asks for, where its words tell. */
export type AnswerType = 'money' | 'time' | 'place' | 'person' | 'number' | 'reason' | 'name';

const asks: ReadonlyArray<readonly [AnswerType, RegExp]> = [
  [
    'money',
    /\b(?:how (?:much|many) (?:money|cash|dollars?|euros?|pounds?|does .*\bcost|did .*\b(?:cost|pay|earn|lose|win|make)\b|(?:is|was|were|are) .*\b(?:paid|worth)\b|do .*\bearn)|what (?:does|did|do) .*\bcost|what (?:is|was) .*\b(?:salary|wage|price|fee)|wie ?viel (?:geld|kostet|verdien)|hur mycket (?:pengar|kostar|tjän)|cuánto (?:dinero|cuesta|gan|cost))/iu,
  ],
  [
    'number',
    /\b(?:how (?:many|much|old|tall|far|long|big|high|heavy|fast|large|deep|often)|what (?:percentage|number)|wie ?(?:viele?|oft|lange|alt|weit|groß|hoch)|hur (?:många|mycket|ofta|länge|gammal|långt|stor)|cuánt[oa]s?)\b/iu,
  ],
  [
    'time',
    /^(?:(?:and|but|so) )?(?:when|(?:since|until) when)(?: exactly)?[\s?!.]*$|\b(?:when (?:did|was|were|will|do|does|is|are|have|had)|(?:what|which|in what|in which) (?:year|month|day|date|decade|century|time)|how long ago|since when|wann|in welchem jahr|när (?:var|blev|kom|flyttade|började|gjorde|är|föddes|\p{L}+)|vilket år|cuándo|en qué año)(?!\p{L})/iu,
  ],
  [
    'place',
    /\b(?:where|(?:what|which|in what|in which) (?:city|town|country|village|place|street|region|county|state)|wo|woher|wohin|var|varifrån|vart|dónde|de dónde)(?!\p{L})/iu,
  ],
  [
    'name',
    /\b(?:(?:what|how) (?:is|are|was|were|do you call|did you call) .{0,60}\b(?:called|named|name)|the name of|name of your|what .{0,40} name\b|wie heißt|wie hieß|vad heter|vad hette|cómo se llama)(?!\p{L})/iu,
  ],
  [
    'person',
    /\b(?:who(?!se)|whom|wer|wen|wem|vem|quién|quiénes|(?:what|which) (?:of your |member of )?(?:person|relatives?|relations?|(?:the |your )?family(?: member)?|teacher|friend|author|writer|painter|artist|musician|actor|actress|colleague|mentor))(?!\p{L})/iu,
  ],
  [
    'reason',
    /\b(?:why|what for|how come|what made you|for what reason|warum|weshalb|wieso|varför|por qué)(?!\p{L})/iu,
  ],
];

export function answerTypeOf(question: string): AnswerType | null {
  return asks.find(([, pattern]) => pattern.test(question))?.[0] ?? null;
}

const months =
  'january|february|march|april|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|januari|februari|mars|maj|augusti|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
const weekdays = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
const numberWords =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|once|twice|half|dozen|couple|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|hundert|tausend|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tjugo|hundra|tusen|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|cien|mil';

const holds: Readonly<Record<AnswerType, RegExp>> = {
  money:
    /[$€£¥]|\b(?:dollars?|euros?|cents?|pounds?|pence|penny|shillings?|guineas?|crowns?|kron(?:a|or|er)|money|paid|wages?|salar(?:y|ies)|price|cost|free|geld|mark|lohn|preis|pengar|lön|dinero|sueldo|precio)\b/iu,
  time: new RegExp(
    `\\b(?:1[0-9]{3}|20[0-9]{2})\\b|\\b(?:${months}|${weekdays}|noon|midnight)\\b|\\bin may\\b|o['’]clock|\\b\\d{1,2}[:.]\\d{2}\\b|\\b(?:when|after|before|until|since|during|at the age of|years? (?:old|later|ago)|as a (?:child|girl|boy|student)|spring|summer|autumn|winter|childhood|als|nachdem|bevor|seit|jahre|när|efter|innan|sedan|år|cuando|desde|después|años?)(?!\\p{L})`,
    'iu',
  ),
  place:
    /(?<!\p{L})(?:(?:[Ii]n|[Aa]t|[Nn]ear|from|to|on|off|outside|around|above|behind|beside|along|across|north of|south of|east of|west of) (?:the |a |an |my |our )?(?:(?:\p{L}+ ){0,2}(?:town|village|city|island|isle|coast|harbour|house|cottage|farm|ranch|street|road|quay|school|yard|river|valley|county|country|palace|abbey|castle|church)(?!\p{L})|\p{Lu}\p{L}+)|(?:bei|aus|nach|neben|(?<!\bI )am|im|auf|i|på|vid|från|till|nära|en|cerca de|de) (?:der |die |das |dem |den |einem |einer |el |la )?(?:(?:\p{L}+ ){0,2}(?:dorf|stadt|insel|haus|straße|by|stad|ö|hus|kust|pueblo|ciudad|isla|casa)(?!\p{L})|\p{Lu}\p{L}+)|(?:fui|fue|voy|va|vamos|lleg(?:ué|ó)|mud(?:é|ó)|viaj(?:é|ó)|vine|vino|ir) a (?:la |el )?\p{Lu}\p{L}+)/u,
  person:
    /(?<!^)(?<![.!?] )\b\p{Lu}\p{L}+|\b(?:mother|father|sister|brother|wife|husband|son|daughter|aunt|uncle|grand\p{L}+|friend|neighbour|teacher|tutor|boss|colleague|coach|mutter|vater|schwester|bruder|freund(?:in)?|lehrer(?:in)?|mamma|pappa|syster|bror|mormor|morfar|farmor|farfar|vän|madre|padre|hermana|hermano|amig[oa]|abuel[oa])\b/u,
  number: new RegExp(`\\d|\\b(?:${numberWords}|every|never|always|daily|weekly)(?!\\p{L})`, 'iu'),
  reason:
    /\b(?:because|since|so that|in order to|the reason|that is why|that['’]s why|taught me|made me|wanted to|in the hope|for fear|thanks to|on account of|otherwise|or else|or (?:the same|you will|it will|they will)|weil|damit|deshalb|um |denn|eftersom|för att|därför|porque|para|por)(?!\p{L})/iu,
  name: /(?<!^)(?<![.!?] )\b\p{Lu}\p{L}+|[“"„«]\p{L}/u,
};

/** Whether the text has that sort of thing in it at all. */
export function holdsAnswerType(text: string, type: AnswerType): boolean {
  return holds[type].test(text);
}
