import {
  detectLanguage,
  readableSentences,
  splitSentences,
  type SpeakRequest,
} from '@personate/language';
import { shownEvidence, type ShownRecord } from '@personate/personas';
import type { Similarity } from '../similarity.ts';
import { Grounds, moduleTexts, passageTexts } from './grounds.ts';
import type { PassageGrounds } from './rests-on.ts';

/** Those that were read closely before, so that their sentences are embedded. */
const passagesCompared = 6;
const mostCompared = 40;
const mostOwn = 8;
/** Enough to tell a language by. */
const tellingCharacters = 300;

export interface GroundsDeps {
  analyse: (text: string, language: string) => string[];
  similarity: Similarity;
}

interface Line {
  text: string;
  /** Of the evidence that it stands in; absent: of the modules. */
  n?: number;
}

/** What a reply may rest on: the evidence as the model was shown it, the persona's modules, what the user told. */
export class ReplyGrounds {
  readonly #deps: GroundsDeps;
  readonly #request: SpeakRequest;
  readonly #passages = new Map<number, Grounds[]>();
  #shown: readonly ShownRecord[] | undefined;
  #own: Grounds[] | undefined;
  #told: Grounds | undefined;
  #foreign: boolean | undefined;
  #lines: Line[] | undefined;

  constructor(deps: GroundsDeps, request: SpeakRequest) {
    this.#deps = deps;
    this.#request = request;
  }

  #languageOf(text: string): string {
    const { languages } = this.#request.persona.persona.voice;
    return detectLanguage(text.slice(0, tellingCharacters), languages);
  }

  /** No word of the evidence is in the language of the reply. */
  isForeign(): boolean {
    const { evidence, language } = this.#request;
    return (this.#foreign ??=
      evidence.length > 0 && evidence.every(({ text }) => this.#languageOf(text) !== language));
  }

  module(): readonly Grounds[] {
    const { persona, line } = this.#request;
    return (this.#own ??= [...moduleTexts(persona), line ?? ''].map((text) =>
      this.#ground([text]),
    ));
  }

  /** What the user told and asked. */
  user(): Grounds {
    const { asked, question, history, memories } = this.#request;
    return (this.#told ??= this.#ground([
      asked,
      question,
      ...history.slice(-12).map(({ content }) => content),
      ...memories.flatMap(({ text, quote }) => [text, quote]),
    ]));
  }

  /** @param cites null: all of it. @param ofOneself what others told of themselves is nothing of the persona's. */
  evidence(cites: readonly number[] | null, ofOneself: boolean): PassageGrounds[] {
    const { language } = this.#request;
    return this.#seen(cites).flatMap(({ passage, shown, index }) => {
      if (ofOneself && passage.stance === 'to') return [];
      const known =
        this.#passages.get(index) ??
        passageTexts(passage, shown, language).map((texts) => this.#ground(texts));
      this.#passages.set(index, known);
      return [{ n: index + 1, grounds: known }];
    });
  }

  /** Of the evidence what the model was shown: those cited, or all. */
  #seen(cites: readonly number[] | null) {
    const { evidence } = this.#request;
    this.#shown ??= shownEvidence(evidence);
    return evidence.flatMap((passage, index) => {
      const shown = this.#shown?.[index];
      if (shown === undefined || (cites !== null && !cites.includes(index + 1))) return [];
      return [{ passage, shown, index }];
    });
  }

  #ground(texts: readonly string[]): Grounds {
    return new Grounds(texts, this.#request.language, this.#deps.analyse);
  }

  /** By meaning, where words do not tell: the sentences of the passages were embedded before they were recalled. */
  async nearest(
    sentence: string,
    cites: readonly number[] | null,
    signal: AbortSignal,
  ): Promise<{ cosine: number; n?: number }> {
    const lines = cites === null ? this.lines() : this.#linesOf(cites);
    const texts = lines.map(({ text }) => text);
    const cosines = await this.#deps.similarity(sentence, texts, signal);
    const cosine = Math.max(0, ...cosines);
    const { n } = lines[cosines.indexOf(cosine)] ?? {};
    return { cosine, ...(n === undefined ? {} : { n }) };
  }

  /** Sentences of the evidence, best passages first. */
  lines(): readonly Line[] {
    return (this.#lines ??= this.#linesOf(null));
  }

  #linesOf(cites: readonly number[] | null): Line[] {
    const { persona, reason } = this.#request;
    const from = this.#seen(cites).filter(
      ({ index }) => cites !== null || index < passagesCompared,
    );
    // Nobody has embedded the modules yet: only where the answer is told of them.
    const { summary, behaviours } = persona.persona;
    const own = reason === 'from-persona' ? [...splitSentences(summary, 'en'), ...behaviours] : [];
    return [
      ...from.flatMap(({ passage: { text }, shown, index }) =>
        readableSentences(text, this.#languageOf(text))
          .filter((sentence) => !shown.cut || shown.text.includes(sentence))
          .map((sentence) => ({ text: sentence, n: index + 1 })),
      ),
      ...own.slice(0, mostOwn).map((sentence) => ({ text: sentence })),
    ].slice(0, mostCompared);
  }
}
