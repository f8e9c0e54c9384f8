const together = String.raw`(?:with (?:me|us)|together|for (?:a|some|dinner|lunch|breakfast|coffee|drinks?))`;
const meal =
  '(?:coffee|tea|beer|beers|wine|drink|drinks|dinner|lunch|breakfast|supper|bite|meal|pizza|ice cream)';
const outing = String.raw`(?:(?:have|grab|get|share|drink|eat|cook) (?:a |an |some )?(?:quick |cup of )?${meal}|meet(?: up)?|hang out|get together|go (?:out|for|to|on|dancing|swimming|hiking|fishing|sailing|skiing|shopping|running|climbing|camping)|come (?:over|along|round|by|with|to)|visit|dance|marry|date|eat(?: out)?|travel|spend (?:the|some|an|a))`;

/** Asked to be somewhere or to do something together, by language. */
export const invitationPatterns: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    // "Want to come bowling?"
    /^(?:(?:hey|so|do you|you|would you|wanna)[ ,]+)*(?:want|like|care|fancy) (?:to )?com(?:e|ing) \p{L}+ing$/iu,
    // "Come to my barbecue on Saturday?"
    /^(?:(?:please|hey|so|do) )*(?:come|pop|drop|stop) (?:(?:over|along|round|by|up|down) )?(?:to|for|at) (?:my|our|the|a|an) [\p{L} ’'-]{2,40}$/iu,
    // "Do you fancy coming to dinner on Saturday?", and what is asked next.
    new RegExp(
      `\\b(?:fancy|feel like|(?:be|are you) up for|(?:how|what) about) (?:coming (?:over|along|round|by|with|to|for)|joining (?:me|us)|meeting (?:me|us|up)|(?:having|grabbing|getting|sharing) (?:a |an |some )?(?:quick |cup of )?${meal}|going (?:out|for|to|on|dancing|swimming|fishing|sailing|skiing|shopping|climbing|camping))\\b`,
      'iu',
    ),
    new RegExp(
      `\\b(?:would|will|could|can) you (?:please |like to |care to )?(?:have|take|drink|share|join me for) (?:a |an |some )?(?:quick |cup of )?${meal} with (?:me|us)(?!\\p{L})`,
      'iu',
    ),
    /^(?:(?:and|so) )?what (?:would|will) you (?:bring|wear)(?: (?:along|with you|to (?:it|that)))?$/iu,
    new RegExp(
      `\\b(?:shall|should|can|could|why don['’]t) we (?:please |all |two )?${outing}\\b`,
      'iu',
    ),
    new RegExp(
      `\\b(?:do you want|would you like|wanna|want|fancy|care|are you free|would you love|how would you like) (?:to )?(?:${outing}\\b.*(?:${together}|(?:tonight|tomorrow|today|later|sometime|this (?:evening|week|weekend|afternoon)|(?:on|next) \\p{L}+day))|(?:meet|join|marry|date|visit) (?:me|us)\\b|come (?:over|along|with me|to my|to our|for)\\b)`,
      'iu',
    ),
    new RegExp(
      `\\blet(?:['’]s| us) (?!talk|speak|discuss|say|start|begin|see|suppose|assume|imagine|go (?:back|on)|get (?:back|started)|move on|continue)(?:${outing}|play|watch|do something|cook|dance|sing)\\b`,
      'iu',
    ),
    /\b(?:are you (?:free|available|around|busy) (?:for|on|tonight|today|tomorrow|later|this|next|to meet)|(?:will|can|could|would) you (?:please )?(?:come (?:to|over|along|with|for|visit)|meet (?:me|us|up)|join (?:me|us)|go out with|marry me|have (?:dinner|lunch|breakfast|a (?:coffee|drink|beer)) with|call me|visit (?:me|us)|pick me up|come)\b|come (?:and )?(?:visit|see|join|meet|eat|have (?:dinner|lunch)) (?:me|us|with (?:me|us))|(?:join|meet) (?:me|us) (?:for|at|in|on|tonight|tomorrow)|you(?: a|['’])re invited|i(?: woul|['’])d like to (?:invite|take) you|i invite you|(?:can|may|could) i (?:please )?(?:come (?:over|by|along|round|(?:and |to )?(?:visit|see)(?: you)?(?!\p{L}| (?:a|the|your)(?!\p{L}))|to you|with you)|visit you(?!\p{L}| (?:a|the|your)(?!\p{L}))|take you (?:out|for|to))|(?:my|our) (?:party|wedding|place) .{0,40}(?:come|join)|(?:how|what) about (?:a|some) (?:coffee|tea|beer|drink|dinner|lunch|walk|date)\b|(?:dinner|lunch|coffee|drinks?) (?:tonight|tomorrow|together)|go (?:out|on a date) with me|^(?:do you )?fancy (?:a|an|some|another) (?:\p{L}+ )?(?:pint|beer|drink|coffee|tea|cuppa|walk|swim|dance|bite|meal|lunch|dinner|game)(?!\p{L}))/iu,
  ],
  de: [
    /\b(?:wollen|sollen|können|gehen|treffen|essen|trinken) wir (?:uns |beide |mal |zusammen |heute |morgen |denn |nicht )*(?:zusammen|uns|treffen|essen|etwas essen|was essen|einen kaffee|kaffee|ein bier|ins kino|aus|spazieren|tanzen|ausgehen|heute abend)\b/iu,
    /\b(?:(?:möchtest|willst|magst|hast) du .{0,40}\b(?:mit mir|mit uns|mitkommen|vorbeikommen|zu mir kommen|treffen|lust (?:auf|zu|mit)|zeit (?:für|heute|morgen|am))|lust auf (?:ein\p{L}* )?(?:kaffee|bier|essen|spaziergang|kino|date)|lass uns (?!(?:über|von|mal über|doch über|darüber|reden|sprechen|anfangen|beginnen|weiter))|komm(?:st du)? (?:doch )?(?:mit|vorbei|zu (?:mir|uns|meiner))|ich lade dich ein|darf ich dich (?:einladen|zum)|triff (?:mich|dich mit mir)|gehst du mit mir|heirate mich|kannst du (?:mich besuchen|vorbeikommen|kommen))/iu,
  ],
  sv: [
    /(?<!\p{L})(?:ska|skulle|kan) vi (?:inte |väl |två )?(?:äta|ses|träffas|fika|gå (?:ut|på|och)|ta en (?:fika|öl|kaffe|promenad)|dricka|dansa|hitta på|umgås|käka|laga mat|åka)/iu,
    /(?<!\p{L})(?:(?:vill|har) du .{0,40}(?:med mig|med oss|följa med|komma (?:hit|över|förbi|på)|ses|träffas|lust att|tid (?:för|att|ikväll|imorgon))|(?:följ|kom) med (?:mig|oss)|kom (?:hit|över|förbi|och (?:hälsa|ät))|jag bjuder (?:in )?dig|får jag bjuda|gift dig med mig|låt oss (?!(?:prata|tala|börja|säga))|är du (?:ledig|upptagen) (?:ikväll|imorgon|på)|sugen på (?:en )?(?:fika|öl|kaffe|middag|lunch))/iu,
  ],
  es: [
    /(?<!\p{L})(?:(?:quieres|te apetece|te gustaría|puedes|podrías) .{0,40}(?:conmigo|con nosotros|salir|venir|quedar|tomar (?:algo|un café|una (?:copa|cerveza))|cenar|comer juntos)|vamos a (?:comer|cenar|tomar|salir|bailar|dar un paseo|quedar)|quedamos|salimos|comemos juntos|cenamos|nos vemos (?:mañana|hoy|esta noche|el)|ven (?:a|conmigo|con nosotros)|te invito|cásate conmigo|por qué no (?:quedamos|vamos|comemos|salimos))/iu,
  ],
};

/** Asked for the present: the weather, the hour, what it is doing. */
export const nowPatterns: Readonly<Record<string, readonly RegExp[]>> = {
  en: [
    /\bwhat(?: i|['’])s the (?:time|date|weather|temperature)\b(?! of)|\bwhat (?:time|day|date|month|year) is (?:it|today)\b|\b(?:how is|how['’]s|what is|what['’]s) the weather(?: like)?(?: (?:today|now|there|outside|where you are|over there|at the moment|right now|in \p{L}+(?: (?:today|now|right now))?))?$|\bis it (?:raining|snowing|sunny|cold|warm|hot|dark|windy)(?: (?:outside|there|today|now|right now|where you are|at the moment))+$|^is it (?:raining|snowing|sunny|windy)$|^what(?: i|['’])s on your mind$/iu,
    /\b(?:are|is|am|do|does|have|has|'re|’re|'s|’s|will) .*\b(?:right now|at the moment|at this (?:very )?moment|just now|this very (?:moment|minute)|as we speak|today|tonight|this (?:morning|afternoon|evening))$/iu,
    /\b(?:what|where|who|how) (?:are|were) you (?:doing|eating|wearing|cooking|watching|listening to|up to|looking at|thinking(?: about)?|sitting|feeling)(?: (?:now|right now|at the moment|today|tonight|tomorrow(?: \p{L}+)?|later|soon|this \p{L}+|next \p{L}+|on \p{L}+day|(?:at|over) the weekend))?$|\bwhere are you(?: (?:now|right now|at the moment|today|at))?$|\b(?:what|who) did you .{1,40}\b(?:today|this morning|yesterday|last night|tonight|for (?:breakfast|lunch|dinner) (?:today|yesterday))$|\bwhat(?: a|['’])re your plans for (?:today|tonight|tomorrow|the weekend|this \p{L}+)|\b(?:do you have|have you(?: got)?|any) (?:any )?plans for (?:today|tonight|tomorrow|the (?:weekend|evening)|this \p{L}+|next \p{L}+)$|\bwhat will you (?:do|eat|wear|cook) (?:today|tonight|tomorrow|next \p{L}+|this \p{L}+)|\b(?:latest|today['’]s|current) (?:news|headlines|weather|score|price)|\bin the news (?:today|now)|\bwhat(?: i|['’])s (?:new|happening|going on)(?: (?:today|now|in the world|right now|outside))?$|\bdid you (?:sleep|eat|dream) well\b|\bhow (?:was|is) your (?:day|morning|weekend|evening|week)(?: (?:today|going|so far))?$/iu,
  ],
  de: [
    /\bwie (?:spät ist es|viel uhr ist es|ist das wetter|wird das wetter)|\bwelche[rsn]? (?:tag|datum|jahr|monat|uhrzeit) (?:ist|haben wir)|\bwas machst du (?:gerade|jetzt|heute|im moment|da|so)\b|\bwas machst du$|\bwo bist du(?: (?:gerade|jetzt|im moment|heute))?$|\b(?:regnet|schneit) es(?: \p{L}+)*$|\b(?:gerade|jetzt|im moment|momentan|heute|heute abend|heute morgen)$|\bwas (?:hast|gibt|isst|trägst) .{0,30}\b(?:heute|gerade|gestern)\b|\bwie war dein (?:tag|wochenende|morgen)|\bwas gibt(?: e|['’])s neues/iu,
  ],
  sv: [
    /(?<!\p{L})(?:vad är klockan|hur mycket är klockan|vilken (?:dag|månad|tid) är det|vilket (?:år|datum) är det|hur är vädret|vad är det för väder|vad gör du(?: (?:nu|just nu|idag|i dag|ikväll|i kväll))?$|var är du(?: (?:nu|just nu|idag))?$|(?:regnar|snöar) det|hur var din (?:dag|helg)|vad (?:åt|äter|gjorde|har) du .{0,30}(?:idag|i dag|igår|nu|på dig)|(?:just nu|för tillfället|idag|i dag|ikväll|i kväll)$)/iu,
  ],
  es: [
    /(?<!\p{L})(?:qué hora es|qué (?:día|fecha|año) es(?: hoy)?|qué tiempo hace|cómo está el tiempo|qué (?:haces|estás haciendo)(?: (?:ahora|hoy|ahora mismo))?$|dónde estás(?: (?:ahora|hoy|ahora mismo))?$|está (?:lloviendo|nevando)|qué (?:comiste|desayunaste|has comido|has desayunado|hiciste) (?:hoy|ayer)|cómo (?:fue|ha ido|va) tu día|(?:ahora mismo|en este momento|hoy|esta noche)$)/iu,
  ],
};
