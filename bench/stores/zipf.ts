/**
 * Invented passages whose words follow Zipf's law over a vocabulary of 30,000, as those of real text do once stop
 * words are out (the commonest stand in some 5 % of passages), so that search meets common and rare words. Each is about one of some topics, in words and in its vector.
 */
import { randomUUID } from 'node:crypto';
import type { EmbeddedPassage } from '../../packages/knowledge/src/index.ts';
import { generator } from '../measure/generator.ts';

const vocabulary = 30_000;
const topics = 300;
export const dimensions = 384;

export interface Asked {
  text: string;
  vector: Float32Array;
}

export class Zipf {
  readonly #random: () => number;
  readonly #cumulative = new Float64Array(vocabulary);
  readonly #centres: Float32Array[];

  constructor(seed: number) {
    this.#random = generator(seed);
    let sum = 0;
    for (let rank = 0; rank < vocabulary; rank++)
      this.#cumulative[rank] = sum += 1 / (rank + 40) ** 1.05;
    this.#centres = Array.from({ length: topics }, () => this.#around(undefined, 1));
  }

  passage(n: number): EmbeddedPassage {
    const topic = Math.floor(this.#random() * topics);
    const length = 8 + Math.floor(-Math.log(1 - this.#random()) * 14);
    const documentKey = randomUUID();
    return {
      passageId: randomUUID(),
      documentKey,
      externalId: `e${n}`,
      sourceId: 'bench',
      ordinal: 0,
      text: this.#words(Math.min(length, 120), topic),
      headings: [],
      author: { name: `Author ${n % 3}` },
      stance: 'by',
      kind: 'social',
      at: new Date(1.2e12 + n * 6e5).toISOString(),
      atPrecision: 'second',
      language: 'en',
      audience: n % 20 === 0 ? ['family'] : ['public'],
      before: [],
      after: [],
      fingerprint: '',
      vector: this.#around(this.#centres[topic], 0.9),
      // As ingestion packs two sentences: 388 bytes each, and a tag.
      sentences: Uint8Array.from({ length: 786 }, () => Math.floor(this.#random() * 256)),
    };
  }

  question(): Asked {
    const topic = Math.floor(this.#random() * topics);
    return { text: this.#words(8, topic), vector: this.#around(this.#centres[topic], 0.9) };
  }

  #words(count: number, topic: number): string {
    return Array.from({ length: count }, () => {
      const rank = this.#rank();
      // Every third word is the topic's own: one of forty.
      return this.#random() < 0.33 ? word(1000 + topic * 40 + (rank % 40)) : word(rank);
    }).join(' ');
  }

  #rank(): number {
    const at = this.#random() * (this.#cumulative.at(-1) ?? 0);
    let low = 0;
    let high = vocabulary - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#cumulative[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** On the unit sphere, at random, or around a centre. */
  #around(centre: Float32Array | undefined, spread: number): Float32Array {
    const vector = new Float32Array(dimensions);
    for (let i = 0; i < dimensions; i++) {
      const gauss =
        Math.sqrt(-2 * Math.log(1 - this.#random())) * Math.cos(2 * Math.PI * this.#random());
      vector[i] = (centre?.[i] ?? 0) + (spread * gauss) / Math.sqrt(dimensions);
    }
    const norm = Math.hypot(...vector);
    return vector.map((value) => value / norm);
  }
}

const syllables = 'ba de fi go hu ka le mi no pu ra se ti vo zu bre cla dri flo gru'.split(' ');

/** A word of its own for each number, which no stemmer shortens. */
function word(n: number): string {
  let text = '';
  for (let rest = n + 20; rest > 0; rest = Math.floor(rest / 20)) text += syllables[rest % 20];
  return `${text}k`;
}
