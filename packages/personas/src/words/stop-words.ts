import {
  ces,
  dan,
  deu,
  eng,
  fin,
  fra,
  hun,
  ind,
  ita,
  nld,
  nob,
  pol,
  por,
  ron,
  rus,
  spa,
  swe,
  tur,
  ukr,
} from 'stopword';

/** By BCP 47 primary subtag. */
const lists: Record<string, readonly string[]> = {
  cs: ces,
  da: dan,
  de: deu,
  en: eng,
  es: spa,
  fi: fin,
  fr: fra,
  hu: hun,
  id: ind,
  it: ita,
  nb: nob,
  nl: nld,
  no: nob,
  pl: pol,
  pt: por,
  ro: ron,
  ru: rus,
  sv: swe,
  tr: tur,
  uk: ukr,
};

/** The package's English list is short; these carry no subject either. */
const moreEnglish =
  `no not nor yes yeah yep nope ok okay just will won shall should would can't cannot don't doesn't didn't
isn't aren't wasn't weren't won't wouldn't shouldn't couldn't haven't hasn't hadn't ain't i'm i've i'd i'll you're you've
you'd you'll he's she's it's we're we've we'd we'll they're they've they'd they'll that's there's here's what's who's
where's how's let's gonna wanna gotta im dont didnt doesnt cant wont ive id ill youre thats its us these those when why
does doing done did been being am were had has having do be so too very really quite also even ever never always often
then than thus there here again once yet still already away back down off upon across around against within without
every each few less least much many more most several some any all both either neither none such own same other others
another whose whom himself herself itself myself yourself yourselves ourselves themselves oneself maybe perhaps though
although however whether unless until till while because since as if else about above below near per via get gets got
getting go goes going gone went come comes coming make makes making made take takes taking took put let lets say says
said saying tell told see seen saw know knew known think thought want wanted need needed seem seems seemed thing things
something anything nothing everything someone anyone everyone one ones two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million
  first second third half nobody somebody anybody everybody people mine yours ours theirs asked last lot lots bit way ways kind
sort rt amp wow hey hi hello haha lol yay hmm thanks thank please`.split(/\s+/);

const cache = new Map<string, ReadonlySet<string>>();

/** Function words of a language (BCP 47); empty where there is no list. */
export function stopWords(language: string): ReadonlySet<string> {
  const primary = language.toLowerCase().split('-')[0] ?? '';
  let words = cache.get(primary);
  if (words === undefined) {
    const known = Object.hasOwn(lists, primary) ? (lists[primary] ?? []) : [];
    words = new Set(primary === 'en' ? [...known, ...moreEnglish] : known);
    // Only languages with a list are kept: foreign tags cannot fill it.
    if (known.length > 0) cache.set(primary, words);
  }
  return words;
}
