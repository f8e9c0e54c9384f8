import { ExpectedError, type Probes } from '@personate/contracts';
import { randomInt, randomUUID } from 'node:crypto';
import { askAll, openAsker, type EvaluationClient } from '../ask.ts';
import { Pace } from '../pace.ts';
import { isDeclined } from '../part.ts';
import { plainText, plainWords } from '../plain-words.ts';
import { speakerName } from '../speaker-name.ts';

export interface BlindTest {
  testId: string;
  personaId: string;
  name: string;
  version: number;
  speaker: string;
  /** In the order in which they are shown, of either side. */
  pairs: Array<{ own: string; reply: string; ownFirst: boolean }>;
}

const wanted = { fewest: 6, most: 20, asked: 40, samples: 100 };
/** Shorter replies give nothing to go by. */
const fewestWords = 6;

/**
 * Pairs of a text that the persona's subject wrote and a reply, about as long. The texts are of those that everybody may
 * read, and none of them stands in a reply.
 * @throws ExpectedError `evaluation.too-little-for-blind-test`, PersonateError
 */
export async function makeBlindTest(
  client: EvaluationClient,
  input: { personaId: string; probes: Probes; signal: AbortSignal; onAsked?: () => void },
): Promise<BlindTest> {
  const { personaId, probes, signal } = input;
  const { speaker } = await client.status(signal);
  const { name, headVersion } = await client.personas.get(personaId);
  const { samples } = await client.personas.tone(personaId, { samples: wanted.samples }, signal);
  const asker = openAsker(client, { persona: personaId, pace: new Pace(), signal });
  const replies = await askAll(
    probes.answer.slice(0, wanted.asked),
    async ({ question }) => {
      const reply = await asker.ask(question);
      input.onAsked?.();
      return reply;
    },
    signal,
  );
  const texts = replies
    .filter((reply) => !isDeclined(reply) && plainWords(reply.text).length >= fewestWords)
    .map(({ text }) => text);
  const pairs = paired(
    samples.filter((sample) => !isSaid(sample, texts)),
    texts,
  );
  if (pairs.length < wanted.fewest) throw tooLittle(personaId, samples.length, texts.length);
  return {
    testId: randomUUID(),
    personaId,
    name,
    version: headVersion,
    speaker: speakerName(speaker),
    pairs: shuffled(pairs).map((pair) => ({ ...pair, ownFirst: randomInt(2) === 0 })),
  };
}

/** A reply that quotes it would be told by having been read twice. */
function isSaid(sample: string, replies: readonly string[]): boolean {
  const sentences = sample.split(/(?<=[.!?])\s/u).map(plainText);
  const said = replies.map(plainText);
  return sentences.some(
    (sentence) =>
      sentence.split(' ').length >= fewestWords && said.some((reply) => reply.includes(sentence)),
  );
}

/** Each reply with the text that is nearest to it in length, none twice. */
function paired(samples: readonly string[], replies: readonly string[]) {
  const left = [...samples];
  const pairs: Array<{ own: string; reply: string }> = [];
  for (const reply of replies.slice(0, wanted.most)) {
    const [own] = left.toSorted(
      (a, b) => Math.abs(a.length - reply.length) - Math.abs(b.length - reply.length),
    );
    if (own === undefined) break;
    left.splice(left.indexOf(own), 1);
    pairs.push({ own, reply });
  }
  return pairs;
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const left = [...items];
  return items.map(() => left.splice(randomInt(left.length), 1)[0] as Item);
}

function tooLittle(personaId: string, samples: number, replies: number): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'evaluation.too-little-for-blind-test',
    `A blind test of ${personaId} takes ${wanted.fewest} texts of its own that everybody may read and that it does not quote, and as many replies; there are ${samples} texts and ${replies} replies.`,
    {
      fix: 'Ingest more of its own words (stance `by`), and write more probes that it must answer.',
    },
  );
}
