import { analyse } from '../lexical/analyse.ts';
import { tokenise } from '../lexical/tokenise.ts';

export interface TopicText {
  text: string;
  language: string;
  /** The number of its topic. */
  topic: number;
}

const termsATopic = 6;
/** Stop lists leave these in; a text on one woman would be called after them. */
const pronouns = 'she hers herself him himself itself themselves ourselves myself yourself'.split(
  ' ',
);

/**
 * The terms that tell a topic from the others: most weight to what is frequent in it and rare elsewhere (each term's
 * share of the Kullback-Leibler divergence between topic and rest), as it is mostly written.
 * @param without words that tell nothing here: the persona's own names.
 */
export class TopicTerms {
  readonly #without: ReadonlySet<string>;
  readonly #written = new Map<string, Map<string, number>>();
  readonly #inTopic: Array<Map<string, number>>;
  readonly #texts: number[];
  readonly #terms = new Map<string, string | null>();

  constructor(topics: number, without: readonly string[]) {
    this.#without = new Set([...pronouns, ...without.flatMap((name) => tokenise(name))]);
    this.#inTopic = Array.from({ length: topics }, () => new Map<string, number>());
    this.#texts = Array.from({ length: topics }, () => 0);
  }

  add({ text, language, topic }: TopicText): void {
    const terms = new Set<string>();
    for (const token of new Set(tokenise(text))) {
      if (token.length < 3 || /^\p{N}/u.test(token) || this.#without.has(token)) continue;
      const term = this.#termOf(token, language);
      if (term === null) continue;
      terms.add(term);
      const forms = this.#written.get(term) ?? new Map<string, number>();
      forms.set(token, (forms.get(token) ?? 0) + 1);
      this.#written.set(term, forms);
    }
    const counts = this.#inTopic[topic] as Map<string, number>;
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    this.#texts[topic] = (this.#texts[topic] ?? 0) + 1;
  }

  /** A word comes again and again; null for a stop word. */
  #termOf(token: string, language: string): string | null {
    const key = `${language} ${token}`;
    let term = this.#terms.get(key);
    if (term === undefined) this.#terms.set(key, (term = analyse(token, language)[0] ?? null));
    return term;
  }

  /** Best first; equal ones by their letters. */
  of(topic: number): string[] {
    const own = this.#inTopic[topic] as Map<string, number>;
    const size = this.#texts[topic] ?? 0;
    const others = this.#texts.reduce((sum, n) => sum + n, 0) - size;
    const scored: Array<[term: string, score: number]> = [];
    for (const [term, count] of own) {
      // Said once among many it is an accident.
      if (count < 2 && size >= 6) continue;
      const elsewhere = this.#inTopic.reduce(
        (sum, counts) => sum + (counts.get(term) ?? 0),
        -count,
      );
      const p = count / size;
      const q = (elsewhere + 0.5) / (others + 1);
      if (p > q) scored.push([term, p * Math.log(p / q)]);
    }
    return scored
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, termsATopic)
      .map(([term]) => this.#mostWritten(term));
  }

  #mostWritten(term: string): string {
    const forms = [...(this.#written.get(term) ?? new Map([[term, 1]]))];
    return forms.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? term;
  }
}
