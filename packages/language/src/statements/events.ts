import { slotKey } from './clean-value.ts';
import type { Reading, StatementRule } from './statement.ts';
import { rule } from './statement.ts';

const englishDate = `(?:tomorrow|tonight|(?:on |this |next |coming )(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:this|next) (?:week|weekend|month|year|spring|summer|autumn|fall|winter)|in (?:the )?(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|\\d{4})|in (?:a|one|two|three|four|five|six|\\d{1,2}) (?:days?|weeks?|months?)|(?:on )?(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:on )?(?:january|february|march|april|may|june|july|august|september|october|november|december) \\d{1,2}(?:st|nd|rd|th)?|(?:on )?\\d{4}-\\d{2}-\\d{2})`;
const germanDate = `(?:morgen|übermorgen|heute abend|(?:am|diesen|nächsten|kommenden) (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|wochenende)|(?:diese|nächste|kommende)n? (?:woche|monat|jahr|sommer|winter|frühling|herbst|wochenende)|nächstes jahr|im (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühling|sommer|herbst|winter)|in (?:einer|einem|zwei|drei|vier|\\d{1,2}) (?:tag|tagen|woche|wochen|monat|monaten)|am \\d{1,2}\\.(?:\\s?\\d{1,2}\\.|\\s?(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember))?(?:\\s?\\d{4})?)`;

/** What happens, and the slot it has: a new date for the same thing replaces the old one. */
const englishEvents: ReadonlyArray<[what: string, slot: string]> = [
  ['getting married|marrying|(?:my|our) wedding', 'wedding'],
  ['graduating|my graduation', 'graduation'],
  ['moving|my move', 'move'],
  [
    '(?:flying|travell?ing|going|driving|taking the train) to|(?:my|our) (?:trip|flight|holiday|vacation)|visiting',
    'trip',
  ],
  ['(?:have|having|taking|sitting|my|our) (?:an? |my |the )?(?:\\p{L}+ ){0,2}exam', 'exam'],
  ['(?:have|having|my) (?:an? )?(?:job )?interview', 'interview'],
  ["(?:have|having|my) (?:an? |my )?(?:\\p{L}+(?:'s)? )?appointment", 'appointment'],
  ['(?:have|having|my) (?:an? |my )?(?:\\p{L}+ )?(?:surgery|operation)', 'operation'],
  [
    '(?:have|having|giving|playing|my|our) (?:an? |my |the )?(?:\\p{L}+ )?(?:concert|gig|recital|exhibition|presentation|talk)',
    'performance',
  ],
  ['(?:running|my) (?:an? |the )?(?:\\p{L}+ )?(?:marathon|race)', 'race'],
  [
    '(?:starting|beginning) (?:an? |my |the )?(?:new )?(?:\\p{L}+ )?(?:job|course|school|university|position)',
    'new-start',
  ],
  ['(?:expecting|having) (?:an? |our )?(?:\\p{L}+ )?(?:baby|child|twins)', 'birth'],
  ['turning \\d{1,3}', 'birthday-coming'],
];
const germanEvents: ReadonlyArray<[what: string, slot: string]> = [
  ['heirate|heiraten|(?:meine|unsere) hochzeit', 'wedding'],
  ['ziehe|ziehen|mein umzug', 'move'],
  [
    'fliege|fliegen|reise|reisen|verreise|fahre .{0,20}(?:nach|in den urlaub)|fahren .{0,20}(?:nach|in den urlaub)|mein(?:e)? (?:urlaub|reise|flug)',
    'trip',
  ],
  ['(?:habe|schreibe|meine) .{0,30}(?:prüfung|klausur)', 'exam'],
  ['(?:habe|mein) .{0,20}(?:vorstellungsgespräch|bewerbungsgespräch)', 'interview'],
  ['(?:habe|mein) .{0,30}termin', 'appointment'],
  ['(?:habe|meine) .{0,20}(?:operation|op)\\b|werde .{0,20}operiert', 'operation'],
  ['(?:fange|beginne|starte) .{0,40}(?:job|stelle|studium|ausbildung|schule|kurs)', 'new-start'],
  ['laufe .{0,20}(?:marathon|rennen)', 'race'],
  ['(?:erwarten|bekomme|bekommen) .{0,15}(?:baby|kind|zwillinge)', 'birth'],
  ['werde \\d{1,3}', 'birthday-coming'],
];

/** Anything else that somebody will do or has before them, by its own words. */
const otherEvents = rule(
  `(?=.*\\b${englishDate}\\b)(?:i'm|i am|we're|we are|i've got|i have|we have|i'll|i will|we'll|we will) (?:also |finally |actually )?(?:(?!thinking|hoping|considering|wondering)\\p{L}+ing|an?|my|our|to|be|have|go|start|visit|take|play|run|meet|give)\\b.*`,
  (_, context) => event(ownSlot(context.clause), context),
);

/** "I'm putting together a show next month" → `putting-together-a-show` */
function ownSlot(clause: string): string {
  return slotKey(
    clause
      .replaceAll(new RegExp(englishDate, 'giu'), '')
      .replace(
        /^(?:i'm|i am|we're|we are|i've got|i have|we have|i'll|i will|we'll|we will)\s+/iu,
        '',
      ),
  );
}

/** Things to come that have a date; told with the day they were said on, since "tomorrow" alone says nothing later. */
export const eventRules: readonly StatementRule[] = [
  ...englishEvents.map(([what, slot]) =>
    rule(
      `(?=.*\\b${englishDate}\\b)(?:i'm|i am|i|we're|we are|we|i've got|i will be|i'll be|we'll be)?\\s?(?:also |finally |actually )?(?:${what})\\b.*`,
      (_, context) => event(slot, context),
    ),
  ),
  otherEvents,
  ...germanEvents.map(([what, slot]) =>
    rule(
      `(?=.*(?<!\\p{L})${germanDate}(?!\\p{L}))(?=.*(?<!\\p{L})(?:ich|wir|meine?|unsere?)(?!\\p{L})).*(?<!\\p{L})(?:${what})(?!\\p{L}).*`,
      (_, context) => event(slot, context),
    ),
  ),
];

function event(
  slot: string,
  { clause, day }: { clause: string; day: string },
): Reading | undefined {
  const told = clause.replace(/[\s.!…]+$/u, '');
  if (
    told.length > 160 ||
    /[<>{}|\\]|https?:|\d{6,}|\b(?:you|your|du|dich|dein\p{L}*)\b/iu.test(told)
  )
    return undefined;
  return { kind: 'event', slot: `event.${slot}`, text: `The user said on ${day}: “${told}”.` };
}
