const mostWords = 8;
const mostLetters = 60;
/** Where a value ends and the next thought begins. */
const cut =
  /\s*(?:[,;:(–—]|\s-\s|\b(?:and i|but|because|although|though|so that|so i|which|who|where|when|while|since|right now|at the moment|these days|nowadays|und ich|aber|weil|obwohl|damit|wobei|und zwar|zurzeit|im moment|momentan|too|as well|now|auch|jetzt)\b).*$/iu;
/** A value is a thing that is said of somebody, never words that order or address. */
const ordering =
  /\b(?:you|your|yours|yourself|ignore|instructions?|prompt|system|rules?|always|never|must|password|passwort|du|dir|dich|dein\p{L}*|ihr|euch|sie|anweisung\p{L}*|regeln?)\b/iu;
/** Links, mark-up, code, long numbers, and the mark of something that was cut out. */
const foreign = /https?:|www\.|[<>{}[\]|\\`@#*=‖]|\d{6,}/iu;
const empty =
  /^(?:not?|n't|nicht|kein\p{L}*|never|nie|nichts|nothing|it|that|this|them|these|those|him|her|so|too|es|das|dies\p{L}*|sehr|very|here|there|hier|dort|the|a|an|my|der|die|ein|eine|mein\p{L}*)(?:\s|$)/iu;
/** Words that say nothing where nothing follows: "My dog is called …" */
const unfinished =
  /(?:^|\b(?:is|was|are|were|goes|heißt) )(?:called|named|known as|genannt|namens)$/iu;

/** What was said, without what follows it; undefined where it says nothing, or more than it should. */
export function cleanValue(raw: string | undefined): string | undefined {
  if (foreign.test(raw ?? '')) return undefined;
  const value = (raw ?? '')
    .replace(cut, '')
    .replace(/[\s.!?…"'”’)]+$/u, '')
    .replace(/^["'“‘(\s]+/u, '')
    .trim();
  if (value === '' || value.length > mostLetters || value.split(/\s+/).length > mostWords)
    return undefined;
  if (unfinished.test(value) || ordering.test(value) || !/[\p{L}\p{N}]/u.test(value))
    return undefined;
  return value;
}

/** A value that must not begin with an article or a pronoun: a place, a job. */
export function plainValue(raw: string | undefined): string | undefined {
  const value = cleanValue(raw);
  return value === undefined || empty.test(value) ? undefined : value;
}

const states =
  /^(?:the |a |an |my |our )?(?:fear|pain|peace|love|hope|hell|denial|style|luxury|poverty|sin|moment|past|present|future|hurry|mess|dream|angst|frieden|liebe|moment|vergangenheit)\b/iu;

/** A place, with its article: "the harbour town"; "fear" is none. */
export function placeValue(raw: string | undefined): string | undefined {
  const value = cleanValue(firstOf(raw));
  if (value === undefined || states.test(value)) return undefined;
  return empty.test(value.replace(/^(?:the|an?|my|our|der|die|einem?r?) (?=\p{L})/iu, ''))
    ? undefined
    : value;
}

const moods = new Set(
  `sorry fine okay ok good great well happy sad tired bored late early ready done back home alone sure glad afraid hungry
  thirsty sick ill busy free lost confused excited curious new old young here there right wrong serious drunk awake
  asleep cold hot better worse anonymous nobody batman müde traurig froh glücklich krank fertig neu allein bereit dabei
  sicher wach hungrig satt raus weg dran`.split(/\s+/),
);

/** One to three words that could be a name; "anna" is written "Anna". */
export function nameValue(raw: string | undefined): string | undefined {
  const value = plainValue(firstOf(raw));
  if (value === undefined || moods.has(value.toLowerCase())) return undefined;
  if (!/^\p{L}[\p{L}'’.-]*(?:\s\p{L}[\p{L}'’.-]*){0,2}$/u.test(value)) return undefined;
  return value === value.toLowerCase()
    ? value.replaceAll(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase())
    : value;
}

/** "Kiel and work as a nurse" → "Kiel" */
function firstOf(raw: string | undefined): string | undefined {
  return raw?.replace(/\s(?:and|und)\s+\p{Ll}.*$/u, '');
}

/** "the green Tea" → `green-tea`, as part of a slot. */
export function slotKey(value: string): string {
  return value
    .toLowerCase()
    .replace(/^(?:the|a|an|my|to|der|die|das|den|ein|eine|einen|mein|meine|meinen)\s+/u, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 40);
}

/** "my wife and me" → "their wife and them": what stands inside a text about the user. */
export function asTheirs(value: string): string {
  const words: Record<string, string> = {
    my: 'their',
    mine: 'theirs',
    me: 'them',
    myself: 'themselves',
    our: 'their',
    us: 'them',
    i: 'they',
    we: 'they',
  };
  return value.replaceAll(
    /\b(?:my|mine|me|myself|our|us|i|we)\b/giu,
    (word) => words[word.toLowerCase()] ?? word,
  );
}
