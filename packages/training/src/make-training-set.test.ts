import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  documentSchema,
  personaDocumentSchema,
  trainingExampleSchema,
  trainingManifestSchema,
  type Document,
  type PersonaDocumentInput,
  type TrainingSet,
} from '@personate/contracts';
import { offLimitsOf, plainTerms } from '@personate/language';
import { makeTrainingSet, type MakeTrainingSetInput } from './make-training-set.ts';
import { compare } from './threads.ts';

const uuid = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

function said(externalId: string, over: Partial<Document> = {}): Document {
  const sourceId = over.sourceId ?? 'diary';
  return documentSchema.parse({
    personaId: 'ida',
    sourceId,
    externalId,
    documentKey: uuid(`${sourceId} ${externalId}`),
    text: `On day ${externalId} I mended a net and went out again.`,
    at: '2020-01-01T10:00:00Z',
    kind: 'social',
    stance: 'by',
    audience: ['public'],
    visibility: 'public',
    language: 'en',
    hash: `hash of ${externalId}`,
    ...over,
  });
}

const posts = (n: number): Document[] => Array.from({ length: n }, (_, at) => said(`p${at}`));

function make(
  documents: readonly Document[],
  {
    persona = {},
    ...over
  }: Partial<MakeTrainingSetInput> & { persona?: Partial<PersonaDocumentInput> } = {},
): TrainingSet {
  const document = personaDocumentSchema.parse({
    id: 'ida',
    name: 'Ida',
    subject: { kind: 'fictional' },
    disclosure: 'Synthetic.',
    ...persona,
  });
  return makeTrainingSet({
    version: { personaId: 'ida', version: 4, document },
    knowledgeRevision: 7,
    documents,
    groups: [],
    heldOutShare: 0,
    offLimits: offLimitsOf(document, plainTerms),
    ...over,
  });
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) =>
      trainingExampleSchema.parse(JSON.parse(line)).messages.map(({ content }) => content),
    );
const answers = ({ train, heldOut }: TrainingSet): Array<string | undefined> =>
  [...linesOf(train), ...linesOf(heldOut)].map(([, , answer]) => answer);

/** Beside ten posts, so that there is a set. */
const beside = (...documents: Document[]) => [...posts(10), ...documents];
const pairOf = (set: TrainingSet, answer: string) =>
  linesOf(set.train).find(([, , text]) => text === answer);

describe('what the user says in an example', () => {
  const question = said('q', { stance: 'to', thread: 't', text: 'Did you sail?', at: '2020-02-01T10:00:00Z' }); // prettier-ignore
  const answer = said('a', { thread: 't', text: 'I sailed to the outer skerries.', at: '2020-02-01T10:05:00Z' }); // prettier-ignore

  it('is the message that it answers: the one that it names, else the one before it in the thread', () => {
    const named = said('n', { thread: 't', replyTo: 'q', text: 'And I came back before dark.', at: '2020-02-01T10:09:00Z' }); // prettier-ignore
    const set = make(beside(question, answer, named));
    expect(pairOf(set, answer.text)?.[1]).toBe('Did you sail?');
    expect(pairOf(set, named.text)?.[1]).toBe('Did you sail?');
  });

  it('is found along a chain of replies where no thread is named', () => {
    const first = said('c1', { stance: 'to', text: 'Is it cold there?' });
    const second = said('c2', { replyTo: 'c1', text: 'It is cold, and it is quiet.' });
    expect(pairOf(make(beside(first, second)), second.text)?.[1]).toBe('Is it cold there?');
  });

  it('is, for a post that answers nothing, a request of ours that the manifest lists, always the same', () => {
    const set = make(posts(12));
    const told = linesOf(set.train).map(([, request = '']) => request);
    expect(set.manifest.requests).toEqual([...new Set(told)].toSorted(compare));
    expect(set.manifest.counts).toMatchObject({ posts: 12, answers: 0 });
    expect(pairOf(make(posts(30)), said('p3').text)).toEqual(pairOf(set, said('p3').text));
  });

  it('is asked in the language of the post', () => {
    const german = said('g', { language: 'de-AT', text: 'Heute habe ich ein Netz geflickt.' });
    const request = pairOf(make(beside(german)), german.text)?.[1];
    expect(request).toMatch(/^(?:Was|Erzähl|Sag|Teile|Worüber)/u);
  });

  it('is never somebody whom nobody sees: what answers a missing or a hidden message is left out', () => {
    const unseen = said('u', { replyTo: 'gone', text: 'Yes, that is how it was.' });
    const mentioned = said('m', { facts: { replyingTo: 'tom' }, text: 'Yes, that is how it is.' });
    const hidden = said('h', { stance: 'to', thread: 'x', audience: ['family'], text: 'Where is the key?' }); // prettier-ignore
    const toHidden = said('th', { thread: 'x', replyTo: 'h', text: 'It hangs behind the door.' });
    const set = make(beside(unseen, mentioned, hidden, toHidden));
    expect(set.manifest.leftOut).toEqual({ 'answers-unseen': 3 });
    expect(set.train).not.toContain('key');
  });

  it('is not what the persona said itself; but entries of a diary begin anew', () => {
    const more = said('m', { thread: 't', text: 'There was no wind on the way home.', at: '2020-02-01T11:00:00Z' }); // prettier-ignore
    const thread = said('x2', { replyTo: 'p1', text: 'One more thing on that net.' });
    expect(make(beside(question, answer, more, thread)).manifest.leftOut).toEqual({
      'continues-own': 2,
    });
    const diary = posts(12).map((entry) => ({ ...entry, thread: 'diary' }));
    expect(make(diary).manifest.counts.posts).toBe(12);
  });
});

describe('what is never in a set', () => {
  const reasons: Array<[string, Partial<Document>]> = [
    ['other-audience', { audience: ['family'] }],
    ['improvised', { sourceId: 'improvised' }],
    ['repost', { text: 'RT @tom: the harbour is closed today' }],
    ['quotes-others', { facts: { quotes: 'https://x.com/tom/status/1' } }],
    ['form-entry', { kind: 'career', facts: { role: 'Boat builder' } }],
    ['too-short', { text: 'Yes.' }],
    ['too-long', { text: 'a'.repeat(6_001) }],
    ['off-limits', { text: 'My daughter is called Liv, and I am proud.' }],
    [
      'duplicate',
      { at: '2020-02-01T10:00:00Z', text: '  on day P3 I mended a net and  went out again.' },
    ],
    ['after-knowledge-date', { at: '2021-01-01T00:00:00Z', atPrecision: 'year' }],
  ];
  it.each(reasons)('%s', (why, over) => {
    const persona = {
      offLimits: [{ topic: 'her daughter', keywords: ['daughter'] }],
      knowledgeLimits: { asOf: '2021-06-30' },
    };
    const document = said('one', over);
    const set = make(beside(document), { persona });
    expect(set.manifest.leftOut).toEqual({ [why]: 1 });
    expect(answers(set)).toHaveLength(10);
    expect(set.manifest.documents.map(({ documentId }) => documentId)).not.toContain('one');
  });

  it('others’ words on the persona, and what answers a topic that it must not touch', () => {
    const about = said('about', { stance: 'about', text: 'Ida was the best boat builder of all.' });
    const asked = said('q', { stance: 'to', thread: 't', text: 'How is your daughter doing?' });
    const told = said('z', {
      thread: 't',
      replyTo: 'q',
      text: 'She does well, thank you so much.',
    });
    const persona = { offLimits: [{ topic: 'family', keywords: ['daughter'] }] };
    const set = make(beside(about, asked, told), { persona });
    expect(set.manifest.leftOut).toEqual({ 'off-limits': 1 });
    expect(set.train).not.toMatch(/best boat builder|daughter/u);
  });

  it('but a group’s documents are, where the set is made for that group', () => {
    const family = said('one', { audience: ['family'] });
    const set = make(beside(family), { groups: ['family'] });
    expect(set.manifest).toMatchObject({ audience: ['family', 'public'], leftOut: {} });
    expect(answers(set)).toContain(family.text);
  });
});

describe('what is held out', () => {
  const thread = (name: string): Document[] => [
    said(`${name}q`, { stance: 'to', thread: name, text: `What of ${name}?`, at: '2020-03-01T10:00:00Z' }), // prettier-ignore
    said(`${name}1`, { thread: name, replyTo: `${name}q`, at: '2020-03-01T11:00:00Z' }),
    said(`${name}2`, { thread: name, replyTo: `${name}q`, at: '2020-03-01T12:00:00Z' }),
  ];
  const documents = Array.from({ length: 40 }, (_, n) => thread(`t${n}`)).flat();

  it('is a tenth, in whole threads: none is in both files', () => {
    const set = make(documents, { heldOutShare: 0.1 });
    expect(set.manifest.files).toMatchObject({ train: { examples: 72 }, heldOut: { examples: 8 } });
    const threadsIn = (text: string) => new Set(linesOf(text).map(([, question]) => question));
    const both = [...threadsIn(set.train)].filter((one) => threadsIn(set.heldOut).has(one));
    expect(both).toEqual([]);
  });

  it('takes nothing of what a set needs at least', () => {
    const share = { heldOutShare: 0.5 };
    expect(make(posts(10), share).manifest.files.train.examples).toBe(10);
    expect(make(posts(13), share).manifest.files).toMatchObject({
      train: { examples: 10 },
      heldOut: { examples: 3 },
    });
  });

  it('is the same in whatever order the documents come, and so is every byte', () => {
    const set = make(documents, { heldOutShare: 0.1 });
    expect(make(documents.toReversed(), { heldOutShare: 0.1 })).toEqual(set);
  });
});

it('the manifest tells what the set is made of, by id and hash, and fits its files', () => {
  const set = make(beside(said('q', { stance: 'to', thread: 't', text: 'Why boats?' }), said('r', { thread: 't', replyTo: 'q', kind: 'history', sourceId: 'diary' }))); // prettier-ignore
  const { manifest, train } = set;
  expect(trainingManifestSchema.parse(manifest)).toEqual(manifest);
  expect(manifest.files.train).toEqual({
    examples: 11,
    sizeBytes: Buffer.byteLength(train),
    sha256: createHash('sha256').update(train).digest('hex'),
  });
  expect(manifest).toMatchObject({ personaVersion: 4, knowledgeRevision: 7 });
  expect(manifest.counts).toEqual({
    answers: 1,
    posts: 10,
    bySource: { diary: 11 },
    byKind: { social: 10, history: 1 },
  });
  expect(manifest.documents).toContainEqual({
    documentKey: uuid('diary q'),
    documentId: 'q',
    source: 'diary',
    hash: 'hash of q',
    as: 'user',
    file: 'train',
  });
});

it('fewer than ten examples are refused, with what was left out', () => {
  expect(() => make([...posts(9), said('x', { text: 'No.' })])).toThrow(
    expect.objectContaining({
      code: 'training.too-few',
      message: expect.stringMatching(/has 9 examples .* too-short 1/u),
    }),
  );
});

it('a set that is full takes those whose hash comes first, and says how many are not in it', () => {
  const most = { examples: 12, bytes: 1_000_000 };
  const set = make(posts(30), { most });
  expect(set.manifest.leftOut).toEqual({ 'beyond-limit': 18 });
  expect(answers(make(posts(30).toReversed(), { most }))).toEqual(answers(set));
  const small = make(posts(30), { most: { examples: 30, bytes: 1_000 } });
  expect(answers(small).length).toBeLessThan(20);
  expect(answers(small).length).toBeGreaterThan(9);
});
