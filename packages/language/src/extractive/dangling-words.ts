import { ownOf } from '@personate/contracts';

/** Words that point at something said before, by language: what begins so does not stand alone. */
export interface DanglingWords {
  /** "It" or "them" so early that nothing before it can be meant. */
  object?: RegExp;
  /** At the very start. */
  start: RegExp;
  /** A third person without anybody named before it. */
  person: RegExp;
  /** Words that make a finite clause likely; without any the sentence is a fragment. */
  finite: RegExp;
  /** Speaks to somebody in particular: greetings, thanks, calls to come or click. */
  addressed: RegExp;
}

const en: DanglingWords = {
  start:
    /^(?:(?:one|two|three|four|five|\d+):|(?:and|but|so|then|also|or|nor|yet|still|however|instead|otherwise|anyway|because|therefore|thus|hence|besides|plus|though|although that|which|who|whose|where|whereas|to which|even so|even then|after that|after this|since then|before that|until then|by then|at that|in that|in this|from there|from that|from then|later that|that same|the same|apart from that|as such|likewise|similarly|neither|both|either|another|others|such|one (?:was|is|has|had|were|are)|one of them|some of them|none of them|all of them|most of them|the (?:other|others|former|latter|second|third|rest|result|reason|answer|trick|problem|point)|for example|for instance|in other words|on the other hand|first|second|secondly|finally|next|meanwhile|more|less|same|too|there|here|that(?:'s|’s)?|this|these|those|they(?:'re|’re|'ve|’ve)?|them|their|he(?:'s|’s)?|she(?:'s|’s)?|his|her|him|hers|its|yes|yeah|yep|yup|no|nope|nah|agreed|exactly|true|right|sure|ok|okay|well|lol|haha+|same here|me too|not that|not this|not if|not yet|ditto|update|edit|ps|p\.s|via|rt)\b(?!-))|^it(?:'s|’s|'ll|’ll|'d|’d)?\b(?! (?:is|was|takes?|took|has been|will be|would be|'s|’s) (?:\p{L}+ )?(?:\p{L}+ )?(?:in|on|to|that|when|who|not|hard|easy|good)\b)(?! (?:rain|snow|pour|freez|thunder))(?! (?:took|takes|cost|costs) (?:me|us|(?:my|our) \p{L}+) [^.!?;]{1,60} to \p{L})/iu,
  object:
    /^(?:\p{L}+['’]?\p{L}* ){1,4}(?:it|them)\b(?! (?:is|was|takes?|took|seems?|rain|snow|(?:\p{L}+ )?(?:to|that)\b))/iu,
  person: /\b(?:he|she|him|her|his|hers|himself|herself)\b/iu,
  finite:
    /\b(?:am|is|are|was|were|be|been|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|have|has|had|do|does|did|don['’]t|doesn['’]t|didn['’]t|can|can['’]t|cannot|could|will|won['’]t|would|should|must|may|might|shall|went|came|got|made|took|gave|found|thought|knew|saw|felt|left|kept|began|wrote|read|told|said|heard|met|bought|brought|taught|caught|sold|held|stood|lost|won|paid|put|set|ran|sat|fell|grew|drew|drove|flew|broke|spoke|chose|slept|spent|built|sent|led|let|learnt|learned|became|meant|needs?|wants?|likes?|loves?|hates?|prefers?|thinks?|knows?|makes?|takes?|gives?|goes|comes|lives?|works?|looks?|feels?|keeps?|means|tells?|says?|sees?|finds?|believes?|remains?|starts?|ate|beat|became|bit|blew|bore|burst|clung|cost|crept|cut|dealt|drank|dreamt|dug|fled|fought|froze|hid|hit|hung|hurt|knelt|laid|lay|lent|lit|quit|rang|rode|rose|sang|sank|shone|shook|shot|shut|slid|sought|spread|sprang|spun|stole|stuck|struck|stung|swam|swept|swore|swung|threw|tore|understood|wept|woke|wore|withdrew|wove|asks|becomes|begins|breaks|brings|builds|buys|calls|carries|costs|cries|drinks|drives|eats|falls|follows|gets|grows|happens|has|hears|helps|holds|hurts|laughs|leads|learns|leaves|lies|loses|meets|moves|owns|pays|plays|puts|rains|reads|runs|sells|sends|shows|sings|sits|sleeps|smells|sounds|speaks|spends|stands|stays|stops|talks|tastes|teaches|travels|tries|turns|understands|uses|wakes|waits|walks|wears|wins|writes|\p{L}{2,}ed|\p{L}+(?:['’](?:s|re|ve|m|ll|d)))\b|\b(?:i|we|you|they|it|he|she|who|that|there|nobody|everyone|everybody|people) (?:\p{L}+ly )?\p{L}{2,}|^(?:the|my|our) \p{L}+ \p{L}{2,}s (?:on|at|by|every|only|always|never|once|twice|daily) /iu,
  addressed:
    /^(?:hi|hello|hey|dear|good (?:morning|evening|night|afternoon)|happy (?:birthday|new year|easter|christmas)|merry|congrat|thanks?|thank you|cheers|welcome|please|sorry|come (?:and|to|by|join|see)|join|check|follow|click|watch (?:it|this|here)|see (?:you|here|below|also|the link)|read (?:it|more|here|the)|listen (?:to|here)|buy|book|register|sign up|visit (?:us|our|my)|don['’]t (?:miss|forget)|anyone|anybody|who else|you['’]?(?:re|ll|ve|d)?\b|your\b)/iu,
};

const de: DanglingWords = {
  start:
    /^(?:und|aber|oder|doch|denn|dann|danach|davor|damals|dabei|dafür|damit|daran|darauf|daraus|darin|darum|darüber|davon|dazu|deshalb|deswegen|daher|also|auch|außerdem|trotzdem|jedoch|dennoch|sonst|stattdessen|weil|das|dies|diese[rsnm]?|jene[rsnm]?|da|dort|hier|er|sie|ihn|ihm|ihr|ihre|ihren|sein|seine|seinen|beide|solche|ebenso|genauso|ja|nein|genau|stimmt|klar|okay|ok|na|so|zweitens|schließlich|der andere|die anderen|der zweite|die zweite|zum beispiel|es)\b(?! (?:regnet|schneit|gibt|gab|ist (?:schwer|leicht|gut|besser|wichtig|schön)|war (?:im|am|\d)|braucht|dauert|bringt)\b)/iu,
  person: /\b(?:er|ihn|ihm)\b/iu,
  finite:
    /\b(?:bin|bist|ist|sind|war|waren|habe?|hast|hat|hatten?|wird|werden|wurden?|kann|können|konnten?|muss|müssen|mussten?|soll|sollen|will|wollen|wollten?|darf|mag|möchte|gibt|gab|ging|kam|kamen|fand|lebe|lebt|lebte|wohne|wohnt|arbeite|arbeitet|liebe|liebt|mache|macht|gehe|geht|glaube|denke|weiß|braucht|\p{L}{3,}(?:te|ten))\b|\b(?:ich|wir|man) \p{L}{2,}|\p{L}{2,} (?:ich|wir|man)\b/iu,
  addressed:
    /^(?:hallo|hi|hey|liebe[rs]?|guten (?:morgen|tag|abend)|gute nacht|alles gute|herzlichen|frohe|danke|vielen dank|bitte|kommt|komm|schaut|schau|klickt|lest|folgt|wer (?:kommt|hat|kennt)|du\b|dein|ihr\b|euer|eure|sie (?:können|müssen))/iu,
};

const sv: DanglingWords = {
  start:
    /^(?:och|men|eller|så|då|sedan|sen|därefter|därför|därmed|dessutom|ändå|dock|annars|istället|eftersom|det(?! (?:är|var|tar|tog|finns|fanns|regnar?|snöar?) )|den här|det här|dessa|de|dom|den|han|hon|hans|hennes|deras|honom|henne|dem|där|här|båda|sådana?|samma|ja|jo|nej|precis|okej|visst|till exempel|den andra|till slut)(?![\p{L}])/iu,
  person: /(?<!\p{L})(?:han|hon|honom|henne|hans|hennes)(?!\p{L})/iu,
  finite:
    /(?<!\p{L})(?:är|var|varit|har|hade|blir|blev|kan|kunde|ska|skulle|vill|ville|måste|får|fick|går|gick|kom|kommer|gör|gjorde|bor|bodde|gillar|älskar|tycker|tror|vet|tar|tog|finns|fanns|säger|sa|ser|såg|\p{L}{3,}(?:ade|te|de|ar|er))(?!\p{L})|(?<!\p{L})(?:jag|vi|man) \p{L}{2,}/iu,
  addressed:
    /^(?:hej|hejsan|tjena|god (?:morgon|kväll|natt)|kära|grattis|tack|snälla|kom (?:och|förbi)|följ|läs|klicka|missa inte|någon som|du(?!\p{L})|din|ditt|ni(?!\p{L}))/iu,
};

const es: DanglingWords = {
  start:
    /^(?:y|pero|o|entonces|luego|después|además|también|sin embargo|así que|porque|por eso|por tanto|eso|esto|esa|ese|estas?|estos|esos|esas|aquello|él|ella|ellos|ellas|le|les|lo|su|sus|ahí|allí|aquí|ambos|otro|otra|los demás|el mismo|la misma|sí|no,|claro|exacto|vale|por ejemplo)(?!\p{L})/iu,
  person: /(?<!\p{L})(?:él|ella)(?!\p{L})/iu,
  finite:
    /(?<!\p{L})(?:soy|es|son|era|eran|fue|fui|fueron|estoy|está|están|estaba|he|ha|han|había|tengo|tiene|tenía|hay|hace|hago|hice|hizo|puedo|puede|quiero|quiere|creo|pienso|sé|vivo|vive|viví|vivía|trabajo|trabajé|gusta|gustan|gustaba|encanta|me|nos|se|\p{L}{2,}(?:é|í|ó|aba|ía|aron|ieron|amos|imos|emos))(?!\p{L})/iu,
  addressed:
    /^(?:hola|buenos|buenas|querid|feliz|felicidades|gracias|por favor|ven(?:id)?(?!\p{L})|mira|lee|sigue|haz clic|no te pierdas|alguien|tú(?!\p{L})|tu(?!\p{L})|vosotros|usted)/iu,
};

const byLanguage: Readonly<Record<string, DanglingWords>> = { en, de, sv, es };

/** The lists of that language; null where none were written. */
export function danglingWordsOf(language: string): DanglingWords | null {
  return ownOf(byLanguage, language) ?? null;
}
