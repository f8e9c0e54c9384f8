import { ownOf } from '@personate/contracts';
import type { About, ChatMessage } from '@personate/language';
import { detectOccasion, plainMessage } from './detect-occasion.ts';
import { replacePronoun } from './replace-pronoun.ts';

interface FollowUpWords {
  /** Begins on what was said. */
  start: RegExp;
  /** Points back without a noun. */
  pointing: RegExp;
  /** "It" that points at nothing: "what was it like to …". */
  idle: RegExp;
  /** A short question whose verb lacks its object: "Why did you stop?". */
  unfinished?: RegExp;
  /** Wants more of the same. */
  more: RegExp;
  bare: RegExp;
  /** Asks for what belongs to the words just said. */
  goesOn: RegExp;
  /** Lacks a verb or whom it is on: "What temperature?", "After which film?", "What had gone wrong?". */
  scant?: RegExp;
}

const byLanguage: Readonly<Record<string, FollowUpWords>> = {
  en: {
    start:
      /^(?:and|but|or|also|then|so|what about|how about|what else|why not|how so|how come|since when|because of what)\b/iu,
    pointing:
      /\b(?:it|its|that|this|there|then|they|them|their|those|these|he|him|his|she|her|hers|one|ones|the same|the other|you (?:two|both)|(?:both|the two) of you|each other)\b/iu,
    idle: /\bit (?:true|possible|like to|like being|like when|hard to|easy to|important|that)\b|\b(?:is|was) it like\b|\b(?:this|that|these|those|her|his|their|the other) (?!(?:like|happen|mean|so|true|time|for|with|at|in|on|to)\b)\p{L}{3,}.*\p{L}{4,}|\bthat (?:you|i|we|people|the|a)\b|\bthere (?:is|are|was|were|be)\b|\b(?:is|are|was|were) there\b|\bhow is it that\b|\bone (?:of|day|should|can)\b|\bwhich one of\b|\bwho (?:.*)\b(?:that|who)\b/iu,
    unfinished:
      /^(?:why|when|how|where) did (?:you|that|it) (?:stop|stay|leave|quit|start|begin|go|end|finish|happen|return|come back|give up|change|choose to|want to|decide|(?:first )?meet|marry|get (?:together|married)|fall in love|become friends)$/iu,
    more: /^(?:(?:please |can you |could you |and )*(?:tell me more|say more|more|go on|continue|keep going|tell on|elaborate|more details?|what else|anything else|another one|one more|(?:tell|give) me another(?: one)?)(?: (?:about (?:it|that|this)|please|of (?:it|that)|on that|then|can you (?:tell|say)|do you (?:know|remember)))*)$/iu,
    bare: /^(?:why|how|when|where|who|what|which(?: one)?|really|since when|until when|where exactly|when exactly|how long|how many|how much|how old|how often|for how long|with whom|with who|who with|by whom|what for|where to|where from|to whom|in what way|such as|like what|for example|for instance)$/iu,
    scant:
      /^(?:(?:what|which|how many|how much) (?!\p{L}*(?:ing|ed)$)\p{L}+|(?:what|which|how many|how much) (?:\p{L}+ ){1,3}(?:is|are|was|were) there|(?:which|what|where|when|how often|did|do|have|were|are) (?:\p{L}+ ){0,3}you (?:ever )?(?:make|do|work|train|shoot|write|play|act|practi[sc]e|sing|film|build)(?: (?!with\b)\p{L}+){0,3} together|why (?:the|an?|your|not) \p{L}+(?: \p{L}+)?|(?:after|before|in|on|at|by|for|from|to|with|of|about) (?:which|what|whose|whom)(?: \p{L}+){0,2}|(?:what|who|how|why|where) had (?!you\b)(?:\p{L}+ ){0,4}\p{L}+|(?:who|whom|which one) (?!(?:is|are|was|were|am|made|created|programmed|built|wrote)\b)\p{L}+(?: (?:with )?(?:you|it|that|first|then|most|best))?|(?:did|was|were|has|had) (?:anyone|anybody|everyone|everybody|someone|somebody|no one|nobody) (?:(?!you\b)\p{L}+ ?){1,4})$/iu,
    goesOn:
      /^(?:(?:and|but|oh|really)[,?]? )*(?:why|why not|how so|how come|what for|why(?: is| was| did| do| would)? (?:that|it|this)(?: (?:so|happen))?|because of what|like what|such as|for example|for instance|and then|what (?:happened|came|did you do) (?:then|next|after(?: that)?)|then what|and|how did (?:it|that) (?:all )?(?:end|go|turn out|go on))$/iu,
  },
  de: {
    start:
      /^(?:und|aber|oder|auch|dann|was ist mit|wie steht es mit|wieso nicht|warum nicht)(?!\p{L})/iu,
    pointing:
      /\b(?:das|dies|dort|da|damals|dabei|davon|dazu|darüber|dafür|damit|er|ihn|ihm|ihr|es|denen|dieser|diese|dieses)\b/iu,
    idle: /\b(?:das|dies\p{L}*|ihr\p{L}*) \p{L}{4,}.*\p{L}{4,}|\bes (?:wahr|möglich|schwer|wichtig)\b|\bgibt es\b|\bwie (?:ist|war) es,? \p{L}+/iu,
    more: /^(?:(?:bitte |und )*(?:erzähl(?:e)? (?:mir )?(?:mehr|weiter)|mehr|weiter|was noch|noch etwas|sonst noch (?:etwas|was))(?: (?:davon|darüber|bitte))*)$/iu,
    bare: /^(?:warum|wieso|wie|wann|wo|wer|was|welche[rsn]?|wirklich|wie lange|wie viele|wie oft|mit wem|wozu|woher|wohin|zum beispiel|seit wann)$/iu,
    goesOn:
      /^(?:(?:und|aber)[,?]? )*(?:warum|wieso|weshalb|warum nicht|wieso nicht|zum beispiel|und dann|was dann)$/iu,
  },
  sv: {
    start: /^(?:och|men|eller|också|då|hur är det med|varför inte)(?!\p{L})/iu,
    pointing:
      /(?<!\p{L})(?:det|den|där|då|dem|de|han|honom|hans|hon|henne|hennes|deras|detta|dessa)(?!\p{L})/iu,
    idle: /(?<!\p{L})det (?:att|sant|möjligt|svårt|som)|(?:finns|fanns) det|(?<!\p{L})(?:den|det|de) (?:här|där)? ?\p{L}{4,}.*\p{L}{4,}|(?:hur|vad) (?:är|var) det (?:att|för)/iu,
    more: /^(?:(?:snälla |och )*(?:berätta mer|mer|fortsätt|vad mer|något mer|något annat)(?: (?:om det|tack))*)$/iu,
    bare: /^(?:varför|hur|när|var|vem|vad|vilken|vilket|verkligen|hur länge|hur många|hur ofta|med vem|varifrån|vart|till exempel|sedan när)$/iu,
    goesOn:
      /^(?:(?:och|men)[,?]? )*(?:varför|varför inte|till exempel|och sedan|vad hände sedan)$/iu,
  },
  es: {
    start: /^(?:y|pero|o|también|entonces|qué hay de|por qué no)(?!\p{L})/iu,
    pointing:
      /(?<!\p{L})(?:eso|esto|ello|allí|ahí|entonces|él|ella|ellos|ellas|lo|la|los|las)(?!\p{L})/iu,
    idle: /(?<!\p{L})(?:la|los|las|lo) \p{L}{3,}/iu,
    more: /^(?:(?:por favor |y )*(?:cuéntame más|dime más|más|sigue|continúa|qué más|algo más)(?: (?:de eso|sobre eso|por favor))*)$/iu,
    bare: /^(?:por qué|cómo|cuándo|dónde|quién|qué|cuál|de verdad|cuánto tiempo|cuántos|cuántas|con quién|para qué|de dónde|por ejemplo|desde cuándo)$/iu,
    goesOn: /^(?:(?:y|pero)[,?]? )*(?:por qué|por qué no|por ejemplo|y luego|y entonces)$/iu,
  },
};

const maxWords = 12;
const lookBack = 4;

export interface Resolved {
  /** Stands alone. */
  question: string;
  followUp: boolean;
  /** Whom or what its pronoun stands for, where that was found. */
  about?: About;
  /** Wants more than the last reply told. */
  more: boolean;
  /** What was told last goes on to answer it: "Why?", "Tell me more". */
  goesOn: boolean;
}

/** Joins a follow-up with the question that it hangs on; anything else comes back as it is. */
export function resolveFollowUp(
  asked: string,
  history: readonly ChatMessage[],
  language: string,
  selfNames: readonly string[] = [],
): Resolved {
  const alone = { question: asked, followUp: false, more: false, goesOn: false };
  const words = ownOf(byLanguage, language);
  if (words === undefined) return alone;
  const topic = language === 'en' ? topicFirst.exec(asked)?.groups : undefined;
  if (topic !== undefined) {
    const { wh = '', be = '', what = '', rest = '' } = topic;
    const first = wh.charAt(0).toUpperCase() + wh.slice(1).toLowerCase();
    return { ...alone, question: `${first} ${be} your ${what}${rest}` };
  }
  const place = language === 'en' ? thereWhere.exec(plainMessage(asked))?.groups : undefined;
  if (place !== undefined) {
    const { deed = '', rest = '' } = place;
    const question =
      deed === 'were born'
        ? `Where were you born${rest}?`
        : `Where did you ${basesOf[deed] ?? deed}${rest}?`;
    return { ...alone, question };
  }
  const kind = followUpKind(asked, words);
  // "What was his wife like?" is one where he was talked of.
  if (kind === null && language === 'en' && ofSomebody.test(asked) && isShort(asked)) {
    const told = replacePronoun(asked, history, selfNames);
    if (told !== null) return { ...told, followUp: true, more: false, goesOn: false };
  }
  const base = kind === null ? null : baseQuestion(history, language);
  if (kind === null || base === null) return alone;
  if (kind === 'more') return { question: base, followUp: true, more: true, goesOn: true };
  const told = language === 'en' ? replacePronoun(asked, history, selfNames) : null;
  if (told !== null) return { ...told, followUp: true, more: false, goesOn: false };
  const named = kind === 'pointing' ? namesOf(history) : '';
  const stem = base.replace(/[?!.\s]+$/u, '');
  return {
    question: `${stem}? ${asked}${named}`,
    followUp: true,
    more: false,
    goesOn: words.goesOn.test(plainMessage(asked)),
  };
}

/** "And the wedding, what was that like?" begins on something else. */
const topicFirst =
  /^(?:(?:and|so|but|now) )?(?:the|your) (?<what>\p{L}[\p{L} ]{2,30}), (?<wh>what|how|when|where|who) (?<be>was|were|is|are) (?:that|it|he|she|they)(?!\p{L})(?<rest>.*)$/iu;

/** "And is that where you grew up?" asks where, whatever place was told. */
const thereWhere =
  /^(?:(?:and|so|but) )?(?:is|was|isn['’]t|wasn['’]t) (?:that|this|it|there) (?:also )?where you (?<deed>grew up|were born|learned|learnt|met|lived|worked|studied|married|died)(?<rest>(?: [\p{L}’'-]+){0,4})$/iu;
const basesOf: Readonly<Record<string, string>> = {
  'grew up': 'grow up',
  learned: 'learn',
  learnt: 'learn',
  met: 'meet',
  lived: 'live',
  worked: 'work',
  studied: 'study',
  married: 'marry',
  died: 'die',
};

const ofSomebody = /\b(?:he|she|him|her|his|hers)\b/iu;

function isShort(asked: string): boolean {
  return plainMessage(asked).split(' ').length <= maxWords;
}

function followUpKind(
  asked: string,
  words: FollowUpWords,
): 'more' | 'pointing' | 'elliptic' | null {
  const plain = plainMessage(asked);
  if (words.more.test(plain)) return 'more';
  const count = plain.split(' ').length;
  if (words.bare.test(plain)) return 'elliptic';
  if (count > maxWords) return null;
  if (words.start.test(plain) && count <= 8) return 'elliptic';
  if (words.unfinished?.test(plain) === true || words.scant?.test(plain) === true)
    return 'elliptic';
  if (words.pointing.test(plain) && !words.idle.test(plain)) return 'pointing';
  return asked.trim().endsWith('?') &&
    count <= 3 &&
    /^(?:in|on|at|with|for|to|from|by|under|im|in|mit|für|bei|i|på|med|för|en|con|por|para)\s/iu.test(
      plain,
    )
    ? 'elliptic'
    : null;
}

/** The latest question of the user that stood on its own. */
function baseQuestion(history: readonly ChatMessage[], language: string): string | null {
  const words = ownOf(byLanguage, language);
  const asked = history
    .filter(({ role }) => role === 'user')
    .slice(-lookBack)
    .toReversed();
  for (const { content } of asked) {
    const alone = words === undefined || followUpKind(content, words) === null;
    if (alone && detectOccasion(content, language) === null) return content.slice(0, 400);
  }
  return null;
}

const noPlace =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/u;

/** Names in the last reply: who "he" or where "there" may be. */
function namesOf(history: readonly ChatMessage[]): string {
  const reply = history.findLast(({ role }) => role === 'assistant')?.content.slice(0, 400) ?? '';
  const names = [
    ...reply.matchAll(/(?<=[\p{Ll},;:] )\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu),
  ].map(([name]) => name);
  const unique = [...new Set(names)]
    .filter((name) => !/^I(?:['’]|$)/u.test(name) && !noPlace.test(name))
    .slice(0, 3);
  return unique.length === 0 ? '' : ` (${unique.join(', ')})`;
}
