import { setImmediate as breathe } from 'node:timers/promises';
import {
  emptyCounts,
  type KnowledgeMap,
  type KnowledgeTopic,
  type Passage,
} from '@personate/contracts';
import { clusterVectors, dot, unit, type Clusters } from './cluster-vectors.ts';
import { TopicTerms } from './name-topics.ts';
import { Tally } from './tally.ts';

/** A passage as the map needs it. */
export type MappedPassage = Pick<
  Passage,
  'passageId' | 'documentKey' | 'sourceId' | 'kind' | 'at' | 'language' | 'text' | 'title'
> & { vector: Float32Array | null };

/** More are counted, not placed: their vectors would not fit. */
export const mostPlaced = 20_000;
const mostTopics = 12;
/** Middles are fitted to so many. */
const fitted = 2_000;
/** Texts between two breaths, so that other streams are not held up. */
const stride = 100;
/** Of a text, for its terms. */
const readCharacters = 1_000;

/**
 * Topics, time and kinds of what a persona knows. The order of the passages must be stable for the map to be.
 * @param names the persona's, which tell no topic from another.
 */
export async function mapKnowledge(
  passages: AsyncIterable<MappedPassage>,
  options: { names: readonly string[]; signal: AbortSignal },
): Promise<Omit<KnowledgeMap, 'personaId' | 'revision'>> {
  let read = 0;
  const whole = new Tally();
  const bySource = emptyCounts();
  const placed: Array<MappedPassage & { vector: Float32Array }> = [];
  for await (const passage of passages) {
    options.signal.throwIfAborted();
    if (read % stride === 0) await breathe();
    read += 1;
    whole.add(passage);
    bySource[passage.sourceId] = (bySource[passage.sourceId] ?? 0) + 1;
    const vector = passage.vector === null ? null : unit(passage.vector);
    if (vector !== null && placed.length < mostPlaced)
      placed.push({ ...passage, text: passage.text.slice(0, readCharacters), vector });
  }
  const topics = placed.length === 0 ? [] : await findTopics(placed, options);
  return { ...whole.told(), bySource, topics, placed: placed.length };
}

async function findTopics(
  placed: ReadonlyArray<MappedPassage & { vector: Float32Array }>,
  { names, signal }: { names: readonly string[]; signal: AbortSignal },
): Promise<KnowledgeTopic[]> {
  const clusters = await clusterVectors(
    placed.map(({ vector }) => vector),
    { clusters: topicsFor(placed.length), sample: fitted, signal },
  );
  const terms = new TopicTerms(clusters.middles.length, names);
  const tallies = clusters.middles.map(() => new Tally());
  for (const [i, passage] of placed.entries()) {
    if (i % stride === 0) await breathe();
    const topic = clusters.of[i] as number;
    terms.add({
      text: `${passage.title ?? ''}\n${passage.text}`,
      language: passage.language,
      topic,
    });
    (tallies[topic] as Tally).add(passage);
  }
  return tallies
    .map((tally, topic) => topicOf(tally, { topic, terms, clusters, placed }))
    .filter(({ passages }) => passages > 0)
    .sort((a, b) => b.passages - a.passages || (a.name < b.name ? -1 : 1));
}

/** 4 for 100 passages, 8 for 500, 12 from some 1,200 on. */
function topicsFor(passages: number): number {
  return Math.max(1, Math.min(mostTopics, Math.round(Math.sqrt(passages / 8))));
}

function topicOf(
  tally: Tally,
  input: {
    topic: number;
    terms: TopicTerms;
    clusters: Clusters;
    placed: ReadonlyArray<MappedPassage & { vector: Float32Array }>;
  },
): KnowledgeTopic {
  const { topic, clusters, placed } = input;
  const { undated: _, ...told } = tally.told();
  const terms = input.terms.of(topic);
  return {
    // A few texts may have no word in common.
    name: terms.length === 0 ? 'various' : terms.slice(0, 3).join(', '),
    terms,
    ...told,
    share: told.passages / placed.length,
    examples: examplesOf(topic, clusters, placed),
  };
}

function examplesOf(
  topic: number,
  { of, middles }: Clusters,
  placed: ReadonlyArray<MappedPassage & { vector: Float32Array }>,
): KnowledgeTopic['examples'] {
  const middle = middles[topic] as Float32Array;
  const best: Array<{ near: number; passage: MappedPassage }> = [];
  for (const [i, passage] of placed.entries()) {
    if (of[i] !== topic) continue;
    best.push({ near: dot(passage.vector, middle), passage });
    best.sort((a, b) => b.near - a.near || (a.passage.passageId < b.passage.passageId ? -1 : 1));
    best.length = Math.min(best.length, 3);
  }
  return best.map(({ passage: { passageId, text } }) => ({
    passageId,
    text: Array.from(text.replaceAll(/\s+/g, ' ')).slice(0, 160).join(''),
  }));
}
