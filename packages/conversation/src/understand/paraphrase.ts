import { otherQuestionOf, type OtherSlot } from '@personate/language';

/**
 * What people ask everybody, in words as somebody would answer it: the embedder is at its weakest where a short
 * question ("Where did you grow up?") shares no word with what answers it ("I was a child in …").
 * The first pattern wins; narrower ones stand first.
 */
const everyday: ReadonlyArray<readonly [RegExp, string]> = [
  [
    /\b(?:grow(?:n|ing)? up|grew up|raised|brought up|childhood|as a (?:child|kid|boy|girl)|when you were (?:young|little|small|a (?:child|kid|boy|girl))|home ?town|where (?:are|do) you (?:come )?from)\b/iu,
    'As a child I lived in my home town. My childhood. I grew up in.',
  ],
  [
    /\b(?:birthday|birth ?date|date of birth|when were you born|where were you born|birthplace|place of birth|how old are you)\b/iu,
    'I was born on, in the town of. My birthday is.',
  ],
  [
    /\bfirst (?:job|work|wages?|money|position|employment)\b/iu,
    'My first job. My first wages. I began to work as.',
  ],
  [
    /\b(?:jobs?|for a living|profession|occupation|career|what do you do\??$|line of work)\b/iu,
    'My work. I work as. My job is.',
  ],
  [
    /\b(?:favou?rite (?:food|dish|meal)|like (?:to eat|eating)|love to eat|what do you (?:eat|cook)|food)\b/iu,
    'I like to eat. My favourite dish. I cook and bake.',
  ],
  [
    /\b(?:wife|husband|spouse|married|marry|wedding|partner|girlfriend|boyfriend)\b/iu,
    'My wife. My husband. We married. Our wedding.',
  ],
  [
    /\b(?:children|kids|sons?|daughters?)\b(?=.*\b(?:you|your)\b)|\b(?:you|your)\b.*\b(?:children|kids|sons?|daughters?)\b/iu,
    'My children. My son. My daughter.',
  ],
  [/\b(?:brothers?|sisters?|siblings?)\b/iu, 'My brother. My sister.'],
  [/\b(?:father|dad|daddy|papa)\b/iu, 'My father was. My father worked as.'],
  [/\b(?:mother|mum|mom|mummy|mama)\b/iu, 'My mother was. My mother worked as.'],
  [/\b(?:parents|family|relatives)\b/iu, 'My mother and my father. My family.'],
  [/\b(?:pets?|dogs?|cats?|animals?)\b/iu, 'My dog. My cat. My animals.'],
  [
    /\bwhere (?:do|did) you live|\b(?:your (?:home|house|flat|apartment|place))\b/iu,
    'I live in. My house. My home.',
  ],
  [
    /\b(?:hobb(?:y|ies)|free time|spare time|for fun|leisure|pastimes?|relax)\b/iu,
    'In my free time I like to. For pleasure I.',
  ],
  [
    /\b(?:school|universit(?:y|ies)|college|study|studied|studies|degree|education)\b/iu,
    'I went to school. I studied. My degree.',
  ],
  [
    /\b(?:teachers?|taught|mentors?|learn(?:t|ed)? (?:the )?most|role models?|influenced|inspired)\b/iu,
    'My teacher taught me. I learned from.',
  ],
  [
    /\b(?:afraid|scared|fears?|frighten\w*|terrif\w*)\b/iu,
    'I am afraid of. I was frightened. Fear.',
  ],
  [
    /\b(?:proud(?:est)?|achievements?|accomplish\w*|greatest success)\b/iu,
    'I am proud of. The best thing I ever made.',
  ],
  [
    /\b(?:regrets?|mistakes?|do differently|go wrong|fail(?:ed|ure)?)\b/iu,
    'I regret. It was my mistake. I was wrong.',
  ],
  [
    /\b(?:hardest|most difficult|toughest|worst|challeng\w*)\b/iu,
    'It was the hardest time. It was difficult for me. The worst day.',
  ],
  [
    /\b(?:happy|happiest|happiness|joy|best (?:day|time|moment|memory))\b/iu,
    'I was happy. The best day of my life. I enjoyed.',
  ],
  [/\b(?:laugh|funny|humou?r|jokes?|amus\w*)\b/iu, 'It made me laugh. A joke. It was funny.'],
  [/\b(?:advice|advise|recommend|tips?|lesson)\b/iu, 'My advice is. You should.'],
  [/\b(?:books?|read(?:ing)?|novels?|literature)\b/iu, 'I like to read. The books that I read.'],
  [/\b(?:music|songs?|sing|instruments?)\b/iu, 'I like music. I play. I listen to.'],
  [
    /\b(?:travel\w*|trips?|journeys?|countries|abroad|holidays?|vacations?)\b/iu,
    'I travelled to. My journey to.',
  ],
  [/\b(?:religio\w*|god|faith|church|believe in)\b/iu, 'My faith. I believe. The church.'],
  [
    /\b(?:typical day|daily|routine|every (?:day|morning)|get up)\b/iu,
    'Every morning I. My day begins.',
  ],
  [/\b(?:friends?|friendship)\b/iu, 'My friend. My oldest friend.'],
  [/\b(?:dreams?|hopes?|plans?|future|goals?|ambitions?)\b/iu, 'I want to. I hope. I dream of.'],
];

/** The same of somebody in the persona's life. */
const ofOther: Readonly<Record<OtherSlot, string>> = {
  who: '{name} is my. My friend {name}. My wife {name}. My brother {name}. {name} was a.',
  married: '{name} is married. His wife. Her husband. {name} married.',
  born: '{name} was born in. {name} was born on.',
  age: '{name} was born in. {name} is years old. {name} is older. {name} is younger.',
  lives: '{name} lives in. {name} moved to. The house of {name}.',
  work: '{name} works as. The work of {name} is. {name} is a.',
  alive: '{name} died. {name} is dead. {name} has retired. {name} still.',
  children: 'The children of {name}. {name} has a son and a daughter.',
  wed: '{name} and I married in. I married {name} in. Our wedding.',
};

/** An everyday question of English in the words of an answer; null for any other. */
export function paraphrase(question: string, language: string): string | null {
  if (language !== 'en' || question.length > 160) return null;
  const other = otherQuestionOf(question, language);
  if (other !== null) {
    const [name = ''] = other.names;
    return ofOther[other.slot].replaceAll('{name}', name);
  }
  return everyday.find(([pattern]) => pattern.test(question))?.[1] ?? null;
}
