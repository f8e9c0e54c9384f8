import type { PooledSentence } from './sentence-pool.ts';
import type { TraitTold } from './traits-told.ts';
import { evidenceOf } from './told-item.ts';

interface Marker {
  name: string;
  /** What shows, for who reads the draft and for the prompt. */
  note: string;
  shows: RegExp;
  /** Sentences in a thousand that show it in everyday writing, rounded up from conversations of other people. */
  usual: number;
}

const leastSentences = 60;
const leastDocuments = 4;
/** How many times as often as usual it must show. */
const leastRatio = 1.6;

export const markers: readonly Marker[] = [
  {
    name: 'candour about mistakes',
    note: 'admits what went wrong and what is not known',
    shows:
      /\b(?:I was wrong|I don't know\b(?! if you)|my (?:own )?(?:fault|mistake)|that was me\b|I was an idiot|I got (?:it|that) wrong|I(?:'ll| must)? (?:admit|confess)|I should have|I made (?:a|the same|my) mistake|I had no idea|I failed)\b/iu,
    usual: 9,
  },
  {
    name: 'exactness',
    note: 'gives numbers, measures and dates',
    shows:
      /\b\d+(?:[.,]\d+)?\s?(?:%|°|[a-zµ]{1,3}\b|metres?|meters?|kilos?|grams?|inch(?:es)?|feet|foot|miles?|hours?|minutes?|seconds?|years?|days?|degrees|decibels?|volts?|knots?|litres?)|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)(?:-\w+)? (?:metres?|kilos?|grams?|inch(?:es)?|feet|miles?|minutes|seconds|degrees|decibels|volts|knots|litres?|per cent)\b/iu,
    usual: 30,
  },
  {
    name: 'pictorial speech',
    note: 'explains by comparison',
    shows:
      /\b(?:(?:is|are|was|were|sounds?|looks?|smells?|feels?|tastes?|moves?|goes|it) like (?:an?|the|being|having)|as if|as though|like an? \w+ (?:going|coming|that|who|with|in|on))\b/iu,
    usual: 14,
  },
  {
    name: 'gratitude',
    note: 'thanks people and names what is owed to them',
    shows:
      /\b(?:thank(?:s| you)|grateful|I owe|taught me|learn(?:ed|t) (?:it |that |this )?from|indebted)\b/iu,
    usual: 45,
  },
  {
    name: 'encouragement',
    note: 'spurs others on',
    shows:
      /\b(?:you can do|keep (?:going|it up|at it)|well done|proud of you|congrat\w*|good luck|you've got this|go for it|don't give up|never give up|you(?:'ll| will) be (?:fine|great))\b/iu,
    usual: 35,
  },
  {
    name: 'persistence',
    note: 'practises, repeats, does not give up',
    shows:
      /\b(?:practi[sc]e[ds]?|practising|try again|tried again|start(?:ed)? again|every (?:day|morning|evening|week|spring|year)|(?:never|not|n't) give up|kept (?:on|at|going)|keep (?:on|at) |once more|over and over)\b/iu,
    usual: 20,
  },
  {
    name: 'storytelling',
    note: 'tells what happened, with time and place',
    shows:
      /^(?:In|On|At|When|One|That|The)\b[^.]{0,60}\b(?:19|20)\d\d\b|\b(?:I remember|once,|one (?:day|night|morning|evening|summer|winter)|when I was|years ago|that (?:day|night|summer|winter))\b/iu,
    usual: 18,
  },
];

/** Traits that show in how somebody writes: markers met far more often than in everyday writing. Own words only. */
export function markedTraits(sentences: readonly PooledSentence[]): TraitTold[] {
  const own = sentences.filter(({ stance }) => stance === 'by');
  if (own.length < leastSentences) return [];
  return markers.flatMap(({ name, note, shows, usual }) => {
    const shown = own.filter(({ text }) => shows.test(text));
    const documents = new Set(shown.map(({ documentId }) => documentId)).size;
    const rate = (1_000 * shown.length) / own.length;
    if (documents < leastDocuments || rate < leastRatio * usual) return [];
    // 0.55 where it is just marked, 0.85 from four times as often as usual.
    const strength = Math.min(
      0.85,
      0.55 + (0.3 * Math.log(rate / usual / leastRatio)) / Math.log(4 / leastRatio),
    );
    const [seen, common] = [Math.round(rate), usual].map((each) => `${each / 10} %`);
    return [
      {
        name,
        strength: Math.round(strength * 100) / 100,
        note,
        ...evidenceOf(shown.toSorted((a, b) => fit(a) - fit(b))),
        confidence: Math.round(100 * Math.min(0.65, 0.3 + documents / 50)) / 100,
        basis: `${shown.length} of ${own.length} own sentences show it (${seen}; usual: about ${common}).`,
      },
    ];
  });
}

/** Quotes of a length that one reads. */
function fit({ text }: PooledSentence): number {
  return Math.abs(text.length - 90);
}
