import { foldWord } from '../../words/fold-word.ts';
import { wordCategories, type WordCategory } from './word-categories.ts';

/** Counts the categories of own English words; the order of the documents does not matter. */
export class CategoryMeter {
  readonly #counts = new Map<WordCategory, number>();
  #words = 0;

  add(words: readonly string[], language: string): void {
    if (language.toLowerCase().split('-')[0] !== 'en') return;
    this.#words += words.length;
    for (const written of words) {
      const word = foldWord(written);
      for (const category of wordCategories.get(word) ?? []) this.#count(category);
      if (/^\p{L}{7,}$/u.test(word)) this.#count('longWords');
    }
  }

  get words(): number {
    return this.#words;
  }

  /** In a hundred words. */
  rate(category: WordCategory): number {
    return this.#words === 0 ? 0 : (100 * (this.#counts.get(category) ?? 0)) / this.#words;
  }

  #count(category: WordCategory): void {
    this.#counts.set(category, (this.#counts.get(category) ?? 0) + 1);
  }
}
