import { ownOf } from '@personate/contracts';
import type { ProfileQuestion, ProfileSlot } from './profile-question.ts';

const shape = (source: string): RegExp => new RegExp(source, 'u');
/** Who tells it: "I", "we", "Ruth and I". Sentences are spoken in the first person by now. */
const i = String.raw`(?<!\p{L})(?:I|[Ww]e|[Ii]ch|[Ww]ir|[Jj]ag|[Vv]i|[Yy]o)(?:['’]\p{L}+)?(?!\p{L})`;
const my = String.raw`(?<!\p{L})(?:[Mm]y|[Oo]ur|[Mm]eine?[nmrs]?|[Uu]nsere?[nmrs]?|[Mm]in|[Mm]itt|[Mm]ina|[Vv]år[ta]?|[Mm]is?|[Nn]uestr[oa]s?)(?!\p{L})`;
const some = String.raw`(?: \p{L}+(?:['’]\p{L}+)?,?){0,4}?`;
const month = String.raw`(?:[Jj]an|[Ff]eb|[Mm]ar|[Mm]är|[Aa]pr|[Mm]ay|[Mm]ai|[Mm]aj|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep|[Oo][ck]t|[Nn]ov|[Dd]e[cz]|[Ee]ne|[Aa]br|[Aa]go|[Dd]ic)\p{Ll}*`;
const nonGerman = String.raw`(?:was|were|am|är|blev)`;
const born = String.raw`(?:${i} (?:${nonGerman}) (?:born|född)|[Jj]ag föddes|[Nn]ací(?!\p{L})|[Ii]ch (?:bin|wurde)[^.!?]{0,80} geboren)`;
const languageNames =
  'English|French|German|Swedish|Irish|Italian|Spanish|Latin|Greek|Korean|Danish|Norwegian|Dutch|Portuguese|Russian|Polish|Japanese|Chinese|Mandarin|Arabic|Hindi|Turkish|Welsh|Gaelic|Finnish|Hebrew|languages?|Deutsch|Englisch|Schwedisch|svenska|engelska|inglés|español';
const animal =
  '(?:dogs?|puppy|cats?|kittens?|horses?|pon(?:y|ies)|birds?|parrots?|rabbits?|hens?|chickens?|goats?|sheep|donkeys?|tortoises?|Hund|Katze|Pferd|katt(?:en)?|hund(?:en)?|häst|perros?|gat[oa]s?)';
const trades = String.raw`(?:\p{Ll}+(?:wright|smith|maker|builder|keeper|worker|driver|teacher|engineer|er|ist|ian|eur|ant)|nurse|vet|clerk|pilot|chef|cook|judge|lawyer|actor|doctor|tutor|editor|author|professor|lead|head|student|apprentice|technician|programmer|foreman|owner|guard|agent|mechanic)`;
/** What is work where it is said that one does it now. */
const working =
  'teach|lecture|nurse|lead|manage|edit|direct|consult|research|practi[sc]e|run (?:an?|the|my)';
const noTrade =
  '(?:mother|father|brother|sister|daughter|member|lover|number|matter|teenager|bother|eater|child|foreigner|stranger|sleeper|believer|christian|longer|further|rather|never|ever|older|younger|over|after|under|wiser|better|happier)';

/** What answers each; a slot that is missing here is settled by other means. */
const shapes: Readonly<Partial<Record<ProfileSlot, RegExp>>> = {
  age: shape(`${born}[^.!?]*\\b1[0-9]{3}|${born}[^.!?]*\\b20[0-2][0-9]`),
  birthday: shape(
    `${born}[^.!?]*(?:\\d{4}|(?<!\\p{L})${month})|${my} (?:birthday|date of birth|Geburtstag|födelsedag|cumpleaños)(?= (?:is|was|falls|ist|war|är|es))`,
  ),
  birthplace: shape(
    `${born}[^.!?]* (?:in|at|near|on|i|en|bei|auf) (?:the |a |an |den |det |el |la )?(?:\\p{Ll}+ (?:in|of|at) )?\\p{L}+|[Ii]ch (?:bin|wurde)[^.!?]* in \\p{Lu}\\p{L}+[^.!?]* geboren`,
  ),
  residence: shape(
    `${i}(?: (?:now|still|have|both|all|jetzt|nu))* (?:live|lived|living|moved|settled|reside|resided|dwell|dwelt|wohnen?|wohnte|leben?|lebte|bor|bodde|flyttade|viv[ío](?:mos)?|vivía)(?!\\p{L})${some} (?:in|at|on|near|beside|by|outside|to|above|off|auf|bei|nach|i|på|vid|till|en)(?!\\p{L})|${i}(?:'m|’m| am| are| have been|'ve been)? (?:based|at home) in|${my} (?:home|house|cottage|flat|apartment|lodgings|ranch|farm|Haus|Wohnung|hus|casa) (?:is|was|stands|lies|ist|steht|är|está)(?!\\p{L})`,
  ),
  occupation: shape(
    `${i}(?: (?:now|still|have|had|then))* work(?:ed)? (?:as|for|at|in|with)(?!\\p{L})|(?:${i} (?:am|was|have been|had been|became)|I['’]m|I['’]ve been)(?: (?:now|still|a|an|the|by trade|first|then))* (?!\\p{Ll}*${noTrade}(?!\\p{L}))(?:\\p{Ll}+[ -]){0,3}(?!${noTrade}(?!\\p{L}))${trades}(?= (?:at|for|in|of|by|with|until|from)|[,.;:]|$)|${my} (?:job|work|trade|profession|living|Beruf|Arbeit|jobb|yrke|trabajo) (?:is|was|ist|war|är|var|es|era)(?!\\p{L})|(?<!\\p{L})for a living(?!\\p{L})|[Ii]ch (?:arbeite|arbeitete|bin|war) (?:als |von Beruf )|[Jj]ag (?:jobbar|arbetar|jobbade|arbetade) (?:som|på|med|hos)|[Tt]rabaj(?:o|é|aba) (?:como|en|de)|${i} (?:now|currently) (?:${working})(?!\\p{L})`,
  ),
  marriage: shape(
    `(?:${i}|\\p{Lu}\\p{L}+ and I)(?: \\p{L}+){0,2} (?:married|wed|engaged|divorced)(?!\\p{L})|${i}(?: am| was| were)(?: \\p{L}+){0,2} (?:married|single|divorced|engaged|widowed|verheiratet|gift|casad[oa])(?!\\p{L})|${my}(?: (?:late|first|second|former|dear|future))? (?:wife|husband|spouse|fiancée?|widow|Frau|Mann|fru|man|mujer|esposa|marido|esposo)(?!\\p{L})|${i} (?:bin|war|är|var|estoy) (?:\\p{L}+ )?(?:verheiratet|gift|casad[oa])`,
  ),
  children: shape(
    `(?:${i}|\\p{Lu}\\p{L}+ and I)(?:['’]ve)? (?:have|had|raised|adopted|haben|hatte|har|hade|tenemos)(?: \\p{L}+){0,4} (?:child(?:ren)?|kids?|sons?|daughters?|twins?|Kinder|Sohn|Tochter|barn|son|dotter|hijos?|hijas?)(?!\\p{L})|${my}(?: (?:eldest|youngest|elder|younger|only|own|two|three|four|first|second|little|grown-up))*(?: \\p{L}+)? (?:child(?:ren)?|kids?|sons?|daughters?|twins?|Kinder|Sohn|Tochter|barn|dotter|hijos?|hijas?)(?!\\p{L})|[Tt]engo \\p{L}+ hij`,
  ),
  siblings: shape(
    `${my}(?: (?:eldest|youngest|elder|older|younger|only|own|two|three|four|big|little|half|twin|late))*(?:-| )?(?:brothers?|sisters?|siblings?|half-sister|half-brother|Bruder|Schwester|Geschwister|Brüder|bror|syster|syskon|bröder|hermanos?|hermanas?)(?!\\p{L})|${i}(?: \\p{L}+){1,4} (?:brothers?|sisters?|siblings?|only child|Geschwister|syskon|enda barnet)(?!\\p{L})`,
  ),
  pets: shape(
    `(?:${my}(?: \\p{L}+){0,2}|${i}(?: (?:never|always|also|later|once|even|only))*(?: (?:have|had|keep|kept|own|owned|got|get|adopted|bought|came home with|habe|hatte|har|hade))(?: \\p{L}+){0,4}) ${animal}(?!\\p{L})|[Tt]engo \\p{L}+ (?:perros?|gat[oa]s?)`,
  ),
  school: shape(
    `${i}(?: \\p{L}+){0,3} (?:went to|go to|attended|studied|graduated|learn(?:ed|t) (?:my|the) (?:trade|craft)|learn(?:ed|t) [^.!?]{0,40}(?:school|college|university)|was (?:taught|educated|sent|at school)|had (?:tutors?|lessons|a governess)|finished school|left school|enrolled|matriculated)(?!\\p{L})|${my} (?:school|schooling|college|university|degree|tutors?|governess|education|lessons)(?!\\p{L})`,
  ),
  height: shape(
    `(?:${i} (?:am|was|stand|stood|measure[sd]?)|I['’]m)(?: \\p{L}+){0,4} (?:\\d[\\d.,]*|five|six|seven) ?(?:cm|centimet|met(?:re|er)|feet|foot|ft|inches|['′])|${my} height (?:is|was)`,
  ),
  languages: shape(
    `${i}(?: \\p{L}+){0,4} (?:speak|spoke|read|write|wrote|understand|learn(?:ed|t)|know|knew|grew up with|had|spreche|talar|pratar|hablo)(?!\\p{L})[^.!?]{0,60}(?:${languageNames})(?!\\p{L})|${my} (?:${languageNames})(?!\\p{L})|(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal) languages`,
  ),
  love: shape(
    `(?:${i}|${my}|(?<!\\p{L})me(?!\\p{L}))[^.!?]*(?<!\\p{L})(?:in love(?! of)|lovers?|courted|fell for|proposed to|engaged to)(?!\\p{L})|(?:${i}|\\p{Lu}\\p{L}+ and I)(?: \\p{L}+){0,2} (?:married|wed)(?!\\p{L})|${my}(?: (?:late|first|second|former|dear|future))? (?:wife|husband|fiancée?)(?!\\p{L})[^.!?]*(?<!\\p{L})(?:met|love[ds]?|married|kissed)(?!\\p{L})|${i} (?:met|love[d]?) [^.!?]{0,30}${my}(?: \\p{L}+)? (?:wife|husband)`,
  ),
  fears: shape(
    `(?:${i}|${my}|(?<!\\p{L})me(?!\\p{L}))[^.!?]*(?<!\\p{L})(?:afraid|fears?|feared|frighten\\p{L}*|scared?s?|terrif\\p{L}*|dread\\p{L}*|Angst|fürcht\\p{L}*|rädd|skräm\\p{L}*|miedo)(?!\\p{L})|(?<!\\p{L})(?:[Ff]ear|afraid)(?!\\p{L})[^.!?]*(?<!\\p{L})(?:I|me|my)(?!\\p{L})`,
  ),
};

/** The present tense goes before the past where the present is asked for. */
const preferred: Readonly<Partial<Record<ProfileSlot, RegExp>>> = {
  residence: shape(
    `${i}(?: (?:now|still|have))* live(?:d)? ${some}(?: )?(?:in|at|on|near|beside|by|with)|${i}(?: (?:now|still))* live(?!\\p{L})`,
  ),
  occupation: shape(
    `${i}(?: (?:now|still))* work(?!ed)|(?:I am|I['’]m|I have been|[Mm]y (?:job|work|trade) is)`,
  ),
  marriage: shape(
    `^(?!.*(?:until|divorce|ended|lasted|first wife|first husband)).*(?:${i}[^.!?]{0,30}married|and I(?: \\p{L}+)? married|${my} (?:second )?(?:wife|husband)(?!\\p{L}))`,
  ),
  love: shape(`in love(?! of)|fell for`),
  children: shape(`(?:have|had|raised) (?:\\p{L}+ ){0,4}(?:child|kids|sons?|daughters?|twins)`),
  siblings: shape(
    `(?:have|had|eldest|youngest|only child|[Mm]y (?:\\p{L}+ )?(?:brother|sister)(?:,| is| \\p{Lu}))`,
  ),
  pets: shape(`(?:have|had|keep|kept) (?:\\p{L}+ ){0,3}${animal}|(?:called|named|name is)`),
};

const habits: Readonly<Record<string, string>> = {
  gamble: 'gambl\\p{L}*|bet|bets|betted|betting|wager\\p{L}*|lottery|poker|roulette',
  smoke: 'smok(?:e|ed|ing)|cigar(?:ette)?s?|pipe|tobacco',
  drink: 'drink\\p{L}*|drank|drunk|beer|wine|whiskey|whisky',
  pray: 'pray\\p{L}*|prayers?|church',
  sing: 'sing|sang|sung|singing|choir|shanty|shanties',
  swim: 'swim\\p{L}*|swam|bath(?:e|ed|ing)',
  run: 'run|ran|running|jog\\p{L}*',
  ride: 'ride|rode|riding|ridden',
  draw: 'draw|drew|drawing',
  drive: 'drive|drove|driving|driven',
  bake: 'bak(?:e|ed|ing)',
  cook: 'cook\\p{L}*|bak(?:e|ed|ing)|fry|fried|chowder',
};
const kinds: Readonly<Record<string, string>> = {
  food: 'food|dish|meals?|eat|ate|eaten|soup|stew|bread|cake|buns?|taste|supper|dinner|breakfast',
  dish: 'food|dish|meals?|eat|ate|soup|stew|bread|cake|buns?',
  meal: 'food|dish|meals?|eat|ate|soup|stew|supper|dinner|breakfast',
  drink: 'drink|drank|tea|coffee|beer|wine|whiske?y|cocoa',
  film: 'films?|movies?|pictures?|cinema',
  movie: 'films?|movies?|pictures?|cinema',
  book: 'books?|novels?|read|reading|author|poems?',
  song: 'songs?|tunes?|melody|reel',
  music: 'music|songs?|tunes?|composer|harp|fiddle|piano',
  colour: 'colou?rs?|red|blue|green|yellow|black|white|brown',
  color: 'colou?rs?|red|blue|green|yellow|black|white|brown',
  animal: 'animals?|dogs?|cats?|horses?|birds?|whales?|seals?',
  place: 'place|town|village|island|bay|harbour|beach|house',
  season: 'season|spring|summer|autumn|winter',
  hobby: 'hobby|hobbies|free time|spare time|for pleasure',
};
const liking =
  /(?<!\p{L})(?:favou?rites?|like|liked|love|loved|best|prefer(?:red)?|enjoy(?:ed)?|rather|fond|pleasure|delight\p{L}*|eat|nothing better)(?!\p{L})/iu;

/** Whether the sentence, as the persona would say it, is of the shape that answers. */
export function holdsProfile(sentence: string, { slot, of }: ProfileQuestion): boolean {
  if (slot === 'name-of') return namesKin(sentence, of);
  if (slot === 'habit') {
    const words = ownOf(habits, of) ?? `${of.replace(/e$/u, '')}\\p{L}*`;
    return shape(
      `${i}(?: \\p{L}+(?:['’]\\p{L}+)?,?){0,6} (?:${words})(?!\\p{L})|${my} (?:${words})(?!\\p{L})`,
    ).test(sentence);
  }
  if (slot === 'favourite') {
    // "Project name for the merger" is a name.
    const [thing = of] = of.split(/ (?:about|among|at|for|from|in|of|on|to|with) /u);
    const head = thing.split(' ').at(-1)?.replace(/s$/u, '') ?? thing;
    const words = ownOf(kinds, head) ?? `${head}\\p{L}*`;
    const others = new RegExp(`favou?rites? (?!(?:\\p{L}+ ){0,2}(?:${words})(?!\\p{L}))`, 'giu');
    return (
      liking.test(sentence.replace(others, '')) &&
      new RegExp(`(?<!\\p{L})(?:I|my|we|our|me)(?!\\p{L})`, 'iu').test(sentence) &&
      new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu').test(sentence) &&
      !/(?<!\p{L})asked? (?:me )?(?:which|what)(?!\p{L})/iu.test(sentence)
    );
  }
  return shapes[slot]?.test(sentence) ?? false;
}

/** Of several sentences that answer, those that answer best. */
export function prefersProfile(sentence: string, { slot }: ProfileQuestion): boolean {
  return preferred[slot]?.test(sentence) ?? false;
}

const kinGroups: Readonly<Record<string, string>> = {
  wife: 'wife|husband|spouse|partner',
  husband: 'wife|husband|spouse|partner',
  spouse: 'wife|husband|spouse|partner',
  partner: 'wife|husband|spouse|partner',
  parents: 'mother|father|parents',
  parent: 'mother|father|parents',
  children: 'children|sons?|daughters?|twins?|child',
  twins: 'twins?',
  siblings: 'brothers?|sisters?',
  mother: 'mother|mum|mam|mamma|Mutter|mamma|madre',
  father: 'father|dad|pappa|Vater|padre',
  grandmother: 'grandmother|farmor|mormor|granny',
  grandfather: 'grandfather|farfar|morfar|grandad',
  pet: animal,
  pets: animal,
};

function namesKin(sentence: string, of: string): boolean {
  const one = of.replace(/s$/u, '');
  const words = ownOf(kinGroups, of) ?? ownOf(kinGroups, one) ?? `${one}s?`;
  const name = String.raw`(?!I\b)\p{Lu}\p{Ll}+`;
  const marriage = /^(?:wife|husband|spouse|partner)$/u.test(of)
    ? `|(?:I|we) married (?:\\p{Ll}+ )?${name}|${name} and I (?:\\p{L}+ )?married`
    : '';
  const brood = /^(?:children|sons?|daughters?|twins)$/u.test(of)
    ? `|(?:the|two|three|four|my|our) (?:${words})[ ,:]+(?:${name}|(?:were|are) ${name})|(?:${words})[^.!?]{0,20} (?:called|named) ${name}`
    : '';
  return shape(
    `${my}(?: \\p{L}+){0,2} (?:${words})(?:,| is| was| are| were|['’]s name (?:is|was)|['’]s)?(?: called| named| name is)? ${name}|${my}(?: \\p{L}+){0,2} (?:${words})(?:[^.!?]{0,80}(?:her|his|its|their) names? (?:is|was|are|were)|,? (?:who )?(?:is|was) (?:called|named)) ${name}|(?:her|his|its) name (?:is|was) ${name}[^.!?]*${my} (?:${words})|${name}(?: ${name})?,? (?:is |was |are |were )?(?:my|our)(?: \\p{Ll}+){0,2} (?:${words})(?!\\p{L})|${my} (?:${words})[^.!?]*,? and (?:her|his|its) name (?:is|was)${marriage}${brood}`,
  ).test(sentence);
}
