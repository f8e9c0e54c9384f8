import type { Occasion } from '@personate/language';

/** Patterns are matched against the lower-cased message without its marks at the end; the first one wins. */
export type BanterPatterns = ReadonlyArray<readonly [Occasion, RegExp]>;

const whole = (body: string): RegExp => new RegExp(`^(?:${body})$`, 'iu');

const enLead = String.raw`(?:(?:hi|hello|hey|thanks|thank you|well|oh|so|and|but|then|no|hm+|sorry|honestly|to be honest|you know|please|come on|go on|now|ok(?:ay)?|today)[,.! ]+)*`;
const very = String.raw`(?:so|very|really|a bit|a little|quite|rather|pretty|terribly|awfully|just|feeling|all|kind of|still|too) `;
const low =
  'sad|down|lonely|alone|depressed|unhappy|miserable|upset|heartbroken|tired|exhausted|worried|anxious|scared|afraid|stressed|nervous|hopeless|blue|low|unwell|ill|angry|frustrated|overwhelmed|homesick|not (?:well|good|ok(?:ay)?|feeling well)|awful|terrible';
const glad =
  'happy|glad|excited|thrilled|proud|delighted|over the moon|in a good mood|great|wonderful|relieved';
const when = String.raw`(?:,? (?:today|tonight|now|right now|at the moment|lately|these days|again|yesterday|last \p{L}+|at (?:work|school|home|the office)|this (?:morning|evening|week)|(?:and|because|since|but|that|about) .{1,120}))*`;
const feel = String.raw`(?:i['’]?m|i am|i feel|i['’]ve been|i have been)`;
const kin =
  'mother|mum|mom|father|dad|brother|sister|wife|husband|partner|son|daughter|grandmother|grandma|grandfather|grandpa|aunt|uncle|friend|best friend|girlfriend|boyfriend|fianc[eé]e?|ex|dog|cat|horse';

const en: BanterPatterns = [
  [
    'missed-the-point',
    /^(?:(?:no|but|hey|sorry|lol|ha+|well|hm+)[, ]+)*(?:(?:that|this)(?:['’]s| is| was) not (?:what i (?:asked|meant|wanted(?: to know)?)(?: (?:you|for|about))?|an answer|my question|the (?:answer|question|point))|(?:that|this|it) (?:does not|doesn['’]t|did not|didn['’]t) (?:really )?answer (?:my|the) question|you (?:did not|didn['’]t|have not|haven['’]t|do not|don['’]t) (?:really )?answer(?:ed)? (?:my question|the question|me|that)|you (?:misunderstood|misread|missed the point)(?: .{1,30})?|(?:please )?answer (?:my|the) question|you(?: (?:just|only|totally|completely))* (?:dodged|avoided|ignored|evaded|skipped|ducked) (?:that|it|(?:my|the) question|me)(?: (?:one|again|there))?|(?:that|this|it|you) makes? no sense(?: at all)?)$/iu,
  ],
  [
    'how-do-you-know',
    /^(?:(?:but|and|so|wait|really|hm+)[, ]+)*(?:how (?:do|can|could|would) you (?:even )?know(?: (?:that|this|it|all (?:of )?(?:that|this)))?|who (?:told you|says|said)(?: (?:that|so|this))?|says who|how (?:can|could) you (?:even |possibly )?know (?:any ?thing|all (?:of )?this|that much)(?: (?:then|at all))?|where do (?:the|your|all these|those|these) (?:facts|answers|stories|words|things|replies)(?: all)? come from|where (?:do|did) you (?:know|read|hear) (?:that|this|it)(?: from)?|where (?:do|did) you (?:get|have|find) (?:that|this)(?: from)?|what makes you (?:so )?(?:sure|certain)(?: (?:about|of) (?:that|this|it))?|what(?:['’]s| is| are) your sources?(?: (?:for|of) (?:that|this))?|(?:why do|what makes|how can) you say (?:that|so|this)|are you (?:really |quite |absolutely |very )?(?:sure|certain|serious)(?: (?:about|of) (?:that|this|it))?|is (?:that|this) (?:really |actually )?(?:true|so|right|correct|a fact)|i (?:do not|don['’]t|can['’]t|cannot) (?:really )?believe (?:you|that|this|it)|(?:can you )?prove (?:that|it)|(?:nothing|none of (?:it|this|that|what)|not a word(?: of (?:it|this|that|what))?)(?: (?:that )?you(?:['’]ve| have)? (?:just )?(?:told|said|say|wrote|written)(?: (?:to )?me)?)? (?:is|was) (?:really |actually )?(?:true|real)|(?:is|was) (?:any|all|anything|everything)(?: of (?:it|this|that|what))?(?: (?:that )?you(?:['’]ve| have)? (?:just )?(?:told|said|say|wrote|written)(?: (?:to )?me)?)? (?:really |actually )?(?:true|real|made[- ]up|invented))$/iu,
  ],
  [
    'forget-me',
    /^(?:(?:please|now|can you|could you|will you|would you|i want you to)[, ]+)*(?:forget|delete|erase|remove|wipe) (?:(?:everything|all|anything|what)(?: (?:of|that))* ?(?:i(?:['’]ve| have)? (?:just )?(?:said|told|wrote|written)(?: (?:to )?you)?|you (?:know|have|remember|learned|learnt|keep)(?: (?:about|of|on) me)?|about me)|me|my (?:name|data|memories|information|messages?))(?: please)?$/iu,
  ],
  [
    'joke',
    whole(
      `${enLead}(?:(?:can|could|will|would) you )?(?:(?:please )?(?:tell|give|crack|know)(?: me| us)? (?:an?|another|one more|some|one of|your (?:best|favou?rite)|any)(?: (?!about)[\\p{L}'’]+){0,3} ?(?:jokes?|funny (?:story|stories|one|thing)|one-liners?|puns?)|(?:say|tell me|tell us) (?:something|anything) (?:really )?funny|make me (?:laugh|smile)|(?:have you )?(?:got|have|know) (?:any|a|another)(?: good)? jokes?(?: for me)?|do you (?:know|have) (?:any|a|some)(?: good)? jokes?|cheer me up|be funny|(?:a|another) joke|jokes?)(?:,? (?:please|then|for me|of yours|now))*`,
    ),
  ],
  [
    'do-you-like-me',
    whole(
      `${enLead}(?:(?:do|would|could) you (?:really |actually |even |still )?(?:like|love|miss|hate|trust|care (?:about|for)|enjoy talking (?:to|with)|like talking (?:to|with)|remember liking) (?:me|us)|what do you (?:think|make) (?:of|about) me|are (?:we|you and i) friends|(?:can|could|shall) we be friends|(?:will|would) you be my (?:friend|girlfriend|boyfriend|valentine)|am i (?:boring|annoying|bothering) you|do you find me (?:boring|annoying|interesting|nice))(?:,? (?:too|at all|much|a little|then|honestly|really))*`,
    ),
  ],
  [
    'correction',
    new RegExp(
      `^${enLead}(?:i(?:['’]m| am) afraid (?:that )?|i (?:do )?(?:think|believe)(?: that)? )?(?:(?:that|this|it)(?:['’]s| is| was) (?:(?:just|simply|quite|plainly|all|factually) )*(?:wrong|incorrect|false|not (?:right|true|correct|so|how it (?:is|was))|a mistake|an error)|you(?:['’]ve| have)? (?:got|had|have) (?:that|it|this|the \\p{L}+) wrong|you(?:['’]re| are) (?:wrong|mistaken)(?=[:;,.–—]))(?:,? i(?:['’]m| am) afraid)?(?:$|[:;,.!–—-]+ *(?!(?:but |so |and )?(?:why|what|how|who|when|where|tell)\\b)\\S[^?]{0,200}$)`,
      'iu',
    ),
  ],
  [
    'disagreement',
    new RegExp(
      `^${enLead}(?:i (?:strongly |really |completely |totally |must |have to |respectfully )*(?:disagree|don['’]t agree|do not agree|beg to differ|object)|(?:i (?:do )?(?:think|believe|find|feel|guess|would say)(?: that)? )?(?:you(?:['’]re| are) (?:just |so |quite |very |completely |totally |simply )*(?:wrong|mistaken|unfair|too (?:hard|harsh|strict))|that(?:['’]s| is) (?:just |simply |quite |so )*(?:not (?:true|right|fair|correct)|wrong|unfair|nonsense|rubbish|ridiculous|disappointing)|that (?:was not|wasn['’]t|is not|isn['’]t) (?:very |really |even |so |at all )*(?:funny|helpful|nice|kind|polite|good)(?: at all)?))\\b(?!.*\\b(?:why|what|how|who|when|where)\\b)`,
      'iu',
    ),
  ],
  [
    'feeling-low',
    new RegExp(
      `^${enLead}(?:${feel} (?:${very})*(?:${low})${when}|(?:i['’]ve|i have|i)(?: just)? (?:had|have|having) (?:such )?an? (?:really |very |so )?(?:bad|terrible|awful|horrible|hard|rough|difficult|long|sad) (?:day|week|time|night|year|month|morning)${when}|i (?:just )?(?:lost|failed) (?:my|an|the) .{1,60}|(?:i['’]?m \\d+ (?:years old )?(?:and|,) )?(?:i|they|people) (?:get|got|am|was|keep(?: on)?|always)? ?(?:(?:getting|being) )?(?:bullied|bully me|beat me|hit me|teased|laugh at me)(?: .{1,40})?|(?:i was|i(?:['’]ve| have) been)(?: just| recently)? diagnosed with .{1,60}|i(?:['’]ve| have)(?: got)? (?:cancer|leuk(?:a)?emia|a (?:brain )?tumou?r|dementia|parkinson['’]?s|depression)${when}|(?:my|our) (?:\\p{L}+ )?(?:${kin})(?: \\p{L}+)? (?:has |just |has just )?(?:died|passed away|left me)${when}|(?:my heart is broken|nobody (?:likes|loves|understands) me|i want to cry|i(?:['’]m| am) crying)${when})$`,
      'iu',
    ),
  ],
  [
    'feeling-glad',
    new RegExp(
      `^${enLead}(?:${feel} (?:${very})*(?:${glad})${when}|(?:i['’]ve|i have|i)(?: just)? (?:got|passed|won|finished|made it).{0,60}|(?:it['’]s|it is|today is) my birthday(?: today)?|(?:i['’]ve|i have|i)(?: just)? (?:had|have|having) (?:such )?an? (?:really |very )?(?:great|good|wonderful|lovely|fantastic|nice) (?:day|week|time|night|morning)${when})$`,
      'iu',
    ),
  ],
];

const de: BanterPatterns = [
  [
    'missed-the-point',
    /^(?:(?:nein|aber|also)[, ]+)*(?:das (?:war|ist) nicht (?:meine|die) frage|das (?:war|ist) nicht,? was ich (?:gefragt habe|gemeint habe|wissen wollte)|das (?:habe ich nicht gefragt|beantwortet (?:meine|die) frage nicht|ergibt keinen sinn)|(?:du hast|sie haben) (?:meine|die) frage nicht beantwortet)$/iu,
  ],
  [
    'how-do-you-know',
    /^(?:(?:und|aber|ach)[, ]+)*(?:woher (?:weißt du|wissen sie|hast du|haben sie) (?:das|es)(?: denn| eigentlich)?|wer (?:sagt das|hat (?:dir|ihnen) das (?:gesagt|erzählt))|(?:bist du|sind sie) (?:dir |sich )?(?:da |wirklich |ganz )*sicher|stimmt das(?: wirklich)?|ist das (?:wirklich )?(?:wahr|so)|das glaube? ich(?: dir| ihnen)? nicht|ich glaube?(?: dir| ihnen)?(?: das)? nicht|warum sag(?:st du|en sie) das)$/iu,
  ],
  [
    'forget-me',
    /^(?:bitte[, ]+)?(?:vergiss|vergessen sie|lösche?|löschen sie)(?: bitte)?,? (?:(?:alles,? |das,? )?was ich (?:dir|ihnen) (?:gesagt|erzählt) habe|mich|meine (?:daten|nachrichten)|alles über mich)(?: wieder| bitte)*$/iu,
  ],
  [
    'joke',
    /^(?:(?:bitte|komm|und|los|na)[, ]+)*(?:(?:erzähl|sag|kannst|kennst|weißt|können|kennen|erzählen)\p{L}* (?:du |sie )?(?:mir |uns )?(?:bitte |mal |noch )*(?:einen?|noch einen?|etwas|was)(?: \p{L}+)? ?(?:witz\p{L}*|lustiges|komisches)?(?: erzählen)?|bring mich zum lachen|noch ein(?:en)? witz|witz)$/iu,
  ],
  [
    'do-you-like-me',
    /^(?:und |aber )*(?:(?:magst|liebst|vermisst|hasst) du mich(?: eigentlich| auch| denn)*|mögen sie mich(?: eigentlich| auch)*|was (?:hältst|denkst) du (?:von|über) mi(?:r|ch)|sind wir freunde|willst du mein(?:e)? freund(?:in)? sein)$/iu,
  ],
  [
    'correction',
    /^(?:(?:nein|aber|also|ach)[, ]+)*(?:das|dies) (?:stimmt (?:so |doch )*nicht|ist (?:so |doch |aber )*(?:falsch|nicht (?:richtig|wahr|korrekt)|ein fehler))(?:$|[:;,.!–—-]+ *(?!(?:aber |und )?(?:warum|was|wie|wer|wann|wo)(?!\p{L}))\S[^?]{0,200}$)/iu,
  ],
  [
    'disagreement',
    /^(?:(?:nein|aber|also|ach)[, ]+)*(?:da(?:s)? (?:sehe ich anders|stimmt (?:doch )?nicht|ist (?:doch )?(?:falsch|unsinn|quatsch|nicht wahr))|ich (?:bin anderer meinung|sehe das anders|widerspreche)|(?:ich (?:glaube|finde|denke),? )?(?:du (?:irrst dich|liegst (?:da )?falsch)|sie irren sich))(?!\p{L})/iu,
  ],
  [
    'feeling-low',
    /^(?:(?:hallo|ach|also|heute)[, ]+)*(?:ich (?:bin|fühle mich) (?:so |sehr |heute |ein bisschen |etwas |gerade |ziemlich )*(?:traurig|einsam|allein|müde|erschöpft|unglücklich|niedergeschlagen|verzweifelt|krank|gestresst|ängstlich)(?: .{0,60})?|mir geht(?: e|['’])?s (?:heute |gerade |gar )*(?:nicht (?:so )?gut|schlecht|mies)(?: .{0,60})?|ich hatte (?:heute )?einen (?:schlechten|schlimmen|furchtbaren|schweren) tag)$/iu,
  ],
  [
    'feeling-glad',
    /^(?:(?:hallo|ach|also|heute)[, ]+)*(?:ich (?:bin|fühle mich) (?:so |sehr |heute |gerade )*(?:glücklich|froh|stolz|begeistert|gut gelaunt)(?: .{0,60})?|ich habe (?:heute )?geburtstag)$/iu,
  ],
];

const sv: BanterPatterns = [
  [
    'missed-the-point',
    /^(?:(?:nej|men)[, ]+)*(?:det (?:var|är) inte (?:min fråga|vad jag (?:frågade|menade)(?: om)?|det jag frågade(?: om)?)|du (?:svarade|har) inte (?:svarat )?på (?:min fråga|frågan)|det är inget svar)$/iu,
  ],
  [
    'how-do-you-know',
    /^(?:(?:men|och)[, ]+)*(?:hur vet du det|vem (?:säger|sa|har sagt) det|är du (?:riktigt |verkligen |helt )?säker(?: på det)?|stämmer det(?: verkligen)?|är det (?:verkligen )?(?:sant|så)|jag tror (?:dig inte|inte på (?:det|dig))|varför säger du (?:det|så)|var har du det ifrån)$/iu,
  ],
  [
    'forget-me',
    /^(?:snälla[, ]+)?(?:glöm|radera|ta bort) (?:(?:allt|det|vad)(?: som)? jag (?:har )?(?:sagt|berättat|sa)|mig|mina (?:uppgifter|meddelanden)|allt om mig)(?: tack)?$/iu,
  ],
  [
    'joke',
    /^(?:(?:snälla|kom igen|och)[, ]+)*(?:(?:kan du )?(?:berätta|säg|dra)(?: en)?(?: till)? ?(?:en |något )?(?:rolig(?:t)? )?(?:skämt|vits|historia|roligt)|kan du (?:några|något) (?:bra )?skämt|få mig att skratta)$/iu,
  ],
  ['do-you-like-me', /^(?:och |men )*(?:(?:gillar|tycker|älskar) du (?:om )?mig|är vi vänner)$/iu],
  [
    'correction',
    /^(?:(?:nej|men)[, ]+)*det (?:stämmer inte|är (?:ju |väl )?(?:fel|inte (?:rätt|sant|riktigt)|ett misstag))(?:$|[:;,.!–—-]+ *(?!(?:men |och )?(?:varför|vad|hur|vem|när|var)(?!\p{L}))\S[^?]{0,200}$)/iu,
  ],
  [
    'disagreement',
    /^(?:(?:nej|men)[, ]+)*(?:jag håller inte med|du har fel|det stämmer inte|det är (?:fel|inte sant))(?!\p{L})/iu,
  ],
  [
    'feeling-low',
    /^(?:jag (?:är|känner mig) (?:så |lite |väldigt |ganska )*(?:ledsen|ensam|trött|nere|orolig|olycklig|sjuk)(?: .{0,60})?|jag mår (?:inte (?:så )?bra|dåligt))$/iu,
  ],
  [
    'feeling-glad',
    /^jag (?:är|känner mig) (?:så |jätte|väldigt )*(?:glad|lycklig|stolt)(?: .{0,60})?$/iu,
  ],
];

const es: BanterPatterns = [
  [
    'missed-the-point',
    /^(?:(?:no|pero)[, ]+)*(?:(?:eso )?no es (?:lo que (?:te )?(?:pregunté|preguntaba|quería saber)|mi pregunta|una respuesta)|no (?:has respondido|respondiste|contestaste)(?: a)? mi pregunta|no me has respondido)$/iu,
  ],
  [
    'how-do-you-know',
    /^(?:(?:pero|y)[, ]+)*(?:cómo (?:lo )?sabes(?: eso)?|quién (?:te )?(?:lo )?(?:dijo|ha dicho)(?: eso)?|estás segur[oa](?: de eso)?|es (?:verdad|cierto)(?: eso)?|no te creo|no (?:me )?lo creo|por qué dices eso|de dónde (?:lo )?sacas(?: eso)?)$/iu,
  ],
  [
    'forget-me',
    /^(?:por favor[, ]+)?(?:olvida|borra|elimina) (?:(?:todo )?lo que (?:te )?(?:dije|he dicho|conté|he contado)|todo sobre mí|mis (?:datos|mensajes))$/iu,
  ],
  [
    'joke',
    /^(?:(?:por favor|venga|y)[, ]+)*(?:(?:cuéntame|dime|sabes|cuenta)(?: un| otro| algún| algo)?(?: buen)? ?(?:chiste|gracioso|divertido)|hazme reír|otro chiste)$/iu,
  ],
  ['do-you-like-me', /^(?:y |pero )*(?:te (?:caigo bien|gusto)|me quieres|somos amigos)$/iu],
  [
    'correction',
    /^(?:(?:no|pero)[, ]+)*(?:eso )?(?:no es (?:verdad|cierto|correcto|así)|es (?:falso|incorrecto|un error)|está mal)(?:$|[:;,.!–—-]+ *(?!(?:pero |y )?(?:por qué|qué|cómo|quién|cuándo|dónde)(?!\p{L}))\S[^?]{0,200}$)/iu,
  ],
  [
    'disagreement',
    /^(?:(?:no|pero)[, ]+)*(?:no estoy de acuerdo|te equivocas|eso no es (?:verdad|cierto))(?!\p{L})/iu,
  ],
  [
    'feeling-low',
    /^(?:(?:hoy )?(?:estoy|me siento) (?:muy |un poco |tan )*(?:triste|sol[oa]|cansad[oa]|mal|deprimid[oa]|preocupad[oa])(?: .{0,60})?)$/iu,
  ],
  [
    'feeling-glad',
    /^(?:(?:hoy )?(?:estoy|me siento) (?:muy |tan )*(?:feliz|content[oa]|orgullos[oa])(?: .{0,60})?)$/iu,
  ],
];

/** What is said between people without asking for knowledge, longer and freer than small talk, by language. */
export const banterPatterns: Readonly<Record<string, BanterPatterns>> = { en, de, sv, es };

/** "Another one", after a joke. */
export const anotherOne =
  /^(?:(?:and|ok(?:ay)?|haha|lol|please|come on)[,.! ]+)*(?:(?:(?:tell|give) (?:me|us) )?(?:another|one more|again|more|noch eine[rn]?|noch mal|en till|otro(?: más)?)(?: (?:one|joke|bitte))?(?: please)?)$/iu;
