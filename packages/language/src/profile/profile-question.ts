import { ownOf } from '@personate/contracts';

/** What people ask everybody, and what only a sentence of a certain shape answers. */
export type ProfileSlot =
  | 'age'
  | 'birthday'
  | 'birthplace'
  | 'residence'
  | 'occupation'
  | 'marriage'
  | 'children'
  | 'siblings'
  | 'pets'
  | 'name-of'
  | 'school'
  | 'height'
  | 'languages'
  | 'contact'
  | 'fears'
  | 'love'
  | 'habit'
  | 'favourite';

export interface ProfileQuestion {
  slot: ProfileSlot;
  /** Whose name, which habit, what favourite: an English word; the year in which an age is asked for. */
  of: string;
}

interface Asks {
  slot: ProfileSlot;
  /** Matched against the whole message, lower-cased, without greeting and end marks; the group `of` names the thing. */
  pattern: RegExp;
}

const lead = String.raw`^(?:(?:and|so|but|ok|okay|well|tell me|please tell me|can you tell me|could you tell me|may i ask|i wonder|just curious|und|aber|sag mal|och|men|y|pero|dime)[,:]? )*`;
const asks = (slot: ProfileSlot, body: string): Asks => ({
  slot,
  pattern: new RegExp(`${lead}(?:${body})$`, 'iu'),
});

const kin =
  'mother|mum|mom|father|dad|parents?|brothers?|sisters?|siblings|wife|husband|spouse|partner|sons?|daughters?|children|kids|twins|grandmother|grandfather|grandma|grandpa|aunt|uncle|niece|nephew|cousin|cats?|dogs?|horses?|pets?|best friend|teacher|governess|boss';
const animals = 'pets?|animals?|dogs?|cats?|horses?|birds?|rabbits?|fish';
const any = '(?:an?|any|some|got an?|got any)';
const now =
  '(?:,? (?:now|currently|nowadays|these days|today|at the moment|exactly|actually|anyway|then))*';
const atPresent = '(?:,? (?:now|currently|nowadays|these days|at the moment|at present))*';

const en: readonly Asks[] = [
  asks(
    'age',
    `how old (?:are|were) you${now}|how old were you (?:back then|at (?:that|the) time|when (?:that|it|this) (?:happened|was))|what(?:['’]?s| is| was) your age|what age are you|your age`,
  ),
  asks(
    'birthday',
    `when(?:['’]?s| is| was) your birth(?:day|date)|what(?:['’]?s| is| was) your (?:birth ?(?:day|date)|date of birth)|(?:when|in what year|what year|which year|on what day|what day) were you born(?: in| on)?|your (?:birthday|date of birth)`,
  ),
  asks(
    'birthplace',
    `where (?:were|are) you born|(?:what|which|in what|in which) (?:town|city|country|place|village) were you born(?: in)?|what(?:['’]?s| is) your (?:birthplace|place of birth)`,
  ),
  asks(
    'residence',
    `where (?:do|did) you live${now}|where are you (?:living|based)${now}|where(?:['’]?s| is) (?:your )?home(?: for you)?|(?:what|which|in what|in which) (?:town|city|country|place|village|part of the world) do you live(?: in)?`,
  ),
  asks(
    'occupation',
    `what do you (?:actually |really )?do(?: (?:for a living|for work|for a job|all day|professionally|as a job|in life))?${atPresent}|what(?:['’]?s| is| was) your (?:current |present )?(?:job|profession|occupation|trade|line of work|work)${atPresent}|what (?:kind|sort) of (?:work|job) do you (?:do|have)${atPresent}|what do you work as${atPresent}|where do you (?:currently )?work${atPresent}|who do you (?:currently )?work for${atPresent}`,
  ),
  asks(
    'marriage',
    `are you (?:married|single|divorced|engaged|in a relationship|seeing (?:anyone|someone))${now}|(?:do you have|have you) ${any} (?:wife|husband|spouse|partner|girlfriend|boyfriend)|who(?:m)? (?:are|were) you married to|were you (?:ever )?married|did you (?:ever )?(?:marry|get married)|have you ever been married`,
  ),
  asks(
    'children',
    `(?:do|did) you have (?:${any} )?(?:children|kids|sons?|daughters?|child|kid)|have you (?:${any} )?(?:children|kids)|how many (?:children|kids|sons|daughters) (?:do|did) you have|are you a (?:mother|father|parent|mum|dad)|(?:any |and |got )*(?:children|kids)`,
  ),
  asks(
    'siblings',
    `(?:do|did) you have (?:${any} )?(?:brothers?|sisters?|siblings?)(?: (?:or|and) (?:brothers?|sisters?))?|have you (?:${any} )?(?:brothers?|sisters?|siblings?)(?: (?:or|and) (?:brothers?|sisters?))?|how many (?:brothers?|sisters?|siblings?)(?: (?:or|and) (?:brothers?|sisters?))? (?:do|did) you have|(?:are|were) you an only child|(?:any |and |got )*(?:brothers? (?:or|and) sisters?|siblings)`,
  ),
  asks(
    'pets',
    `(?:do|did) you (?:have|own|keep) (?:${any} )?(?:${animals})|have you (?:${any} )?(?:${animals})`,
  ),
  asks(
    'name-of',
    `(?:what|who)(?:['’]?s| is| was| are| were) (?:the names? of )?your (?<of>${kin})(?:['’]s?)?(?: (?:names?|called|named))?|what (?:do|did) you call your (?<of2>${kin})|how (?:is|was) your (?<of3>${kin}) called`,
  ),
  asks(
    'school',
    `where (?:did|do) you (?:go to (?:school|college|university)|study|get your (?:degree|education)|learn your trade)|(?:what|which) (?:school|university|college) did you (?:go to|attend|study at)|where were you educated|did you go to (?:school|college|university)`,
  ),
  asks('height', "how tall (?:are|were) you|what(?:['’]?s| is| was) your height"),
  asks('languages', '(?:what|which|how many) languages (?:do|can|did) you (?:speak|know)'),
  asks(
    'contact',
    `(?:what(?:['’]?s| is)|give me|can i have|could i have|may i have|send me) your (?:(?:phone|telephone|mobile|cell|whatsapp)(?: number)?|number|e-?mail(?: address)?|(?:home |street |exact |postal )?address|password|credit card(?: number)?|bank (?:account|details)|passport number|social security number)(?: please)?`,
  ),
  asks(
    'fears',
    `what (?:are|were) you (?:most |really |so )?(?:afraid|scared|frightened|terrified) of|what (?:do you fear|frightens you|scares you|terrifies you)(?: (?:the )?most)?|are you (?:ever )?(?:afraid|scared|frightened)(?: of (?:anything|something))?|what(?:['’]?s| is) your (?:biggest|greatest|worst|deepest) fear|do you have (?:any )?fears|what are your fears`,
  ),
  asks(
    'love',
    '(?:have|were|are) you (?:ever |now |really )*(?:been )?in love(?: with (?:any(?:one|body)|some(?:one|body)))?(?: before| ever)?|(?:have|did) you ever (?:fall(?:en)? in love|love(?:d)? any(?:one|body))|who (?:is|was) (?:the love of your life|your (?:first|great|true) love)|have you ever (?:loved|been loved)',
  ),
  asks(
    'favourite',
    `(?:what|who|which)(?:['’]?s| is| are| was) your (?:all[- ]time |very )?favou?rite (?<of>[\\p{L} -]{3,40}?)(?: (?:of all time|ever|to eat|to read|to watch|and why))?|do you have a favou?rite (?<of2>[\\p{L} -]{3,40})|(?:what|which) (?<of3>\\p{L}{3,20}) do you like (?:best|most)`,
  ),
  asks(
    'habit',
    '(?:do|did) you (?:still |ever |often |sometimes |also )*(?<of>gamble|bet|smoke|drink|cook|bake|pray|sing|swim|dance|run|jog|ride|ski|paint|draw|fish|hunt|drive|vote|exercise|knit|garden|hike|climb)(?: (?:at all|much|a lot|often|sometimes|alcohol|money|well|every day))*|have you ever (?<of2>gambled|smoked|skied|danced|sung|hunted)',
  ),
];

const de: readonly Asks[] = [
  asks(
    'age',
    'wie alt (?:bist|sind|warst) (?:du|sie)(?: (?:denn|eigentlich|jetzt|genau|heute|da|damals))*|wie alt bist',
  ),
  asks(
    'birthday',
    'wann (?:bist|wurdest) du (?:denn |eigentlich )?geboren(?: worden)?|wann hast du (?:denn |eigentlich )?geburtstag|wann ist dein geburtstag|(?:was|wie) ist dein geburtsdatum',
  ),
  asks('birthplace', 'wo (?:bist|wurdest) du (?:denn |eigentlich )?geboren(?: worden)?'),
  asks(
    'residence',
    'wo (?:wohnst|lebst) du(?: (?:denn|eigentlich|jetzt|zurzeit))*|wo (?:wohnen|leben) sie|wo bist du zu ?hause',
  ),
  asks(
    'occupation',
    'was (?:machst|arbeitest|tust) du(?: (?:denn|eigentlich|so))*(?: beruflich| im leben)?|was bist du von beruf|was ist dein beruf|welchen beruf hast du|als was arbeitest du(?: (?:jetzt|zurzeit|gerade|derzeit))*|wo arbeitest du(?: (?:denn|eigentlich|jetzt|zurzeit|gerade|derzeit))*',
  ),
  asks(
    'marriage',
    'bist du (?:denn )?(?:verheiratet|ledig|vergeben)|hast du (?:einen mann|eine frau|einen partner|eine partnerin|eine freundin|einen freund)|mit wem bist du verheiratet',
  ),
  asks(
    'children',
    'hast du (?:denn )?(?:eigene )?kinder|wie viele kinder hast du|hast du (?:einen sohn|eine tochter)',
  ),
  asks(
    'siblings',
    'hast du (?:denn )?(?:geschwister|einen bruder|eine schwester|brüder|schwestern)|wie viele geschwister hast du',
  ),
  asks('pets', 'hast du (?:denn )?(?:ein haustier|haustiere|tiere|einen hund|eine katze)'),
  asks(
    'name-of',
    'wie (?:heißt|hieß|heißen|hießen) deine? (?<of>mutter|vater|eltern|bruder|schwester|geschwister|frau|mann|sohn|tochter|kinder|katze|hund|oma|opa|tante|onkel)',
  ),
  asks(
    'school',
    'wo (?:bist du zur schule gegangen|hast du studiert|bist du in die schule gegangen)',
  ),
  asks('height', 'wie groß bist du'),
  asks('languages', 'welche sprachen sprichst du|wie viele sprachen sprichst du'),
  asks(
    'contact',
    '(?:was|wie) (?:ist|lautet) deine (?:telefonnummer|handynummer|adresse|e-?mail(?:-adresse)?)|gib mir deine (?:nummer|telefonnummer|adresse)',
  ),
  asks(
    'fears',
    'wovor (?:hast|fürchtest) du (?:dich|angst)(?: am meisten)?|was macht dir angst|hast du angst',
  ),
];

const sv: readonly Asks[] = [
  asks('age', 'hur gammal är du(?: (?:nu|egentligen))*'),
  asks('birthday', 'när (?:är du född|föddes du|fyller du år)|när är din födelsedag'),
  asks('birthplace', 'var (?:är du född|föddes du)'),
  asks('residence', 'var (?:bor|lever) du(?: (?:nu|någonstans|egentligen))*|var har du ditt hem'),
  asks(
    'occupation',
    'vad (?:jobbar|arbetar) du (?:med|som)|vad gör du (?:på jobbet|till vardags)|vad är ditt (?:yrke|jobb)|var (?:jobbar|arbetar) du(?: (?:nu|någonstans|egentligen))*',
  ),
  asks('marriage', 'är du gift|är du singel|har du (?:en fru|en man|en partner)'),
  asks('children', 'har du (?:några )?barn|hur många barn har du'),
  asks(
    'siblings',
    'har du (?:några )?(?:syskon|bröder|systrar|en bror|en syster)|hur många syskon har du',
  ),
  asks('pets', 'har du (?:några |något )?(?:husdjur|djur|en hund|en katt)'),
  asks(
    'name-of',
    'vad (?:heter|hette) (?:din|ditt|dina) (?<of>mamma|mor|pappa|far|bror|syster|fru|man|son|dotter|barn|katt|hund|farmor|mormor|farfar|morfar|moster|faster|morbror|farbror)',
  ),
  asks('school', 'var gick du i skolan?|var (?:studerade|pluggade) du'),
  asks('height', 'hur lång är du'),
  asks('languages', 'vilka språk (?:talar|pratar|kan) du|hur många språk (?:talar|kan) du'),
  asks('fears', 'vad är du (?:mest )?rädd för|är du rädd för (?:något|nåt)|vad skrämmer dig'),
];

const es: readonly Asks[] = [
  asks('age', 'cuántos años (?:tienes|tiene usted)|qué edad tienes'),
  asks('birthday', 'cuándo naciste|cuándo es tu cumpleaños'),
  asks('birthplace', 'dónde naciste'),
  asks('residence', 'dónde vives(?: ahora)?'),
  asks(
    'occupation',
    'a qué te dedicas(?: ahora)?|en qué trabajas(?: ahora)?|dónde trabajas(?: ahora)?|cuál es tu (?:trabajo|profesión)|qué haces en la vida',
  ),
  asks('marriage', 'estás casad[oa]|tienes (?:marido|mujer|esposa|esposo|pareja|novi[oa])'),
  asks('children', 'tienes hijos|cuántos hijos tienes'),
  asks('siblings', 'tienes hermanos(?: o hermanas)?|cuántos hermanos tienes'),
  asks('pets', 'tienes (?:mascotas?|animales|un perro|un gato|perros|gatos)'),
  asks(
    'name-of',
    'cómo se llama(?:ba|n)? (?:tu|tus) (?<of>madre|padre|padres|hermano|hermana|mujer|esposa|marido|esposo|hijo|hija|hijos|gato|gata|perro|abuela|abuelo|tía|tío)',
  ),
  asks('languages', 'qué idiomas hablas|cuántos idiomas hablas'),
  asks('fears', '(?:a qué|de qué) (?:le )?tienes miedo|qué te da miedo'),
];

const byLanguage: Readonly<Record<string, readonly Asks[]>> = { en, de, sv, es };

/** Kin in English, for what is asked in another language. */
const english: Readonly<Record<string, string>> = {
  mum: 'mother',
  mom: 'mother',
  dad: 'father',
  mutter: 'mother',
  vater: 'father',
  eltern: 'parents',
  bruder: 'brother',
  schwester: 'sister',
  geschwister: 'siblings',
  frau: 'wife',
  mann: 'husband',
  sohn: 'son',
  tochter: 'daughter',
  kinder: 'children',
  kids: 'children',
  katze: 'cat',
  hund: 'dog',
  oma: 'grandmother',
  opa: 'grandfather',
  grandma: 'grandmother',
  grandpa: 'grandfather',
  tante: 'aunt',
  onkel: 'uncle',
  mamma: 'mother',
  mor: 'mother',
  pappa: 'father',
  far: 'father',
  bror: 'brother',
  syster: 'sister',
  fru: 'wife',
  man: 'husband',
  son: 'son',
  dotter: 'daughter',
  barn: 'children',
  katt: 'cat',
  farmor: 'grandmother',
  mormor: 'grandmother',
  farfar: 'grandfather',
  morfar: 'grandfather',
  moster: 'aunt',
  faster: 'aunt',
  morbror: 'uncle',
  farbror: 'uncle',
  madre: 'mother',
  padre: 'father',
  padres: 'parents',
  hermano: 'brother',
  hermana: 'sister',
  mujer: 'wife',
  esposa: 'wife',
  marido: 'husband',
  esposo: 'husband',
  hijo: 'son',
  hija: 'daughter',
  hijos: 'children',
  gato: 'cat',
  gata: 'cat',
  perro: 'dog',
  abuela: 'grandmother',
  abuelo: 'grandfather',
  tía: 'aunt',
  tío: 'uncle',
  gambled: 'gamble',
  bet: 'gamble',
  smoked: 'smoke',
  skied: 'ski',
  danced: 'dance',
  sung: 'sing',
  hunted: 'hunt',
  jog: 'run',
};

/** What of everybody's life the whole question asks for; null for any other. */
export function profileQuestionOf(question: string, language: string): ProfileQuestion | null {
  const plain = question
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{Extended_Pictographic}\u{FE0F}“”"¿¡]/gu, '')
    .replace(/^(?:hi|hello|hey|hallo|moin|hej|hola)(?: \p{L}+)?[,.! ]+/iu, '')
    .replace(/[\s?!.…]+$/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (plain.length > 120) return null;
  for (const { slot, pattern } of ownOf(byLanguage, language) ?? []) {
    const groups = pattern.exec(plain)?.groups ?? (pattern.test(plain) ? {} : null);
    if (groups === null) continue;
    const of = (groups['of'] ?? groups['of2'] ?? groups['of3'] ?? '').trim();
    return { slot, of: ownOf(english, of) ?? of };
  }
  return null;
}
