import type { RecalledPassage } from '@personate/knowledge';
import { headingAsks, wantsOf } from '@personate/language';
import type { AskedBefore } from '../recall-evidence.ts';
import type { Similarity } from '../similarity.ts';

interface Deps {
  analyse: (text: string, language: string) => string[];
  similarity: Similarity;
}

interface Question {
  asked: string;
  /** Understood as standing alone. */
  question: string;
  language: string;
}

/**
 * Cosine from which two questions are the same one in other words: where one only says more than the other; where each
 * has words of its own, and the reply holds one of those asked with, or none; and where they want different things.
 * Read off some two hundred questions of strangers.
 */
const same = { within: 0.7, beside: 0.74, apart: 0.8, otherwise: 0.9 };
/** From here on the words of two questions in a language that the embedder does not know are the same. */
const sameWords = 0.8;

/**
 * Of what was said in answer to others' questions, the answer to this very one: two questions are far easier to compare
 * than a question and an answer. Null where nobody asked it.
 */
export async function answeredQuestion(
  deps: Deps,
  asked: Question,
  replies: readonly AskedBefore[],
  signal: AbortSignal,
): Promise<RecalledPassage | null> {
  if (replies.length === 0) return null;
  const { question, language } = asked;
  // The bundled embedder knows English: elsewhere only the words tell.
  const cosines = language === 'en' ? await cosinesOf(deps, question, replies, signal) : [];
  let best: { passage: RecalledPassage; near: number } | null = null;
  for (const [index, reply] of replies.entries()) {
    const near =
      language === 'en'
        ? (cosines[index] ?? 0)
        : headingAsks(question, reply.question, language, deps).near / 2;
    if (near > (best?.near ?? 0) && isSame(deps, asked, reply, near))
      best = { passage: reply.passage, near };
  }
  return best?.passage ?? null;
}

/** Those that the search found out; no text is embedded twice. */
async function cosinesOf(
  { similarity }: Deps,
  question: string,
  replies: readonly AskedBefore[],
  signal: AbortSignal,
): Promise<number[]> {
  const found = replies.flatMap(({ cosine }) => (cosine === undefined ? [] : [cosine]));
  return found.length === replies.length
    ? found
    : similarity(
        question,
        replies.map((reply) => reply.question),
        signal,
      );
}

function isSame(
  { analyse }: Deps,
  { asked, question, language }: Question,
  { question: other, passage }: AskedBefore,
  near: number,
): boolean {
  if (pointsAtSomebody(question) && !pointsAtSomebody(other)) return false;
  if (language !== 'en') return near >= sameWords;
  if (!namesOf(asked).every((name) => `${other} ${passage.text}`.includes(name))) return false;
  // "What do people get wrong about you?" is not on the engine.
  if (aboutYou.test(question) !== aboutYou.test(other)) return false;
  if (!onTheSameOnes(question, other) || !ofTheSameRank(question, other)) return false;
  const [own, others] = [new Set(analyse(question, 'en')), new Set(analyse(other, 'en'))];
  const [more, less] = [without(own, others), without(others, own)].map((terms) =>
    terms.filter((term) => !light.has(term)),
  ) as [string[], string[]];
  const within = more.length === 0 || less.length === 0;
  if (!wantsAlike(question, other))
    return near >= same.otherwise && [question, other].every(tellsMore);
  if (within) return near >= same.within;
  const told = new Set(analyse(passage.text, 'en'));
  return near >= (more.some((term) => told.has(term)) ? same.beside : same.apart);
}

/** They say nothing of what is asked: "a mistake you made". */
const light: ReadonlySet<string> = new Set(
  'make made do did done get got have thing ever realli'.split(' '),
);

const without = (terms: ReadonlySet<string>, others: ReadonlySet<string>): string[] =>
  [...terms].filter((term) => !others.has(term));

/** "Was macht sie?" is not "Was machst du?". */
const pointsAtSomebody = (text: string): boolean =>
  /(?<!\p{L})(?:he|she|him|they|them|er|ihn|ihm|sie|han|honom|hon|henne|él|ella|il|elle)(?!\p{L})/u.test(
    text,
  );

/** Whom the user names, the reply must be on. */
const namesOf = (asked: string): string[] =>
  [...asked.matchAll(/(?<=\p{L}[,;:]? )\p{Lu}[\p{L}’'-]+/gu)]
    .map(([name]) => name.replace(/['’]s?$/u, ''))
    .filter((name) => !/^(?:I|Mr|Mrs|Ms|Miss|Dr|Lady|Lord|Sir)(?!\p{L})/u.test(name));

const asksWhatLike =
  /\bwhat(?:['’]s| is| was| are| were)(?: .{1,60} like)\b|\bwhat (?:do|did) you (?:think|make) of\b/iu;

/** "Tell me about your wife" wants whatever is told; "Who was she?" and "What was she like?" want the same. */
function wantsAlike(question: string, other: string): boolean {
  const [own, others] = [question, other].map((text) =>
    asksWhatLike.test(text) ? 'who' : wantsOf(text, 'en'),
  );
  return own === others || own === null;
}

/** "How did you meet?" and "When did you meet?" are told by one story; "Where?" and "How many?" want one thing. */
const storied: ReadonlySet<string> = new Set(['way', 'time', 'thing', 'who', 'whether']);
const tellsMore = (question: string): boolean => storied.has(wantsOf(question, 'en') ?? '');

const aboutYou = /(?<!\p{L})(?:about|of) you(?!\p{L}|rs?(?!\p{L}))/iu;

/** A question on one of them is not one on another. */
const relations: ReadonlyArray<readonly string[]> = [
  ['father', 'dad', 'daddy'],
  ['mother', 'mum', 'mom', 'mummy'],
  ['parents'],
  ['brother', 'brothers', 'sister', 'sisters', 'sibling', 'siblings'],
  ['wife'],
  ['husband'],
  ['children', 'kids'],
  ['son', 'sons'],
  ['daughter', 'daughters'],
  ['grandmother', 'granny', 'grandma'],
  ['grandfather', 'grandpa', 'granddad'],
  ['grandparents'],
  ['uncle'],
  ['aunt'],
  ['friend', 'friends'],
  ['teacher', 'teachers'],
  ['nieces', 'niece', 'nephews', 'nephew'],
  ['happy', 'happiest'],
  ['laugh', 'laughs'],
  ['cry', 'cried'],
  ['angry', 'anger', 'annoys'],
  ['afraid', 'scared', 'scares', 'fear'],
];
/** The first is not the last. */
const ranks: ReadonlyArray<readonly string[]> = [
  ['first'],
  ['last', 'latest'],
  ['best', 'favourite', 'favorite', 'greatest'],
  ['worst', 'biggest'],
  ['saddest', 'sad'],
  ['scariest', 'frightening'],
  ['funniest', 'funny'],
  ['proudest', 'proud'],
  ['hardest', 'difficult'],
  ['longest'],
  ['next'],
  ['second'],
];

/** "Who was your first wife?" is not "Who is your wife?". */
const ordinal = /(?<!\p{L}|at |for the )(?:first|second|third|last|next)(?!\p{L}| time)/iu;

/** Both name the same of the relations, or none. */
const onTheSameOnes = (a: string, b: string): boolean =>
  namedOf(relations, a) === namedOf(relations, b);

/** Both ask for the best, or for the worst; where one of them ranks nothing, neither is on the second or the last one. */
function ofTheSameRank(a: string, b: string): boolean {
  const [ofA, ofB] = [namedOf(ranks, a), namedOf(ranks, b)];
  return ofA === '' || ofB === '' ? ![a, b].some((text) => ordinal.test(text)) : ofA === ofB;
}

/** The groups of which the text holds a word, by their places. */
function namedOf(groups: ReadonlyArray<readonly string[]>, text: string): string {
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu));
  return groups
    .flatMap((group, place) => (group.some((word) => words.has(word)) ? [place] : []))
    .join();
}
