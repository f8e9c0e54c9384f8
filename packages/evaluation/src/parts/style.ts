import { PersonateError } from '@personate/client';
import type { ToneReport } from '@personate/contracts';
import { measureRate } from '../measure-rate.ts';
import { asCase, type Part, type PartInput, type PartReplies, type Scope } from '../part.ts';
import { withPlainPersona } from '../plain-persona.ts';
import { styleTalk } from '../questions/small-talk.ts';
import { scoreReplies } from '../style/score-replies.ts';
import { speakStyles } from '../style/speak-styles.ts';

const mostProbes = 14;

const chosen = ({ probes, some }: Pick<Scope, 'probes' | 'some'>) =>
  some([...probes.answer.map(({ question }) => question).slice(0, mostProbes), ...styleTalk]);
/** At both ends of the dial, to another persona and to none. */
const perQuestion = 4;
export const styleReplies: PartReplies = (scope) =>
  scope.isHead ? chosen(scope).length * perQuestion : 0;

/**
 * The persona's tone head, which has learnt from its texts and others', over replies to the same questions. Each reply
 * is scored by a head that has read least of what it quotes.
 */
export const stylePart: Part = async (input) => {
  const { client, personaId, isHead, document, speaker, signal } = input;
  if (!isHead) return { notMeasured: 'A tone is learnt of the version that serves alone.' };
  const trained = await train(input);
  if (typeof trained === 'string') return { notMeasured: trained };
  const [other] = trained.against;
  const speak = (model?: string) => speakStyles(input, { questions: chosen(input), other, model });
  const byModel = speaker.kind !== 'extractive';
  const spoken = byModel ? await withPlainPersona(client, document, speak) : await speak();
  const replies = spoken.map(({ low, high, other: others, model }) => [high, low, others, model]);
  const scores = await scoreReplies(client, { personaId, replies, signal });
  const scored = (kind: number) => scores.map((group) => group[kind] ?? null);
  const at100 = scored(0);
  const against = [
    {
      name: 'nearer at 100 than at 0',
      figure: 'tone of replies at 0',
      of: scored(1),
    },
    {
      name: 'nearer than another persona’s reply',
      figure: `tone of ${other ?? 'another persona'}’s replies`,
      of: scored(2),
    },
    {
      name: 'nearer than the model in nobody’s voice',
      figure: 'tone of the model in nobody’s voice',
      of: scored(3),
    },
  ].filter(({ of }) => of.some((score) => score !== null));
  return {
    rates: against.map(({ name, of }) => measureRate(name, nearer(at100, of))),
    figures: [
      {
        name: 'held-out texts told from others’, area under the curve',
        value: trained.areaUnderCurve,
      },
      { name: 'tone of its own texts, held out, 0 to 1', value: trained.heldOut.own },
      { name: 'tone of replies at 100', value: mean(at100) },
      ...against.map(({ figure, of }) => ({ name: figure, value: mean(of) })),
      { name: 'tone of others’ texts, held out', value: trained.heldOut.others },
    ],
    cases: spoken.flatMap(({ question, low, high }, n) => {
      const [full, plain] = scores[n] ?? [];
      if (full === undefined || full === null || plain === undefined || plain === null) return [];
      const note = `${full.toFixed(2)} at 100; ${plain.toFixed(2)} at 0: ${low.text}`;
      return [asCase(question, high, { passed: full > plain, note })];
    }),
  };
};

/** @returns why there is none, where that was to be foreseen. */
async function train({ client, personaId, signal }: PartInput): Promise<ToneReport | string> {
  try {
    return await client.personas.tone(personaId, {}, signal);
  } catch (error) {
    if (error instanceof PersonateError && error.status === 403)
      return 'Its tone takes a key that may review.';
    if (error instanceof PersonateError && error.code === 'persona.too-little-for-tone')
      return error.message;
    throw error;
  }
}

type Scores = ReadonlyArray<number | null>;

const nearer = (ours: Scores, theirs: Scores): boolean[] =>
  ours.flatMap((score, place) => {
    const other = theirs[place] ?? null;
    return score === null || other === null ? [] : [score > other];
  });

function mean(scores: Scores): number {
  const known = scores.filter((score) => score !== null);
  return known.reduce((sum, score) => sum + score, 0) / Math.max(1, known.length);
}
