/** "Are you human?" in languages besides English, by language; each pattern is tried anywhere in the message. */
const end = String.raw`(?=$|\s*[^\p{L}\p{N}\s'’-]|\s+(?:oder|und|aber|bist|sind|ist|spreche?n?|hier|dahinter|bin|eller|och|men|här|är|o|y|pero|no|aquí|ou|et|mais|pas|en|of|maar|niet|hier|ma|e|non|mas|não|tu|du|czy|albo|или|а)(?!\p{L}))`;
const bare = (source: string): RegExp => new RegExp(`(?<!\\p{L})${source}`, 'iu');

const deWhat = String.raw`(?:(?:(?:k?ein(?:e[mnrs]?)?|nur|bloß|echte?[mnrs]?|wirkliche?[mnrs]?|richtige?[mnrs]?|lebende?[mnrs]?|lebendige?[mnrs]?|reale?[mnrs]?|künstliche?[mnrs]?|menschliche?[mnrs]?|so|tatsächlich|wirklich|eigentlich|überhaupt|denn|etwa|vielleicht|eher|doch|nicht|in wirklichkeit|aus|ehrlich)[ ,]+)*)(?:mensch(?:en|lich|liches wesen)?|wesen|person|ki|k\.i\.|ai|künstliche intelligenz|(?:chat)?bot|roboter|maschine|computer(?:programm)?|programm|software|sprachmodell|algorithmus|simulation|automat|echt|real|lebendig|künstlich|synthetisch|ausgedacht|erfunden|fiktiv|fake|chatgpt|gpt|fleisch und blut)`;
const svWhat = String.raw`(?:(?:en|ett|någon|riktig|äkta|verklig|levande|bara|verkligen|egentligen|faktiskt|ens|inte|kanske|av|mänsklig|artificiell|på) )*(?:människa|mänsklig|varelse|person|ai|a\.i\.|artificiell intelligens|(?:chat|chatt)?bott?|robot|maskin|dator(?:program)?|program|språkmodell|algoritm|artificiell|konstgjord|syntetisk|levande|verklig|äkta|på riktigt|riktigt|påhittad|fiktiv|fejk|chatgpt|kött och blod)`;
const esWhat = String.raw`(?:(?:una?|un|realmente|solo|sólo|acaso|en realidad|de verdad|algún|alguna|no|alguien|verdadera?|auténtic[oa]|simple|tú|usted|de) )*(?:persona(?: (?:real|de verdad|humana|viva|verdadera))?|human[oa]|ser humano|ia|i\.a\.|inteligencia artificial|bot|chatbot|robot|máquina|programa(?: de ordenador)?|ordenador|computadora|modelo de lenguaje|algoritmo|real|verdad|artificial|ficticio|ficticia|inventad[oa]|viv[oa]|carne y hueso|chatgpt)`;
const frWhat = String.raw`(?:(?:une?|un|vraiment|juste|vraie?|véritable|réellement|simple|seulement|bien|pas|quelqu['’]un|d['’]|de|en|être) ?)*(?:humaine?|être humain|personne(?: (?:réelle|humaine|vivante))?|ia|i\.a\.|intelligence artificielle|bot|chatbot|robot|machine|ordinateur|programme|logiciel|modèle de langage|algorithme|réelle?|vivante?|artificielle?|fictive?|fictif|inventée?|chair et en os|chatgpt)`;
const itWhat = String.raw`(?:(?:una?|un['’]|davvero|veramente|solo|vera?o?|proprio|realmente|qualcuno|di|in) ?)*(?:uman[oa]|essere umano|persona(?: (?:vera|reale|umana))?|ia|ai|intelligenza artificiale|bot|chatbot|robot|macchina|computer|programma|modello linguistico|algoritmo|reale|vera?o?|viv[oa]|artificiale|inventat[oa]|carne e ossa|chatgpt)`;
const nlWhat = String.raw`(?:(?:een|echte?|echt|gewoon|eigenlijk|werkelijk|levende?|wel|geen|niet|of|van) )*(?:mens|menselijk|persoon|ai|kunstmatige intelligentie|bot|chatbot|robot|machine|computer(?:programma)?|programma|taalmodel|algoritme|echt|levend|kunstmatig|verzonnen|fictief|vlees en bloed|chatgpt)`;
const ptWhat = String.raw`(?:(?:uma?|um|realmente|mesmo|só|apenas|verdadeir[oa]|alguém|de) )*(?:human[oa]|ser humano|pessoa(?: (?:real|de verdade|humana))?|ia|i\.a\.|inteligência artificial|bot|chatbot|robô|máquina|computador|programa|modelo de linguagem|real|verdade|artificial|inventad[oa]|viv[oa]|carne e osso|chatgpt)`;

export const otherPatterns: ReadonlyArray<readonly [language: string, pattern: RegExp]> = [
  ['de', bare(`(?:bist|sind|seid) (?:du|sie|ihr)(?: es)? ${deWhat}${end}`)],
  ['de', bare(`(?:du|sie) (?:bist|sind) ${deWhat}${end}`)],
  ['de', bare(`(?:ob|dass) (?:du|sie) ${deWhat} (?:bist|sind)`)],
  [
    'de',
    bare(`(?:ist|sitzt|steckt|antwortet|schreibt)(?: (?:das|dies|hier|da|dort|mir))+ ${deWhat}`),
  ],
  [
    'de',
    bare(
      `(?:rede|spreche|schreibe|chatte|unterhalte|kommuniziere|bin)(?: ich)(?: (?:mich|hier|gerade|jetzt|eigentlich|denn|wirklich|da|nur))* mit (?:jemand\\p{L}* )?${deWhat}`,
    ),
  ],
  [
    'de',
    bare(
      '(?:gibt es dich|existierst du)(?: (?:wirklich|tatsächlich|echt|überhaupt|in echt|eigentlich))*(?=$|[?!.,])',
    ),
  ],
  [
    'de',
    bare(
      '(?:mensch|echt|person) oder (?:eine? )?(?:ki|bot|maschine|roboter|computer|programm)|(?:ki|bot|maschine|roboter) oder (?:ein )?(?:echter )?mensch',
    ),
  ],
  ['sv', bare(`är (?:du|ni) ${svWhat}${end}`)],
  ['sv', bare(`(?:du|ni) är ${svWhat}${end}`)],
  [
    'sv',
    bare(
      `är (?:det här|detta|det) (?!(?:en |ett )?(?:maskin|program|dator|person))${svWhat}${end}`,
    ),
  ],
  [
    'sv',
    bare(
      `(?:pratar|talar|skriver|chattar|snackar) jag (?:(?:nu|just nu|här|egentligen|verkligen|bara) )*med (?:någon )?${svWhat}`,
    ),
  ],
  [
    'sv',
    bare(
      '(?:finns|existerar) du (?:på riktigt|verkligen|egentligen)|(?:sitter|finns) det (?:en )?(?:riktig )?människa',
    ),
  ],
  ['es', bare(`(?:eres|es usted|sois|serás) (?:tú )?${esWhat}${end}`)],
  ['es', bare(`(?:esto|esta|este) es ${esWhat}${end}`)],
  [
    'es',
    bare(
      `(?:hablo|hablando|escribo|escribiendo|chateo|chateando|conversando) (?:aquí )?con ${esWhat}`,
    ),
  ],
  [
    'es',
    bare(
      '(?:existes|has existido)(?: (?:de verdad|realmente|en realidad))?(?=$|[?!.,])|(?:persona|humano|real) o (?:una? )?(?:ia|bot|robot|máquina)',
    ),
  ],
  [
    'fr',
    bare(
      `(?:(?:es|êtes)-(?:tu|vous)|(?:tu|vous|t['’])(?: ?(?:n['’])?(?:es|êtes|est))) ${frWhat}${end}`,
    ),
  ],
  ['fr', bare(`(?:c['’]est|est-ce(?: que c['’]est)?) ${frWhat}${end}`)],
  ['fr', bare(`(?:je parle|parlé-je|parler|je discute|discuter) (?:à|avec) ${frWhat}`)],
  [
    'fr',
    bare(
      '(?:existes-tu|tu existes|existez-vous)(?: (?:vraiment|réellement|pour de vrai))?(?=$|[?!.,])',
    ),
  ],
  ['it', bare(`sei ${itWhat}${end}`)],
  ['it', bare(`(?:parlo|parlando|scrivendo|chattando) con ${itWhat}`)],
  ['it', bare('esisti (?:davvero|veramente)')],
  ['nl', bare(`(?:ben|bent) (?:je|jij|u) ${nlWhat}${end}`)],
  ['nl', bare(`(?:je|jij|u) (?:ben|bent) ${nlWhat}${end}`)],
  [
    'nl',
    bare(`(?:praat|spreek|chat|schrijf) ik (?:(?:hier|nu|eigenlijk|echt|wel) )*met ${nlWhat}`),
  ],
  ['nl', bare('besta (?:je|jij) echt')],
  ['pt', bare(`(?:você é|tu és|és|vocês são) ${ptWhat}${end}`)],
  ['pt', bare(`(?:falando|a falar|falo|conversando) com ${ptWhat}`)],
  ['pt', bare('(?:você existe|existes) (?:mesmo|de verdade|realmente)')],
  [
    'da',
    bare(
      'er (?:du|de) (?:(?:et|en|rigtig|rigtigt|ægte|virkelig|bare|virkeligt|levende) )*(?:menneske|person|robot|maskine|chatbot|kunstig intelligens|virkelig|ægte)(?=$|[?!.,]| eller)',
    ),
  ],
  [
    'no',
    bare(
      'er du (?:(?:et|en|ekte|virkelig|bare|egentlig|levende) )*(?:menneske|person|robot|maskin|chatbot|kunstig intelligens|ki|virkelig|ekte)(?=$|[?!.,]| eller)',
    ),
  ],
  [
    'fi',
    bare(
      'oletko (?:sinä )?(?:(?:oikea|oikeasti|todellinen|aito|oikeesti) )*(?:ihminen|henkilö|tekoäly|botti|robotti|kone|todellinen|aito)(?!\\p{L})',
    ),
  ],
  [
    'pl',
    bare(
      '(?:jesteś|czy jesteś|rozmawiam z) (?:(?:naprawdę|prawdziw\\p{L}+|tylko|żyw\\p{L}+) )*(?:człowiekiem|osobą|botem|robotem|maszyną|sztuczną inteligencją|si|ai|programem|prawdziw[ya])(?!\\p{L})',
    ),
  ],
  [
    'ru',
    bare(
      '(?:ты|вы) (?:(?:настоящ\\p{L}+|живой|живая|реальн\\p{L}+|правда|действительно|вообще|просто|не) )*(?:человек|робот|бот|ии|машина|программа|нейросеть|настоящ\\p{L}+|реальн\\p{L}+|живой|живая|искусственный интеллект)(?!\\p{L})',
    ),
  ],
  [
    'uk',
    bare(
      '(?:ти|ви) (?:(?:справжн\\p{L}+|жив\\p{L}+|справді) )*(?:людина|робот|бот|ші|машина|програма|справжн\\p{L}+)(?!\\p{L})',
    ),
  ],
  [
    'tr',
    bare(
      '(?:sen |siz )?(?:(?:gerçek(?:ten)?|bir) )*(?:insan|robot|bot|yapay zeka|makine|gerçek) ?m[ıiuü](?:s[ıiuü]n)?',
    ),
  ],
  [
    'zh',
    /你(?:到底|究竟|真的)?是(?:不是)?(?:一?[个個台])?(?:真的?人|真人|人类|人類|机器人|機器人|人工智能|人工智慧|ai|真的|活人|程序|聊天机器人|机器)|(?:跟|和|与)(?:真人|机器人|ai|人工智能)(?:说话|聊天|对话)/iu,
  ],
  [
    'ja',
    /(?:人間|本物|ai|人工知能|ロボット|ボット|機械|実在|生身)(?:の人間|の人)?(?:です|なの|ですか|でしょう|か|し(?:ます|てい))/iu,
  ],
  [
    'ko',
    /(?:사람|인간|로봇|봇|인공지능|ai|기계|진짜)(?:이에요|예요|인가요|입니까|이야|이니|야|니|맞아)/iu,
  ],
  ['ar', /هل (?:أنت|انت) (?:حقا |فعلا )?(?:إنسان|انسان|شخص|بشر|روبوت|آلة|ذكاء اصطناعي|حقيقي)/u],
  ['hi', /(?:तुम|आप) (?:एक |सच में |असली )*(?:इंसान|इन्सान|मनुष्य|रोबोट|बॉट|मशीन|एआई|असली)/u],
  [
    'el',
    bare(
      '(?:είσαι|είστε) (?:(?:πραγματικ\\p{L}+|αληθιν\\p{L}+|ένας|μια|ένα) )*(?:άνθρωπος|ρομπότ|bot|μηχανή|πραγματικ\\p{L}+|αληθιν\\p{L}+|τεχνητή νοημοσύνη)(?!\\p{L})',
    ),
  ],
];

/** "No, really?" by language. */
export const otherInsisting: ReadonlyArray<readonly [language: string, pattern: RegExp]> = [
  [
    'de',
    /^(?:(?:nein|aber|komm|ok|hm+|und|also|ach|doch|ja|bitte)[,!.?…]* )*(?:wirklich|echt(?: jetzt)?|ernsthaft|im ernst|ehrlich|mal ehrlich|sei (?:bitte )?ehrlich|sicher|bist du (?:dir )?sicher|ganz ehrlich|ich (?:glaube (?:dir|das) nicht|meine es ernst|muss es wissen)|du lügst|ja oder nein|was (?:denn )?nun|wahrheit|die wahrheit|stimmt das|bist du\??)(?:[?!.,… ]+(?:wirklich|ehrlich|bitte|jetzt|denn))*[?!.… ]*$/iu,
  ],
  [
    'sv',
    /^(?:(?:nej|men|kom igen|ok|hm+|och|jo|ja|snälla)[,!.?…]* )*(?:verkligen|seriöst|på riktigt|ärligt(?: talat)?|allvarligt|var ärlig|säkert|är du säker|jag (?:tror dig inte|tror inte på det|menar allvar|måste få veta)|du ljuger|ja eller nej|sanningen|är det sant|är du\??)(?:[?!.,… ]+(?:verkligen|ärligt|snälla|nu|då))*[?!.… ]*$/iu,
  ],
  [
    'es',
    /^(?:¿|¡)?(?:(?:no|pero|venga|vamos|y|sí|por favor)[,!.?…]* ¿?)*(?:de verdad|en serio|seguro|estás segur[oa]|sé sincer[oa]|sinceramente|honestamente|no te creo|no me lo creo|mientes|sí o no|la verdad|dime la verdad|es verdad|de veras)[?!.… ]*$/iu,
  ],
  [
    'fr',
    /^(?:(?:non|mais|allez|et|oui|s['’]il te plaît)[,!.?…]* )*(?:vraiment|sérieusement|sérieux|pour de vrai|sois honnête|honnêtement|tu es sûre?|je ne te crois pas|tu mens|oui ou non|la vérité)[?!.… ]*$/iu,
  ],
  [
    'it',
    /^(?:(?:no|ma|dai|e|sì)[,!.?…]* )*(?:davvero|sul serio|seriamente|sinceramente|sei sicur[oa]|non ti credo|menti|sì o no|la verità)[?!.… ]*$/iu,
  ],
  [
    'nl',
    /^(?:(?:nee|maar|kom op|en|ja)[,!.?…]* )*(?:echt|serieus|eerlijk|wees eerlijk|weet je het zeker|ik geloof je niet|je liegt|ja of nee|de waarheid)(?: waar)?[?!.… ]*$/iu,
  ],
  [
    'pt',
    /^(?:(?:não|mas|e|sim)[,!.?…]* )*(?:de verdade|sério|a sério|sinceramente|tem certeza|não acredito|sim ou não|a verdade|mesmo)[?!.… ]*$/iu,
  ],
];
