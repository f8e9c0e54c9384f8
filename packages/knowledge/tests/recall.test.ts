import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ExpectedError } from '@personate/contracts';
import {
  analyse,
  MemoryKnowledgeStores,
  recall,
  recallScores,
  type EmbeddedPassage,
  type Embedder,
  type KnowledgeReader,
  type RecallInput,
  type RecallOptions,
  type Reranker,
} from '../src/index.ts';
import { samplePassage } from '../src/sample-passage.ts';

const { signal } = new AbortController();
const dimensions = 64;

/** Words thrown into 64 buckets: near means sharing words, which is all these tests need. */
const embedder: Embedder & { embedded: string[] } = {
  identity: 'buckets/64',
  dimensions,
  maxTokens: 40,
  embedded: [],
  countTokens: async (text) => text.split(/\s+/u).length + 2,
  embed: async (texts) =>
    texts.map((text) => {
      if (text.trim() === '') throw new Error('empty text');
      if (text.split(/\s+/u).length + 2 > 40) throw new Error('text too long');
      embedder.embedded.push(text);
      const vector = new Float32Array(dimensions);
      for (const word of analyse(text, 'en')) {
        let hash = 7;
        for (const letter of word) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
        vector[hash % dimensions] = (vector[hash % dimensions] ?? 0) + 1;
      }
      const norm = Math.hypot(...vector) || 1;
      return vector.map((value) => value / norm);
    }),
  close: async () => undefined,
};

type Given = Partial<EmbeddedPassage> & { text: string };

async function storeOf(given: readonly Given[]): Promise<KnowledgeReader> {
  const stores = new MemoryKnowledgeStores();
  const spec = {
    personaId: 'ivo',
    personaUid: randomUUID(),
    generation: 1,
    embeddingIdentity: embedder.identity,
    dimensions,
  };
  const passages: EmbeddedPassage[] = [];
  for (const some of given) {
    const documentKey = some.documentKey ?? randomUUID();
    const [vector] = await embedder.embed([some.text], signal);
    passages.push({
      vector: vector ?? new Float32Array(dimensions),
      ...samplePassage({
        documentKey,
        externalId: some.text.slice(0, 12),
        author: { name: 'Ivo Brandt' },
        ...some,
      }),
    });
  }
  for (const thread of new Set(passages.map((passage) => passage.thread))) {
    if (thread === undefined) continue;
    const turns = passages.filter((passage) => passage.thread === thread);
    const ids = turns.map((turn) => turn.passageId);
    for (const [i, turn] of turns.entries()) {
      turn.before = ids.slice(Math.max(0, i - 2), i).toReversed();
      turn.after = ids.slice(i + 1, i + 3);
    }
  }
  const writer = await stores.writer(spec, signal);
  await writer.replaceDocuments(
    passages.map((passage) => passage.documentKey),
    passages,
    signal,
  );
  return stores.reader(spec, signal);
}

const ask = (
  store: KnowledgeReader,
  question: string,
  more: Partial<RecallInput> = {},
  options: RecallOptions = {},
) =>
  recall(
    { store, embedder },
    { question, selfNames: ['Ivo Brandt'], k: 5, audience: ['public'], signal, ...more },
    options,
  );

const mia = { author: { name: 'Mia Falk' }, stance: 'to' as const };

describe('recall', () => {
  let harbour: KnowledgeReader;
  beforeAll(async () => {
    harbour = await storeOf([
      { thread: 't1', text: 'Ivo, which instrument do you play in the harbour band?', ...mia },
      { thread: 't1', text: 'The accordion, ever since my uncle left me his.' },
      { thread: 't1', text: 'Lovely! I only sing.', ...mia },
      { thread: 't2', text: 'The ferry was late again because of fog.' },
      { thread: 't2', text: 'My shift as a pilot ended at noon yesterday.' },
      { thread: 't2', text: 'I sold my blue bicycle to a student.', ...mia },
      { text: 'I sold my blue bicycle last March and bought a boat.' },
      {
        text: 'Ivo Brandt was born in Husum in 1961.',
        stance: 'about',
        author: { name: 'Town paper' },
      },
      { text: 'A recipe for fish soup: leek, cod, dill.' },
      { text: 'A recipe for fish soup: leek, cod and dill!' },
      { text: 'A soup needs salt.' },
      { text: 'My fish diary stays in the family.', audience: ['family'] },
    ]);
  });

  describe('with a reranker', () => {
    const question = 'Which instrument do you play?';
    const reranked = (
      score: (texts: readonly string[]) => readonly number[] | null,
      options: RecallOptions = {},
    ) => {
      const asked: string[] = [];
      const reranker: Reranker = {
        name: 'test',
        score: async (query, texts) => {
          asked.push(query);
          return score(texts);
        },
      };
      const input = { question, selfNames: ['Ivo Brandt'], k: 5, audience: ['public'], signal };
      return recall({ store: harbour, embedder, reranker }, input, options).then((found) => ({
        asked,
        texts: found.results.map(({ text }) => text),
        first: found.results[0],
        timings: found.timings,
      }));
    };

    it('what it likes best moves up, and the scores say by how much', async () => {
      const plain = (await ask(harbour, question)).results.map(({ text }) => text);
      const last = plain.at(-1) ?? '';
      const { asked, first, texts, timings } = await reranked((given) =>
        given.map((text) => (text === last ? 9 : -9)),
      );
      expect(asked).toEqual([question]);
      expect(texts.indexOf(last)).toBeLessThan(plain.indexOf(last));
      const share = first?.scores['rerank'];
      expect(texts[0] === last ? share : 0).toBeGreaterThanOrEqual(0);
      expect(timings.rerankMs).toBeGreaterThanOrEqual(0);
    });

    it('the order stays as it is where it cannot say, or is switched off', async () => {
      const plain = (await ask(harbour, question)).results.map(({ text }) => text);
      expect((await reranked(() => null)).texts).toEqual(plain);
      const off = await reranked((given) => given.map((_, i) => i), { off: ['rerank'] });
      expect([off.texts, off.asked]).toEqual([plain, []]);
    });
  });

  it('finds an answer by the question before it, though it repeats none of its words', async () => {
    const { results } = await ask(harbour, 'Which instrument do you play in the band?');
    const answer = results.slice(0, 2).find(({ text }) => text.includes('accordion'));
    expect(answer?.context.map(({ text }) => text)).toEqual([
      'Ivo, which instrument do you play in the harbour band?',
      'Lovely! I only sing.',
    ]);
  });

  it('says of each result what its score is made of', async () => {
    const { results } = await ask(harbour, 'When did you sell your bicycle?');
    for (const { score, scores } of results) {
      const sum = Object.values(scores).reduce((total, share) => total + share, 0);
      expect(sum).toBeCloseTo(score, 6);
      expect(Object.keys(scores)).toEqual(expect.arrayContaining(Object.keys(recallScores)));
    }
    expect(results.map(({ score }) => score)).toEqual(
      results.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  });

  it('takes "you" for the persona: its own words before those said to it', async () => {
    const { results } = await ask(harbour, 'Did you sell your blue bicycle?');
    expect(results[0]?.text).toBe('I sold my blue bicycle last March and bought a boat.');
  });

  it('takes a name for its bearer', async () => {
    const { results } = await ask(harbour, 'Did Mia sell her blue bicycle?');
    expect(results[0]?.text).toBe('I sold my blue bicycle to a student.');
  });

  it('finds what others wrote about the persona', async () => {
    const { results } = await ask(harbour, 'Where were you born?');
    expect(results[0]).toMatchObject({ stance: 'about', text: expect.stringMatching(/Husum/u) });
  });

  it('prefers what is placed in time when asked when', async () => {
    const store = await storeOf([
      { text: 'The pilot shift ended and I was tired.' },
      { text: 'The pilot shift ended at noon yesterday.' },
      { text: 'Nothing on fog today.' },
    ]);
    const { results } = await ask(store, 'When did the pilot shift end?');
    expect(results[0]?.text).toMatch(/yesterday/u);
    expect(results[0]?.scores['time']).toBeGreaterThan(0);
  });

  it('finds what was said in a month, though the text does not name it', async () => {
    const store = await storeOf([
      { text: 'We painted the boat.', at: '2019-05-04T10:00:00Z', atPrecision: 'day' },
      { text: 'We painted the shed.', at: '2020-09-04T10:00:00Z', atPrecision: 'day' },
    ]);
    const { results } = await ask(store, 'What did you paint in September 2020?');
    expect(results[0]?.text).toBe('We painted the shed.');
  });

  it('puts what repeats a result behind what says something new', async () => {
    const { results } = await ask(harbour, 'What goes into fish soup?');
    const order = results.map(({ text }) => text);
    const recipes = order.filter((text) => text.startsWith('A recipe'));
    expect(recipes).toHaveLength(2);
    expect(order.indexOf('A soup needs salt.')).toBeLessThan(order.indexOf(recipes[1] ?? ''));
    expect(results.find(({ text }) => text === recipes[1])?.scores['repetition']).toBeLessThan(0);
  });

  it('shows nothing to who may not see it, as result or as context', async () => {
    const family = ['public', 'family'];
    const texts = async (audience: string[]) =>
      JSON.stringify((await ask(harbour, 'What of your fish diary?', { audience, k: 20 })).results);
    expect(await texts(family)).toMatch(/fish diary/u);
    expect(await texts(['public'])).not.toMatch(/fish diary/u);
    const store = await storeOf([
      { thread: 't', text: 'Open fish market.' },
      { thread: 't', text: 'Hidden between them.', audience: ['family'] },
      { thread: 't', text: 'Later fish market.', at: '2030-01-01T00:00:00Z' },
    ]);
    const seen = await ask(store, 'fish market', { asOf: '2020-01-01T00:00:00Z' });
    expect(seen.results).toHaveLength(1);
    expect(seen.results[0]?.context).toEqual([]);
  });

  it.each([
    ...(Object.keys(recallScores) as Array<keyof typeof recallScores>),
    'repetition',
  ] as const)('does without %s when it is switched off', async (step) => {
    const { results } = await ask(harbour, 'When did you make fish soup?', {}, { off: [step] });
    expect(results.length).toBeGreaterThan(0);
    for (const { scores } of results) expect(scores).not.toHaveProperty(step);
  });

  it('gives no neighbours when context is switched off, and embeds names when names is', async () => {
    const { results } = await ask(harbour, 'instrument in the band', {}, { off: ['context'] });
    expect(results.every(({ context }) => context.length === 0)).toBe(true);
    await ask(harbour, 'Is Ivo Brandt a pilot?');
    expect(embedder.embedded.at(-1)).toBe('Is a pilot?');
    await ask(harbour, 'Is Ivo Brandt a pilot?', {}, { off: ['names'] });
    expect(embedder.embedded.at(-1)).toBe('Is Ivo Brandt a pilot?');
  });

  it('tells how far the knowledge reaches to the question', async () => {
    const known = await ask(harbour, 'Where is your blue bicycle?');
    expect(known.signals).toMatchObject({
      coverage: 1,
      vocabularyCoverage: 1,
      unknownNames: [],
      language: 'en',
    });
    expect(known.signals.bestCosine).toBeGreaterThan(0.5);
    expect(known.signals.lexicalStrength).toBeGreaterThan(0.5);
    const unknown = await ask(harbour, 'What does the emperor Nero think of quantum physics?');
    expect(unknown.signals).toMatchObject({ unknownNames: ['Nero'], coverage: 0 });
    expect(unknown.signals.vocabularyCoverage).toBe(0);
    expect(unknown.signals.lexicalStrength).toBe(0);
    const half = await ask(harbour, 'Your blue spaceship?');
    expect(half.signals.vocabularyCoverage).toBeGreaterThan(0.2);
    expect(half.signals.vocabularyCoverage).toBeLessThan(0.8);
  });

  it('knows no name where a sentence only begins', async () => {
    const { signals } = await ask(
      harbour,
      'Describe the bridge. Explain Mia’s song to Otto Klein.',
    );
    expect(signals.unknownNames).toEqual(['Otto', 'Klein']);
  });

  it('knows no name that stands only where the asker may not look, or later than may be known', async () => {
    const store = await storeOf([
      { text: 'I mended the nets by the quay with Otto.' },
      ...Array.from({ length: 40 }, (_, n) => ({ text: `On day ${n} Mia mended nets.` })),
      { text: 'Zebulon owes me four crowns.', audience: ['family'] },
      { text: 'Wilma wrote from Lund.', at: '2030-01-01T00:00:00Z' },
    ]);
    const unknown = async (more: Partial<RecallInput>) =>
      (await ask(store, 'Did old Zebulon, Wilma, Mia and Otto mend nets?', more)).signals
        .unknownNames;
    const asOf = '2020-01-01T00:00:00Z';
    expect(await unknown({ asOf })).toEqual(['Zebulon', 'Wilma']);
    expect(await unknown({ audience: ['public', 'family'] })).toEqual([]);
    // Nor does any score tell one name from another that stands nowhere.
    const asked = async (name: string) => {
      const { signals } = await ask(store, `Did ${name} mend nets by the quay?`);
      return [signals.coverage, signals.vocabularyCoverage, signals.lexicalStrength];
    };
    expect(await asked('Zebulon')).toEqual(await asked('Xantippe'));
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t'],
    ['emoji', '🎉👨‍👩‍👧‍👦🏽 ❤️'],
    ['punctuation', '?!… — «»'],
  ])('finds nothing for %s, without a word of complaint', async (_, question) => {
    const { results, signals } = await ask(harbour, question);
    expect(results).toEqual([]);
    expect(signals).toMatchObject({ bestCosine: 0, coverage: 0, terms: [] });
  });

  it.each([
    ['100 kB', `fish soup ${'and more words '.repeat(7000)}`],
    ['100 kB in one word', `fish soup ${'x'.repeat(100_000)}`],
    ['half a surrogate pair', `fish soup \ud83d`],
    ['a cut in the middle of a pair', `fish soup ${'😀'.repeat(5000)}`],
    ['NUL and other controls', 'fish\0 soup \u0007 \u202e'],
    ['other scripts', 'fish soup 日本語 العربية ไทย'],
    ['names of an object', 'fish soup constructor __proto__ toString hasOwnProperty'],
  ])('bears a question of %s', async (_, question) => {
    const { results } = await ask(harbour, question);
    expect(results.some(({ text }) => text.includes('soup'))).toBe(true);
  });

  it('finds what shares words with the question while it cannot be embedded, and says what it lacks', async () => {
    const unable: Embedder = {
      ...embedder,
      embed: () =>
        Promise.reject(
          new ExpectedError('unavailable', 'embedding.unavailable', 'down', { fix: 'wait' }),
        ),
    };
    const given = { question: 'Which recipe is for soup with cod?', selfNames: ['Ivo Brandt'], k: 5, signal }; // prettier-ignore
    const found = await recall({ store: harbour, embedder: unable }, { ...given, audience: ['public'] }); // prettier-ignore
    expect(found.degraded).toEqual(['embedder']);
    expect(found.results[0]?.text).toMatch(/fish soup/u);
    expect(found.results.every(({ signals }) => signals.cosine === 0)).toBe(true);
    expect(found.results.some(({ text }) => text.includes('family'))).toBe(false);
    expect((await ask(harbour, given.question)).degraded).toEqual([]);
  });

  it('does not take a mistake for an embedder that is down', async () => {
    const broken: Embedder = { ...embedder, embed: () => Promise.reject(new TypeError('a bug')) };
    const given = { question: 'fish soup', selfNames: [], k: 5, audience: ['public'], signal };
    await expect(recall({ store: harbour, embedder: broken }, given)).rejects.toThrow('a bug');
  });

  it('finds nothing in an empty knowledge', async () => {
    const { results, signals } = await ask(await storeOf([]), 'Where did you grow up, Ivo?');
    expect(results).toEqual([]);
    expect(signals).toMatchObject({ bestCosine: 0, coverage: 0, vocabularyCoverage: 0 });
  });

  it('refuses knowledge that another model embedded', async () => {
    const store: KnowledgeReader = { ...harbour, embeddingIdentity: 'other/64' };
    await expect(ask(store, 'fish')).rejects.toMatchObject({ code: 'knowledge.identity-mismatch' });
  });

  it('stops when it is told to', async () => {
    const stopped = AbortSignal.abort(new Error('gone'));
    await expect(ask(harbour, 'fish soup', { signal: stopped })).rejects.toThrow('gone');
  });

  it('reads a question in the language of the knowledge', async () => {
    const store = await storeOf([
      { text: 'Die alten Häuser am Hafen sind rot gestrichen.', language: 'de' },
      { text: 'Im Winter backe ich Brot.', language: 'de' },
    ]);
    const { results, signals } = await ask(store, 'Welche Farbe hat das Haus?', {
      languages: ['de', 'en'],
    });
    expect(signals.language).toBe('de');
    expect(results[0]?.text).toMatch(/Häuser/u);
  });
});
