/** What a weak model is asked for: first which records answer the question, then the answer. */
export const answerFormat = {
  type: 'json_schema',
  json_schema: {
    name: 'answer',
    strict: true,
    schema: {
      type: 'object',
      properties: {
        evidence: { type: 'array', items: { type: 'integer' } },
        answer: { type: 'string' },
      },
      required: ['evidence', 'answer'],
      additionalProperties: false,
    },
  },
} as const;

/** Said behind the question: an endpoint may hold a model to the schema without showing it. */
export const answerWords =
  'Reply with one JSON object: {"evidence": [numbers of the records that answer the question, none if none does], "answer": "your reply, in your own voice"}';

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '',
  b: '',
  f: '',
  '"': '"',
  '\\': '\\',
  '/': '/',
};
const answerKey = /"answer"\s*:\s*"/u;
const evidenceList = /"evidence"\s*:\s*\[([\d\s,"]*)\]/u;
/** What has no object in so many characters is no JSON. */
const longestBefore = 400;

/**
 * Reads `{evidence, answer}` as it comes and lets the answer out word by word. What is no JSON is let through as it is:
 * a model that was not held to it has answered all the same.
 */
export class JsonAnswer {
  #state: 'before' | 'answer' | 'after' | 'text' = 'before';
  #pending = '';
  #evidence: number[] = [];

  /** Numbers of the records that it named. */
  get evidence(): readonly number[] {
    return this.#evidence;
  }

  /** Its answer has begun and not ended. */
  get isOpen(): boolean {
    return this.#state === 'answer';
  }

  push(text: string): string {
    if (this.#state === 'text') return text;
    if (this.#state === 'after') {
      this.#pending += text;
      this.#readEvidence();
      return '';
    }
    this.#pending += text;
    if (this.#state === 'before') {
      // A fence comes in pieces too.
      if (/^\s*`{0,3}[a-z]{0,4}\s*$/u.test(this.#pending) && /`/u.test(this.#pending)) return '';
      const start = this.#pending.replace(/^\s*(?:`{1,3}(?:json)?\s*)?/u, '');
      if (start !== '' && !start.startsWith('{')) return this.#asText();
      const key = answerKey.exec(this.#pending);
      if (key === null) return this.#pending.length > longestBefore ? this.#asText() : '';
      this.#readEvidence();
      this.#pending = this.#pending.slice(key.index + key[0].length);
      this.#state = 'answer';
    }
    return this.#answer();
  }

  /** What was held back when the stream ends. */
  end(): string {
    const rest = this.#state === 'before' ? this.#pending : '';
    this.#pending = '';
    // An object without an answer says nothing.
    return rest.trimStart().startsWith('{') ? '' : rest;
  }

  #answer(): string {
    let said = '';
    for (;;) {
      const stop = this.#pending.search(/["\\]/u);
      if (stop === -1) {
        said += this.#pending;
        this.#pending = '';
        return said;
      }
      said += this.#pending.slice(0, stop);
      this.#pending = this.#pending.slice(stop);
      if (this.#pending.startsWith('"')) {
        this.#state = 'after';
        return said;
      }
      const escape = /^\\(?:u([\da-f]{4})|([^u]))/isu.exec(this.#pending);
      // It comes in pieces.
      if (escape === null) return this.#pending.length < 6 ? said : said + this.#drop();
      this.#pending = this.#pending.slice(escape[0].length);
      const [, code, letter = ''] = escape;
      said +=
        code === undefined
          ? (escapes[letter] ?? letter)
          : String.fromCharCode(Number.parseInt(code, 16));
    }
  }

  /** An escape that is none. */
  #drop(): string {
    this.#pending = this.#pending.slice(1);
    return this.#answer();
  }

  #asText(): string {
    this.#state = 'text';
    const text = this.#pending;
    this.#pending = '';
    return text;
  }

  #readEvidence(): void {
    const list = evidenceList.exec(this.#pending)?.[1];
    if (list === undefined) return;
    this.#evidence = [...new Set((list.match(/\d+/gu) ?? []).map(Number))];
  }
}

/** Billions of parameters below which a model answers better when it is held to the schema. */
const weakBelow = 4;

/** By what its name says of its size: `qwen2.5-1.5b`, `llama3.2:1b`; one that says nothing is not weak. */
export function isWeak(model: string): boolean {
  const size = /(?:^|[^\p{L}\d.])(?:e)?(\d+(?:\.\d+)?)\s?([bm])(?![\p{L}\d])/iu.exec(model);
  if (size === null) return false;
  const billions = Number(size[1]) / (size[2]?.toLowerCase() === 'm' ? 1_000 : 1);
  return billions < weakBelow;
}
