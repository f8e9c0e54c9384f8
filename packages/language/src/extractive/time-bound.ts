import { ownOf } from '@personate/contracts';

/**
 * How a sentence hangs on the moment it was written: `past` and `present` can be told with their date,
 * `future` (plans, appointments) is stale as soon as its day is over.
 */
export type TimeBinding = 'none' | 'past' | 'present' | 'future';

interface DeicticWords {
  future: RegExp;
  present: RegExp;
  past: RegExp;
}

const byLanguage: Readonly<Record<string, DeicticWords>> = {
  en: {
    future:
      /\b(?:tomorrow|tonight|next (?:week|weekend|month|year|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|this coming|(?:later|soon) (?:today|this)|(?:on|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day|see you|coming (?:soon|up)|upcoming|will be (?:speaking|talking|showing|reading|playing|there|at)|(?:at|from) \d{1,2}(?:[:.]\d\d)? ?(?:am|pm|o['’]clock))\b/iu,
    present:
      /\b(?:today|right now|at the moment|currently|just now|this (?:morning|afternoon|evening|week|weekend|month|year|spring|summer|autumn|fall|winter)|these days|as of now|so far this|at last, after)\b|^(?:just|now|currently|finally|still)\b|\b(?:i|we)(?:['’](?:m|re)| am| are) (?:still |now |finally |just |currently |back |off |on my way )*(?:\p{L}{2,}ing|back|off|on (?:my|our) way)\b|\b(?:i|we)(?:['’]ve| have) just\b|\bi just \p{L}+ed\b|[, ]now[.!]*$|\bis out now\b/iu,
    past: /\b(?:yesterday|last (?:night|week|weekend|month|year|spring|summer|autumn|fall|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|the other (?:day|night)|(?:a|an|one|two|three|four|five|six|few|\d+) (?:minutes?|hours?|days?|weeks?|months?|years?) ago|recently|lately)\b/iu,
  },
  de: {
    future:
      /\b(?:morgen(?! früh war)|übermorgen|heute abend|heute nacht|nächste[nrs]? (?:woche|monat|jahr|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|demnächst|um \d{1,2}(?:[:.]\d\d)? uhr)\b/iu,
    present:
      /\b(?:heute|gerade|im moment|momentan|derzeit|zurzeit|jetzt|diese[nrs]? (?:woche|monat|jahr|wochenende|morgen|abend)|endlich)\b/iu,
    past: /\b(?:gestern|vorgestern|letzte[nrs]? (?:woche|monat|jahr|nacht|wochenende)|neulich|kürzlich|vor (?:\p{L}+|\d+) (?:tagen|wochen|monaten|jahren))\b/iu,
  },
  sv: {
    future:
      /(?<!\p{L})(?:imorgon|i morgon|ikväll|i kväll|nästa (?:vecka|månad|år)|på (?:måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)|kl\.? ?\d{1,2})(?!\p{L})/iu,
    present:
      /(?<!\p{L})(?:idag|i dag|just nu|för tillfället|nu|i år|den här (?:veckan|månaden)|i morse|äntligen)(?!\p{L})/iu,
    past: /(?<!\p{L})(?:igår|i går|i förrgår|förra (?:veckan|månaden|året)|häromdagen|nyligen|för \p{L}+ (?:dagar|veckor|månader|år) sedan)(?!\p{L})/iu,
  },
  es: {
    future:
      /(?<!\p{L})(?:mañana|esta noche|la próxima|el próximo|la semana que viene|pronto|a las \d{1,2})(?!\p{L})/iu,
    present:
      /(?<!\p{L})(?:hoy|ahora(?: mismo)?|en este momento|actualmente|esta (?:mañana|tarde|semana)|este (?:mes|año)|por fin)(?!\p{L})/iu,
    past: /(?<!\p{L})(?:ayer|anteayer|anoche|la semana pasada|el (?:mes|año) pasado|hace \p{L}+ (?:días|semanas|meses|años)|recientemente)(?!\p{L})/iu,
  },
};

/** A future one wins over a present, that over a past. Unknown languages bind nothing. */
export function timeBinding(sentence: string, language: string): TimeBinding {
  const words = ownOf(byLanguage, language);
  if (words === undefined) return 'none';
  if (words.future.test(sentence)) return 'future';
  if (words.present.test(sentence)) return 'present';
  return words.past.test(sentence) ? 'past' : 'none';
}
