import type { Occasion } from '@personate/language';

/** Patterns are matched against the lower-cased message without its marks at the end; the first one wins. */
export type SmallTalkPatterns = ReadonlyArray<readonly [Occasion, RegExp]>;

/** Whom it is said to, with a title: never words that go on to ask something. */
const title = String.raw`(?:my (?:dear(?:est)? |good )?(?:lady|lord|friend|dear|man|sir)|milady|milord|madam|ma['’]am|sir)`;
const name = String.raw`(?:,? ${title})?(?:,? (?!(?:how|what|who|when|where|why|which|tell|can|could|would|will|do|does|did|are|is|was|have|has|please|i|i['’]m|my|me|we|you|wie|was|wer|wo|wann|warum|hur|vad|vem|var|qué|cómo|quién)(?!\p{L}))[\p{L}.'’-]+){0,3}`;
// Where parts are repeated something stands between them: "hahahaha" read in every possible way takes hours.
const anchored = (body: string): RegExp => new RegExp(`^(?:${body})$`, 'iu');

const farewell =
  '(?:bye+|bye-bye|goodbye|good night|see (?:you|ya)(?: (?:later|soon|tomorrow|around|again|next time))?|cya|take care|farewell|so long|(?:talk|speak) to you (?:later|soon)|until next time|i (?:have to|must|need to|gotta|should) (?:go|leave)(?: now)?|have a (?:nice|good|great) (?:day|evening|night|weekend|one))';

const en: SmallTalkPatterns = [
  [
    'greeting',
    anchored(
      `(?:hi+|hello|hey+|hiya|howdy|yo|greetings|welcome|good (?:morning|afternoon|evening|day)|morning|evening)(?: (?:there|again|everyone|you|to you))?${name}(?:,? (?:nice|good|pleased|glad|great|lovely) to (?:meet|see) you)?|(?:(?:hi+|hello|hey+|good (?:morning|afternoon|evening|day))${name}[,.!]* )?(?:(?:it['’]s|it is|what) )?(?:(?:nice|good|pleased|glad|great|lovely|wonderful|delighted) to (?:meet|see) you|a (?:great |real )?(?:pleasure|delight|honou?r) to (?:meet|see|talk to) you|(?:may|can|could) i (?:please )?ask you (?:a question|(?:something|a few|some|a couple of|several)(?: (?:questions|things))?)|i(?:['’]ve| have)(?: got)? (?:a question|(?:a few|some|a couple of|several) questions)(?: for you)?)${name}`,
    ),
  ],
  [
    'how-are-you',
    anchored(
      `(?:(?:so|well|and),? )?(?:how are (?:you|u|things)(?: (?:doing|today|feeling|these days|now|all|this (?:morning|evening)))*|how(?: i|['’])s (?:it going|life|your day|everything)(?: (?:going|today))?|how do you do|how do you feel(?: today)?|how have you been|what['’]?s up|are you (?:feeling |doing )?(?:ok|okay|well|fine|alright|happy|content|sad|lonely|bored|tired)(?: (?:today|now|here|there|sometimes|these days|at the moment))?|you (?:seem|sound|look) (?:(?:so|very|really|quite|rather|a bit|a little|in a) )*(?:ok(?:ay)?|well|fine|happy|content|sad|lonely|bored|tired|cheerful|angry|upset|low|(?:good|bad) mood)(?: (?:today|now|tonight|this (?:morning|evening)))?)${name}`,
    ),
  ],
  [
    'thanks',
    anchored(
      `(?:(?:ok(?:ay)?|great|good|cool|perfect|wow|nice|ah|oh|well|alright|lol|haha),? )*(?:thanks|thank you|thank u|thx|ty|cheers|much appreciated|many thanks)(?: (?:so|very|you)? ?(?:much|a lot|a bunch|again|kindly|indeed))*(?:,? (?:that|this) (?:helps?|was|is) [^.!?]{1,40}|,? you(?:['’]ve been| have been| were| are|['’]re) (?:so |very |really |most )*(?:\\p{L}+)(?: help)?)?(?: for [^,;]{1,60})?${name}`,
    ),
  ],
  [
    'farewell',
    anchored(
      `(?:(?:ok(?:ay)?|well|alright|thanks|thank you),? )*(?:(?:it was |it['’]s been )?(?:good|nice|great|lovely|fun) (?:to talk|talking|to chat|chatting)(?: (?:to|with) you)?[,.! ]+)?${farewell}(?:[,.! ]+${farewell})*[,.! ]*${name}`,
    ),
  ],
  [
    'apology',
    anchored(
      `(?:(?:oh|oops),? )*(?:sorry|i['’]m (?:so |very )?sorry|i am (?:so |very )?sorry|my bad|apologies|i apologi[sz]e|pardon(?: me)?|excuse me)(?: (?:about|for) .{1,50})?`,
    ),
  ],
  [
    'help',
    anchored(
      `(?:please )?help(?: me)?|what (?:can|should|could|may|do) (?:i|we) (?:ask|talk)(?: (?:to )?you)?(?: about)?(?: here)?|what (?:can|do) you (?:do|know)(?: about)?(?: here| for me)?|how does this work|what (?:is|are) (?:this|you) (?:for|about)|what (?:topics|things) (?:can|do) .{1,40}`,
    ),
  ],
  [
    'compliment',
    anchored(
      `(?:(?:ha[ -]?)+[,!.]? )?(?:that|this|you) (?:really )?(?:made|makes|make) me (?:laugh|smile)|(?:wow,? )?(?:you(?: a|['’])re (?:so |very |really |pretty |quite |just )*(?:an? )?(?:great|amazing|funny|nice|kind|smart|cool|awesome|wonderful|interesting|lovely|sweet|brilliant|fantastic|clever|wise|the best|legend|hero|genius|inspiration|inspiring)(?: [\\p{L}]+){0,3}|i (?:really |so |just )?(?:like|love|enjoy|adore|admire) (?:you|talking (?:to|with) you|this chat|your (?:answers?|stor(?:y|ies)|posts?|style|voice|humou?r|work|writing))(?: .{1,30})?|(?:that|this)(?: wa| i|['’])s (?:so |very |really |such )?(?:an? )?(?:great|nice|beautiful|lovely|wonderful|funny|good|interesting|helpful|amazing)(?: [\\p{L}]+)?|(?:great|nice|beautiful|lovely|wonderful|good|well) (?:answer|story|said|one|put)|well done|good job)`,
    ),
  ],
  [
    'insult',
    /^(?:(?:oh|wow|well),? )?(?:you(?: a|['’])re (?:so |such |really |just |a |an |bloody |fucking )*(?:idiot|stupid|dumb|moron|useless|boring|ugly|awful|terrible|annoying|loser|fool|liar|fraud|fake|phone?y|hypocrite|crap|shit|pathetic|the worst)\b|you (?:suck|stink)\b|you (?:know nothing|don['’]t know anything)$|shut up|fuck (?:you|off)|go to hell|i hate you|piss off|screw you|idiot$|stupid (?:bot|machine|ai)|(?:what a )?(?:stupid|dumb) (?:answer|bot|thing))/iu,
  ],
  [
    'acknowledgement',
    anchored(
      `that reminds me(?: of (?:something|somebody|someone))?|(?:(?:ok(?:ay)?|cool|nice|great|interesting|fascinating|i see|i understand|understood|wow|(?:ha)+h?|lol|right|got it|(?:(?:that|this)(?: wa| i|['’])s |how )?(?:very |really |quite |so |pretty |too )?(?:good|funny|hilarious)(?: one)?|(?:nice|great) one|yes|no|yeah|yep|nope|sure|h+m+|oh|ah+|awesome|really|indeed|fair enough|makes sense|that makes sense|perfect|exactly|of course|true|agreed|try me|bring it on|never mind|all right|alright|good to know|maybe|perhaps)(?:[,.! ]+|$))+`,
    ),
  ],
];

const de: SmallTalkPatterns = [
  [
    'greeting',
    anchored(
      `(?:hallo|hallöchen|hi|hey|moin(?: moin)?|servus|grüß (?:gott|dich)|grüezi|guten (?:morgen|tag|abend)|tag|na)(?: (?:zusammen|du|da))?${name}`,
    ),
  ],
  [
    'how-are-you',
    anchored(
      `(?:(?:na|und|hallo|hi),? )*(?:wie geht(?: e|['’])?s(?: es)?(?: (?:dir|ihnen|euch|so|denn|heute))*|wie läuft['’]?s(?: so)?|alles (?:gut|klar)(?: bei (?:dir|ihnen))?|was geht(?: ab)?|wie fühlst du dich(?: heute)?)`,
    ),
  ],
  [
    'thanks',
    anchored(
      `(?:(?:ok(?:ay)?|super|gut|ah|oh|prima),? )*(?:danke(?:schön| schön| sehr| dir| ihnen)?|vielen dank|besten dank|herzlichen dank|tausend dank|merci)(?: (?:für|dafür).{0,60})?(?:,? (?:das|es) (?:war|ist|hilft|hat) [^.!?]{1,40}|,? (?:sehr|wie) (?:nett|freundlich|lieb)(?: von (?:dir|ihnen))?)?${name}`,
    ),
  ],
  [
    'farewell',
    anchored(
      `(?:(?:ok(?:ay)?|gut|danke|also),? )*(?:tschüs+i?|ciao|auf wiedersehen|auf wiederhören|bis (?:bald|dann|später|morgen|zum nächsten mal)|gute nacht|mach['’]?s gut|leb wohl|schönen (?:tag|abend)(?: noch)?|ich muss (?:jetzt )?(?:los|gehen|weg))${name}`,
    ),
  ],
  [
    'apology',
    anchored(
      `(?:oh,? )?(?:entschuldigung|entschuldige|entschuldigen sie|tut mir (?:sehr )?leid|sorry|verzeihung|pardon)(?: .{1,40})?`,
    ),
  ],
  [
    'help',
    anchored(
      `hilfe|was kann ich (?:dich |sie |hier )?(?:alles )?(?:fragen|tun)|was kannst du(?: alles)?(?: (?:tun|machen))?|was weißt du(?: (?:alles|so))?|wie funktioniert (?:das|dies)(?: hier)?|worüber können wir (?:reden|sprechen)`,
    ),
  ],
  [
    'compliment',
    anchored(
      `(?:wow,? )?(?:du bist (?:so |sehr |echt |wirklich |ein\\p{L}* )*(?:toll|nett|lieb|klug|lustig|cool|super|großartig|wunderbar|interessant|spitze|genial|witzig)\\p{L}*(?: \\p{L}+)?|ich mag (?:dich|deine (?:art|geschichten|antworten))(?: .{1,20})?|(?:das ist |das war )?(?:eine? )?(?:schön|toll|gut|wunderbar|großartig|interessant)\\p{L}* ?(?:antwort|geschichte|gesagt)?)`,
    ),
  ],
  [
    'insult',
    /^du bist (?:so |echt |ein\p{L}* |total )*(?:dumm|blöd|doof|idiot|langweilig|nutzlos|hässlich|schlecht|trottel|versager)|^(?:halt(?:'s| die| den)? (?:maul|klappe|mund)|verpiss dich|fick dich|idiot$|blöde[rs]? (?:bot|maschine|kuh))/iu,
  ],
  [
    'acknowledgement',
    anchored(
      `(?:(?:ok(?:ay)?|aha|ach so|achso|gut|schön|interessant|verstehe|ich verstehe|genau|ja|nein|nee|klar|stimmt|super|prima|toll|cool|wow|wirklich|echt|na gut|alles klar|h+m+|(?:ha){2,}|spannend|natürlich|vielleicht)(?:[,.! ]+|$))+`,
    ),
  ],
];

const sv: SmallTalkPatterns = [
  [
    'greeting',
    anchored(
      `(?:hej(?: hej)?|hejsan|hallå|tjena|tja|tjenare|god (?:morgon|kväll|dag|afton)|goddag|morsning)(?: (?:på dig|där|du))?${name}`,
    ),
  ],
  [
    'how-are-you',
    anchored(
      `(?:(?:hej|hallå|och|nå),? )*(?:hur (?:mår du|är det(?: med dig)?|står det till|går det|har du det|känner du dig)(?: (?:idag|i dag|nu))?|läget|hur är läget|allt bra|allt väl)`,
    ),
  ],
  [
    'thanks',
    anchored(
      `(?:(?:ok(?:ej)?|bra|jaha|åh|fint),? )*(?:tack(?: så (?:mycket|hemskt mycket))?|tusen tack|stort tack|tackar)(?: för .{1,60})?(?:,? det (?:var|är|hjälper) [^.!?]{1,40})?${name}`,
    ),
  ],
  [
    'farewell',
    anchored(
      `(?:(?:ok(?:ej)?|tack|nåväl),? )*(?:hej ?då|adjö|vi (?:ses|hörs)(?: (?:sen|snart|imorgon|igen))?|god ?natt|ha det (?:bra|så bra|gott)|farväl|jag måste (?:gå|sticka)(?: nu)?|på återseende)${name}`,
    ),
  ],
  [
    'apology',
    anchored(
      `(?:åh,? |oj,? )*(?:förlåt(?: mig)?|ursäkta(?: mig)?|jag ber om ursäkt|sorry|beklagar)(?: .{1,40})?`,
    ),
  ],
  [
    'help',
    anchored(
      `hjälp|vad kan (?:jag|man) fråga(?: dig)?(?: om)?|vad kan du(?: (?:göra|hjälpa mig med))?|vad vet du|hur (?:funkar|fungerar) det här|vad kan vi prata om`,
    ),
  ],
  [
    'compliment',
    anchored(
      `(?:wow,? )?(?:du är (?:så |väldigt |jätte\\p{L}* |verkligen |en |ett )*(?:bra|snäll|rolig|klok|smart|fin|trevlig|underbar|fantastisk|cool|häftig|bäst|intressant|duktig)\\p{L}*(?: \\p{L}+)?|jag (?:gillar|tycker om) (?:dig|dina (?:svar|berättelser))(?: .{1,20})?|(?:det var |vilket )?(?:bra|fint|fin|vackert|roligt|intressant|trevligt) ?(?:svar|sagt|berättat|berättelse|historia)?)`,
    ),
  ],
  [
    'insult',
    /^du är (?:så |en |ett |väldigt |jävligt )*(?:dum|korkad|idiot|tråkig|värdelös|ful|usel|jobbig)|^(?:håll (?:käften|mun|klaffen)|dra åt helvete|fan ta dig|idiot$|dumma (?:bot|maskin))/iu,
  ],
  [
    'acknowledgement',
    anchored(
      `(?:(?:ok(?:ej|ay)?|jaha|jaså|aha|bra|fint|intressant|jag förstår|förstår|precis|ja|jo|nej|visst|javisst|absolut|coolt|wow|verkligen|okej då|h+m+|(?:ha){2,}|kul|spännande|kanske|just det)(?:[,.! ]+|$))+`,
    ),
  ],
];

const es: SmallTalkPatterns = [
  [
    'greeting',
    anchored(
      `(?:hola|holi|buenas|buenos días|buenas (?:tardes|noches)|buen día|saludos|qué hay)(?: (?:a todos|de nuevo))?${name}(?:,? (?:mucho gusto|encantad[oa]))?|mucho gusto|encantad[oa](?: de conocerte)?`,
    ),
  ],
  [
    'how-are-you',
    anchored(
      `(?:(?:hola|buenas|y),? )*(?:(?:qué tal|cómo) (?:estás|está|te va|te encuentras|andas|va todo|te sientes)(?: hoy)?|qué tal(?: todo)?|todo bien|cómo va(?: todo)?)`,
    ),
  ],
  [
    'thanks',
    anchored(
      `(?:(?:vale|ok|bien|ah|oh|perfecto),? )*(?:(?:muchas |mil )?gracias|te lo agradezco|muy amable)(?: (?:por|de) .{1,60})?(?:,? (?:eso |esto )?(?:ha sido|fue|es) [^.!?]{1,40})?${name}`,
    ),
  ],
  [
    'farewell',
    anchored(
      `(?:(?:vale|ok|bueno|gracias),? )*(?:adiós|chao|chau|hasta (?:luego|pronto|mañana|la vista|la próxima)|nos vemos|buenas noches|cuídate|me tengo que ir|tengo que irme|que (?:te vaya bien|tengas (?:un )?buen día))${name}`,
    ),
  ],
  [
    'apology',
    anchored(
      `(?:ay,? |oh,? )*(?:perdón(?:a|ame)?|lo siento(?: mucho)?|disculpa(?:s|me)?|perdone)(?: .{1,40})?`,
    ),
  ],
  [
    'help',
    anchored(
      `ayuda|qué puedo (?:preguntarte|preguntar|hacer)(?: aquí)?|qué (?:puedes hacer|sabes(?: hacer)?)|cómo funciona esto|de qué podemos hablar`,
    ),
  ],
  [
    'compliment',
    anchored(
      `(?:guau,? )?(?:eres (?:muy |tan |una? |realmente )*(?:genial|simpátic[oa]|amable|list[oa]|divertid[oa]|increíble|maravillos[oa]|estupend[oa]|interesante|buen[oa]|el mejor|la mejor)(?: \\p{L}+)?|me (?:gustas|caes bien|gustan tus (?:respuestas|historias))|qué (?:bonito|bueno|interesante|buena (?:respuesta|historia))|buena respuesta)`,
    ),
  ],
  [
    'insult',
    /^eres (?:muy |tan |una? )*(?:tont[oa]|idiota|estúpid[oa]|aburrid[oa]|inútil|fe[oa]|imbécil)|^(?:cállate|vete a la mierda|te odio|idiota$|vete al infierno)/iu,
  ],
  [
    'acknowledgement',
    anchored(
      `(?:(?:vale|ok|okay|ya|ah|bien|bueno|interesante|entiendo|ya veo|claro|sí|no|genial|exacto|de acuerdo|guau|en serio|(?:ja){2,}|perfecto|por supuesto|quizás|tal vez)(?:[,.! ]+|$))+`,
    ),
  ],
];

export const smallTalkPatterns: Readonly<Record<string, SmallTalkPatterns>> = { en, de, sv, es };
