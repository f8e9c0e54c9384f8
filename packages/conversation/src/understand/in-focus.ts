import { genderOfWord, literal, splitSentences, type ChatMessage } from '@personate/language';

/** Whom or what a pronoun is about. */
export type Pointed = 'she' | 'he' | 'it' | 'they';

interface Candidate {
  /** As it stands in a question: "your brother Tomas", "the Analytical Engine". */
  phrase: string;
  /** What can point at it; null: nothing tells. */
  as: Pointed | null;
}

const lookBack = 4;
const mostRead = 1200;

const female =
  'wife|mother|mum|mam|mom|sister|daughter|grandmother|aunt|niece|governess|girlfriend|granddaughter|stepmother|goddaughter|widow';
const male =
  'husband|father|dad|brother|son|grandfather|uncle|nephew|boyfriend|grandson|stepfather|godson|widower';
const either =
  'cat|dog|horse|pony|mare|boat|partner|friend|best friend|cousin|teacher|tutor|boss|colleague|neighbour|neighbor|coach|mentor|pupil|student|apprentice|rival|opponent|child|baby|doctor|skipper|foreman';
const many =
  'parents|grandparents|children|kids|sons|daughters|brothers|sisters|siblings|twins|cats|dogs|horses|friends|boats|students|neighbours|colleagues';
const kin = `${many}|${female}|${male}|${either}`;

const titles = 'Mr|Mrs|Ms|Miss|Dr|Lady|Lord|Sir|Professor|Captain|Uncle|Aunt|King|Queen';
const title = String.raw`(?:${titles})\.? `;
const isTitle = new RegExp(`^(?:${titles})\\.?$`, 'u');
const word = String.raw`\p{Lu}[\p{L}\p{N}’'-]*`;
const names = new RegExp(
  `(?<lead>[Tt]he )?(?<name>(?:${title})?${word}(?: (?:of|de|van|von|du|la) ${word}| ${word}| \\d+)*)`,
  'gu',
);
/** Capitals that name nobody: the first word of a sentence is looked at apart. */
const noName =
  /^(?:I(?:['’]\p{L}+)?|English|French|German|Swedish|Irish|Latin|Italian|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter|God|AI)$/u;
const opensSentence =
  /^(?:who|what|when|where|why|how|which|whose|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|tell|and|but|so|the|a|an|my|your|our|his|her|its|their|it|he|she|they|we|you|this|that|there|then|in|on|at|for|from|of|to|with|by|as|after|before|once|one|two|three|not|no|yes|people|some|many|most|all|every|both|if|because|since|while|mr|please|describe|explain|never|nobody|hi|hello|hey|howdy|hallo|good|dear|thanks|thank|ok|okay|wow)(?:['’](?:s|re|d|ll|ve|m|t))?$/iu;

/** What the pronoun stands for, by the last questions and answers, as it is put in a question; null where nothing fits. */
export function inFocus(
  pointed: Pointed,
  history: readonly ChatMessage[],
  selfNames: readonly string[],
): string | null {
  const exchanges = exchangesOf(history).slice(-lookBack).toReversed();
  const texts = exchanges.flatMap(({ asked, replied }) => [replied, asked]);
  for (const { asked, replied } of exchanges) {
    const points = pronounsOf(pointed).test(asked);
    // "How did he come to Ireland?", "Could it write music?": what else they name is not what they point at.
    const named = [
      ...kinIn(asked, 'your', replied, () => whoIs(asked, replied, selfNames, texts)),
      ...namesIn(asked, selfNames, texts).filter(({ as }) => !points || as === pointed),
      ...(!points && (pointed === 'it' || pointed === 'they') ? objectsOf(asked) : []),
    ];
    const inQuestion = named.find(({ as }) => fits(as, pointed));
    if (inQuestion !== undefined) return inQuestion.phrase;
    // A question that points at the same one names nobody, and its answer may be about others.
    if (points) continue;
    // A thing is what was asked about; a reply names too many.
    if (pointed === 'it' || pointed === 'they') continue;
    // What was asked is answered first; who is told of after that may be anybody.
    for (const told of splitSentences(replied, 'en')) {
      const relative = kinIn(told, 'my', replied).find(({ as }) => fits(as, pointed));
      const other = namesIn(told, selfNames, texts).find(({ as }) => as === pointed);
      const inReply = relative ?? other;
      if (inReply !== undefined) return inReply.phrase;
    }
    const unknown = somebodyIn(replied, selfNames, texts, [null], asked);
    if (unknown !== undefined) return unknown.phrase;
  }
  return null;
}

interface Exchange {
  asked: string;
  replied: string;
}

function exchangesOf(history: readonly ChatMessage[]): Exchange[] {
  const exchanges: Exchange[] = [];
  for (const { role, content } of history) {
    const text = content.slice(0, mostRead);
    const last = exchanges.at(-1);
    if (role === 'user') exchanges.push({ asked: text, replied: '' });
    else if (last !== undefined && last.replied === '') last.replied = text;
  }
  return exchanges;
}

function fits(as: Pointed | null, pointed: Pointed): boolean {
  return as === null || as === pointed;
}

function pronounsOf(pointed: Pointed): RegExp {
  const words = {
    she: 'she|her|hers',
    he: 'he|him|his',
    it: 'it|its',
    they: 'they|them|their|theirs',
  };
  return new RegExp(`\\b(?:${words[pointed]})\\b`, 'iu');
}

/** "The boy was named after my father." */
const notAfter = String.raw`(?<!\b(?:after|of|from|than|like|as) )`;

/** "your brother", "my wife Gena", with the name that the reply tells. */
function kinIn(
  text: string,
  whose: 'your' | 'my',
  reply: string,
  otherwise: () => string | null = () => null,
): Candidate[] {
  const pattern = new RegExp(
    `${whose === 'your' ? '' : notAfter}\\b(?:${whose}${whose === 'your' ? '|(?:do|did) you (?:ever )?have(?: any| an?)?' : ''}) (?<of>(?:\\p{Ll}+ ){0,2}?)(?<who>${kin})(?:['’]s?)?(?!\\p{L})`,
    'giu',
  );
  return [...text.matchAll(pattern)].map(({ groups }) => {
    const who = (groups?.['who'] ?? '').toLowerCase();
    const name = nameOfKin(who, reply) ?? otherwise();
    return {
      phrase: `your ${groups?.['of'] ?? ''}${who}${name === null ? '' : ` ${name}`}`,
      as: kinGender(who),
    };
  });
}

/** "Who was your hardest opponent?": "I had my hardest matches against Joe Lewis, …". */
function whoIs(
  asked: string,
  replied: string,
  selfNames: readonly string[],
  texts: readonly string[],
): string | null {
  return /^(?:and |so )?who\b/iu.test(asked)
    ? (somebodyIn(replied, selfNames, texts, ['he', 'she', null])?.phrase ?? null)
    : null;
}

function kinGender(who: string): Pointed | null {
  if (new RegExp(`^(?:${many})$`, 'u').test(who)) return 'they';
  if (new RegExp(`^(?:${female})$`, 'u').test(who)) return 'she';
  return new RegExp(`^(?:${male})$`, 'u').test(who) ? 'he' : null;
}

function nameOfKin(who: string, reply: string): string | null {
  const one = String.raw`(?!I\b)\p{Lu}\p{Ll}+`;
  const found =
    new RegExp(
      `\\b[Mm]y (?:\\p{Ll}+ ){0,2}?${who},? (?:is |was |who )*(?:called |named )?(${one})`,
      'u',
    ).exec(reply) ??
    new RegExp(`(${one}),? (?:is |was )?my (?:\\p{Ll}+ ){0,2}?${who}(?!\\p{L})`, 'u').exec(reply) ??
    new RegExp(`\\b[Tt]he ${who} (?:is|was) ((?:${title})?${one})`, 'u').exec(reply) ??
    new RegExp(`\\b${who}\\b[^.!?]{0,80}\\b(?:her|his|its) name (?:is|was) (${one})`, 'iu').exec(
      reply,
    );
  const wed = /^(?:wife|husband)$/u.test(who)
    ? new RegExp(`\\b(?:married|married to|engaged to) (${one})`, 'u').exec(reply)
    : new RegExp(
        `${notAfter}\\b(?:girl|boy|child|(?<!\\b(?:after|of|from|than) (?:my|the|our) )${who})\\b[^.!?]{0,80}\\b(?:called|named) (${one})`,
        'u',
      ).exec(reply);
  return found?.[1] ?? wed?.[1] ?? null;
}

function namesIn(
  text: string,
  selfNames: readonly string[],
  texts: readonly string[],
): Candidate[] {
  const own = new Set(selfNames.flatMap((name) => name.split(/\s+/u)));
  return [...text.matchAll(names)].flatMap((match): Candidate[] => {
    const starts = match.index === 0 || /[.!?:]["”’]?\s+$/u.test(text.slice(0, match.index));
    const parts = (match.groups?.['name'] ?? '').replace(/['’]s?$/u, '').split(' ');
    // "Hi Mara", "Good morning, Ada".
    while (starts && opensSentence.test((parts[0] ?? '').replace(/,$/u, ''))) parts.shift();
    // "In April 2021 Murdo MacPhail …"
    while (noName.test(parts[0] ?? '') || /^\d+$/u.test(parts[0] ?? '')) parts.shift();
    const name = parts.join(' ');
    // "Note A": one of many of its sort.
    const numbered = /^\p{L}+ \p{Lu}$/u.test(name);
    // "Good morning, Lady Lovelace": she herself.
    const isOwn = parts.filter((part) => !isTitle.test(part)).every((part) => own.has(part));
    if (name === '' || noName.test(name) || isOwn) return [];
    if (starts && parts.length === 1 && genderOf(name, texts) === null) return [];
    const lead = match.groups?.['lead'] === undefined ? '' : 'the ';
    const thing = lead !== '' || numbered || /\d$|^Number /u.test(name);
    return [{ phrase: `${lead}${name}`, as: thing ? 'it' : genderOf(name, texts) }];
  });
}

/** A name of several words that stands where a person's does; nothing tells whether it is a man's. */
function somebodyIn(
  text: string,
  selfNames: readonly string[],
  texts: readonly string[],
  who: ReadonlyArray<Pointed | null> = [null],
  asked = '',
): Candidate | undefined {
  return namesIn(text, selfNames, texts).find(({ phrase, as }) => {
    if (!who.includes(as) || !phrase.includes(' ') || /\d/u.test(phrase)) return false;
    // "Who taught you by letter?" is answered with somebody, wherever the name stands.
    if (/^(?:and |so )?who\b/iu.test(asked)) return true;
    const before = text.slice(0, text.indexOf(phrase));
    const after = text.slice(text.indexOf(phrase) + phrase.length);
    return (
      /^, (?:an?|the|who|my|our) /u.test(after) ||
      /(?:\b(?:was|is|by|with|against|beat|met|named|called|and|student|friend|master|partner) |^|[.!?] )$/u.test(
        before,
      )
    );
  });
}

/** By a title or a given name, else by the pronoun that follows it where somebody tells of them. */
function genderOf(name: string, texts: readonly string[]): Pointed | null {
  const parts = name.replaceAll('.', '').split(' ');
  for (const part of parts) {
    const gender = genderOfWord(part);
    if (gender === 'she' || gender === 'he') return gender;
  }
  const last = literal(parts.at(-1) ?? name);
  const told = new RegExp(
    `(?<!\\p{L})${last}(?!\\p{L})[^.!?]{0,120}?(?<!\\p{L})(she|her|he|his|him|it(?= (?:is|was|has|had|will|\\p{L}+(?:s|ed))(?!\\p{L}))|its)(?!\\p{L})`,
    'u',
  );
  for (const text of texts) {
    const pronoun = told.exec(text)?.[1];
    if (pronoun === undefined) continue;
    return /^(?:she|her)$/u.test(pronoun) ? 'she' : pronoun.startsWith('it') ? 'it' : 'he';
  }
  return null;
}

/** It is where or how something is, or says only which. */
const scrap =
  /^(?:(?:at|in|on|to|from|with|by|for|after|before|during|into|without) |(?:the |your )?(?:(?:very )?(?:best|worst|first|last|most|least|next|other|same|one|\p{Ll}{2,}est)|most \p{Ll}+)$)/iu;

const nothing =
  /^(?:of|about|for|on|with|like|from|to|in|at|by|together|alone|again|then|first|(?:the )?(?:first|last|other) one)$/iu;

/** "your first boat", "jet skis": what the question ends in. */
function objectsOf(asked: string): Candidate[] {
  const plain = asked.replace(/[?!.…\s]+$/u, '');
  const found =
    /\b(?:about|think of|think about|opinion of|opinion on|is|are|was|were|like|have|know|own|built?|make|made|write|wrote|writing|play|played|sing|sang|design|designed|found|visit|see|saw|drive|lose|lost|call|called) (?<what>(?:your |the |an? |any )?(?:[\p{L}-]+ ){0,3}[\p{L}-]+)$/iu.exec(
      plain,
    )?.groups?.['what'];
  if (found === undefined || /\b(?:you|it|he|she|they|him|her|them|do|me|i)\b/iu.test(found)) {
    return [];
  }
  // "Who would have won a real fight?"
  if (/\b(?:would|could|should|must|might|may|will) have \p{L}+/iu.test(plain)) return [];
  // "When were you most afraid at sea?", "Which one is the best?"
  if (scrap.test(found)) return [];
  const what = found
    .replace(/ (?:together|alone|again|then|first|exactly|the first one)$/iu, '')
    .replace(/^(?:about|of) /iu, '')
    // "What was your thesis about?"
    .replace(/ (?:about|of|for|on|with|like|from|made of)$/iu, '')
    .replace(/^(?:an?|any) (?=\p{Ll})/iu, 'your ');
  if (nothing.test(what)) return [];
  // "thesis" is one, "jet skis" are many.
  const as = /[iu]s$/u.test(what) ? null : /[^s]s$/u.test(what) ? 'they' : 'it';
  return [{ phrase: what, as }];
}
