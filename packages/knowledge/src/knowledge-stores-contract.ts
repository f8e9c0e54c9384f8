import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExpectedError, type Passage } from '@personate/contracts';
import type {
  Candidate,
  CandidateQuery,
  EmbeddedPassage,
  GenerationSpec,
  KnowledgeReader,
  KnowledgeStores,
} from './knowledge-store.ts';
import { passageTerms } from './lexical/passage-terms.ts';
import { samplePassage } from './sample-passage.ts';

const { signal } = new AbortController();
const dimensions = 8;

/**
 * What every adapter of the `KnowledgeStores` port promises, as tests.
 *
 * @param open gives stores that hold nothing; opened again, stores on the same data where there are any
 */
export function knowledgeStoresContract(
  name: string,
  open: () => Promise<{
    stores: KnowledgeStores;
    reopen?: () => Promise<KnowledgeStores>;
    /** Deletes the generation's table or collection as a stranger would, where there is one. */
    dropBehind?: (spec: GenerationSpec) => Promise<void>;
  }>,
  close: () => Promise<void>,
): void {
  describe(`${name} keeps what every knowledge store promises`, () => {
    let stores: KnowledgeStores;
    let reopen: (() => Promise<KnowledgeStores>) | undefined;
    let dropBehind: ((spec: GenerationSpec) => Promise<void>) | undefined;
    beforeAll(async () => {
      ({ stores, reopen, dropBehind } = await open());
    }, 60_000);
    afterAll(async () => {
      await stores.close();
      await close();
    });

    const opened = async (spec: GenerationSpec, on = stores) => ({
      reader: await on.reader(spec, signal),
      writer: await on.writer(spec, signal),
    });

    it('reads empty before anything was written', async () => {
      const spec = newSpec();
      const reader = await stores.reader(spec, signal);
      expect(await everythingOf(reader)).toEqual(nothing);
      await stores.create(spec, signal);
      await stores.create(spec, signal);
      expect(await everythingOf(reader)).toEqual(nothing);
      expect(await everythingOf(await stores.reader(spec, signal))).toEqual(nothing);
    });

    it('finds a passage by its meaning and by its words, with both scores, and gives it back whole', async () => {
      const { reader, writer } = await opened(newSpec());
      const boat = passage({ text: 'We painted the old boat.', vector: axis(0) });
      const bread = passage({ text: 'Fresh bread every morning.', vector: axis(1) });
      await write(writer, [boat, bread]);
      const found = await reader.candidates(
        { ...asks, vector: axis(0), terms: new Map([['bread', 2]]), limit: 1 },
        signal,
      );
      const byId = new Map(found.map((candidate) => [candidate.passage.passageId, candidate]));
      expect(byId.size).toBe(2);
      expect(byId.get(boat.passageId)?.dense).toBeCloseTo(1, 4);
      expect(byId.get(boat.passageId)?.lexical).toBe(0);
      expect(byId.get(bread.passageId)?.dense).toBeCloseTo(0, 4);
      expect(byId.get(bread.passageId)?.lexical).toBeGreaterThan(0);
      expect(byId.get(boat.passageId)?.passage).toEqual(withoutVector(boat));
      expect(byId.get(bread.passageId)?.passage).toEqual(withoutVector(bread));
    });

    it('ranks by BM25: weight of the term, how often, how long the text', async () => {
      const { reader, writer } = await opened(newSpec());
      const once = passage({ text: 'salt and pepper and thyme and sugar and butter' });
      const twice = passage({ text: 'salt, more salt' });
      const other = passage({ text: 'pepper' });
      await write(writer, [once, twice, other]);
      const query = { ...asks, terms: new Map([['salt', 3], ['pepper', 1]]), limit: 3 }; // prettier-ignore
      const found = await reader.candidates(query, signal);
      const order = found
        .filter((candidate) => candidate.lexical > 0)
        .toSorted((a, b) => b.lexical - a.lexical)
        .map((candidate) => candidate.passage.passageId);
      expect(order).toEqual([twice.passageId, once.passageId, other.passageId]);
    });

    it('finds by words alone what may be seen, and gives passages, when there is no vector to compare with', async () => {
      const { reader, writer } = await opened(newSpec());
      const boat = passage({ text: 'We painted the old boat.' });
      const bread = passage({ text: 'Fresh bread every morning.' });
      const secret = passage({ text: 'The bread of the family.', audience: ['family'] });
      const later = passage({ text: 'Bread of later.', at: '2021-01-01T00:00:00Z' });
      await write(writer, [boat, bread, secret, later]);
      const query = { ...asks, vector: null, terms: new Map([['bread', 2]]), asOf: '2020-01-01T00:00:00Z' }; // prettier-ignore
      const [found, ...more] = await reader.candidates({ ...query, limit: 5 }, signal);
      expect(more).toEqual([]);
      expect(found).toMatchObject({ passage: withoutVector(bread), dense: 0 });
      expect(found?.lexical).toBeGreaterThan(0);
      const ids = [boat, bread, secret, later].map(({ passageId }) => passageId);
      const read = await reader.passages(ids, query, signal);
      expect(textsOf(read)).toEqual([bread.text, boat.text]);
      expect(read.map(({ dense }) => dense)).toEqual([0, 0]);
      expect(await reader.candidates({ ...query, terms: new Map(), limit: 5 }, signal)).toEqual([]);
    });

    it('gives no more of each kind than was asked for', async () => {
      const { reader, writer } = await opened(newSpec());
      await write(
        writer,
        Array.from({ length: 30 }, (_, i) => passage({ text: `apple number ${i}` })),
      );
      const found = await reader.candidates({ ...asks, ...apple, limit: 5 }, signal);
      expect(found.length).toBeGreaterThanOrEqual(5);
      expect(found.length).toBeLessThanOrEqual(10);
      const none = await reader.candidates({ ...asks, ...apple, limit: 0 }, signal);
      expect(none).toEqual([]);
    });

    it('writes the same twice with the same result', async () => {
      const { reader, writer } = await opened(newSpec());
      const passages = [passage({ text: 'apple tree' }), passage({ text: 'pear tree' })];
      await write(writer, passages);
      await writer.settle(signal);
      const before = await snapshot(reader);
      await write(writer, passages);
      await writer.settle(signal);
      expect(await snapshot(reader)).toEqual(before);
      expect(before.statistics).toMatchObject({ documents: 2, passages: 2 });
    });

    it('gives back the sentences of the passages that are asked for, byte for byte, and of no others', async () => {
      const spec = newSpec();
      const { reader, writer } = await opened(spec);
      const packed = (seed: number, length: number) =>
        Uint8Array.from({ length }, (_, i) => (i * seed) % 256);
      const short = passage({ text: 'apple', sentences: packed(7, 300) });
      const long = passage({ text: 'pear', sentences: packed(11, 15_000) });
      const none = passage({ text: 'plum' });
      await write(writer, [short, long, none]);
      const ids = [short, long, none].map(({ passageId }) => passageId);
      const of = (some: Map<string, Uint8Array>) =>
        new Map([...some].map(([id, bytes]) => [id, Uint8Array.from(bytes)]));
      const expected = new Map([
        [short.passageId, packed(7, 300)],
        [long.passageId, packed(11, 15_000)],
      ]);
      const all = [...ids, randomUUID(), 'no id at all'];
      expect(of(await reader.sentences(all, asks, signal))).toEqual(expected);
      expect([...(await reader.sentences([long.passageId], asks, signal)).keys()]).toEqual([
        long.passageId,
      ]);
      expect(await reader.sentences([], asks, signal)).toEqual(new Map());
      const elsewhere = reopen === undefined ? reader : await (await reopen()).reader(spec, signal);
      expect(of(await elsewhere.sentences(ids, asks, signal))).toEqual(expected);
      const [found] = await reader.passages([short.passageId], asks, signal);
      expect(found?.passage).toEqual(withoutVector(short));
      const { sentences: _sentences, ...bare } = short;
      await writer.replaceDocuments([short.documentKey], [bare], signal);
      await writer.replaceDocuments([long.documentKey], [], signal);
      expect(await reader.sentences(ids, asks, signal)).toEqual(new Map());
    });

    it('shows sentences to those who may see the passage, in its time, and to nobody else', async () => {
      const { reader, writer } = await opened(newSpec());
      const bytes = Uint8Array.of(1, 2, 3);
      const [open, family, late] = [
        passage({ text: 'apple for all', sentences: bytes }),
        passage({ text: 'apple for family', sentences: bytes, audience: ['family'] }),
        passage({ text: 'apple of the year', sentences: bytes, at: '2001-01-01T00:00:00Z', atPrecision: 'year' }), // prettier-ignore
      ] as const;
      await write(writer, [open, family, late]);
      const ids = [open, family, late].map(({ passageId }) => passageId);
      const seenBy = async (audience: string[], asOf?: string): Promise<string[]> => {
        const query = { audience, ...(asOf === undefined ? {} : { asOf }) };
        return [...(await reader.sentences(ids, query, signal)).keys()].toSorted();
      };
      const idsOf = (...some: EmbeddedPassage[]) => some.map((one) => one.passageId).toSorted();
      expect(await seenBy(['public'])).toEqual(idsOf(open, late));
      expect(await seenBy(['public', 'family'])).toEqual(idsOf(open, family, late));
      expect(await seenBy([])).toEqual([]);
      expect(await seenBy(["public' or true --", '{public}', '*'])).toEqual([]);
      expect(await seenBy(['public'], '2001-06-01T00:00:00Z')).toEqual(idsOf(open));
      const other = await opened(newSpec());
      await write(other.writer, [{ ...open, sentences: Uint8Array.of(9) }]);
      const mine = await reader.sentences([open.passageId], asks, signal);
      expect([...(mine.get(open.passageId) ?? [])]).toEqual([1, 2, 3]);
    });

    it('replaces a document whole: no passage of before is left', async () => {
      const { reader, writer } = await opened(newSpec());
      const documentKey = randomUUID();
      const old = [0, 1, 2].map((ordinal) => passage({ documentKey, ordinal, text: 'apple old' }));
      const kept = passage({ text: 'apple of another' });
      await write(writer, [...old, kept]);
      const replaced = {
        ...passage({ documentKey, text: 'pear new' }),
        passageId: old[1]?.passageId ?? '',
      };
      await writer.replaceDocuments([documentKey], [replaced], signal);
      const ids = old.map(({ passageId }) => passageId);
      const left = await reader.passages([...ids, kept.passageId], asks, signal);
      expect(left.map((candidate) => candidate.passage.text).toSorted()).toEqual([
        'apple of another',
        'pear new',
      ]);
      expect(await reader.statistics(signal)).toMatchObject({ documents: 2, passages: 2 });
    });

    it('a document without passages is gone, from every way of reading', async () => {
      const { reader, writer } = await opened(newSpec());
      const gone = passage({ text: 'secret apple', author: { name: 'Zora Quill' } });
      await write(writer, [gone]);
      await writer.replaceDocuments([gone.documentKey], [], signal);
      await writer.replaceDocuments([gone.documentKey], [], signal);
      expect(await everythingOf(reader)).toEqual(nothing);
      expect(await reader.passages([gone.passageId], asks, signal)).toEqual([]);
      expect(await reader.authors(['zora', 'quill'], signal)).toEqual([]);
    });

    it('counts what came from a source, whatever its name', async () => {
      const { reader, writer } = await opened(newSpec());
      const names = ['constructor', 'constructor', '__proto__', 'notes'];
      await write(
        writer,
        names.map((sourceId) => passage({ sourceId, text: 'apple' })),
      );
      const { bySource } = await reader.statistics(signal);
      const counted = Object.entries(bySource).toSorted(([a], [b]) => (a < b ? -1 : 1));
      expect(counted).toEqual([
        ['__proto__', 1],
        ['constructor', 2],
        ['notes', 1],
      ]);
    });

    it('counts terms exactly, after replacing and removing too', async () => {
      const { reader, writer } = await opened(newSpec());
      const documentKey = randomUUID();
      const passages = [
        passage({ documentKey, text: 'apple apple pear' }),
        passage({ text: 'apple plum' }),
        passage({ text: 'cherry', at: '2019-05-07T10:00:00Z', atPrecision: 'month' }),
      ];
      await write(writer, passages);
      await writer.replaceDocuments(
        [documentKey],
        [passage({ documentKey, text: 'quince' })],
        signal,
      );
      await writer.replaceDocuments([passages[1]?.documentKey ?? ''], [], signal);
      const now = ['quince', 'cherry may 2019'];
      expect(await reader.termStatistics(asked, signal)).toEqual({
        passages: 2,
        averageLength: now.join(' ').split(' ').length / 2,
        frequency: new Map([['quinc', 1], ['cherri', 1], ['mai', 1], ['2019', 1]]), // prettier-ignore
      });
      expect(passageTerms(passage({ text: 'quince cherry may 2019' }))).toEqual([
        'quinc',
        'cherri',
        'mai',
        '2019',
      ]);
    });

    it('shows a passage to those who share a group with it, and to nobody else', async () => {
      const { reader, writer } = await opened(newSpec());
      const open = passage({ text: 'apple for all', audience: ['public'] });
      const family = passage({ text: 'apple for family', audience: ['family', 'friends'] });
      const odd = passage({ text: 'apple for odd', audience: [`{"pub,lic'`] });
      await write(writer, [open, family, odd]);
      const ids = [open, family, odd].map(({ passageId }) => passageId);
      const seenBy = async (audience: string[]): Promise<string[][]> => {
        const query = { ...asks, ...apple, audience };
        const candidates = await reader.candidates({ ...query, limit: 10 }, signal);
        const passages = await reader.passages(ids, query, signal);
        return [candidates, passages].map((found) =>
          found.map((candidate) => candidate.passage.text).toSorted(),
        );
      };
      const twice = (...texts: string[]) => [texts, texts];
      expect(await seenBy(['public'])).toEqual(twice('apple for all'));
      expect(await seenBy(['public', 'family'])).toEqual(
        twice('apple for all', 'apple for family'),
      );
      expect(await seenBy([`{"pub,lic'`])).toEqual(twice('apple for odd'));
      expect(await seenBy(["public' or true --", '{public}', ''])).toEqual(twice());
      expect(await seenBy([])).toEqual(twice());
    });

    it('knows nothing later than it was asked for', async () => {
      const { reader, writer } = await opened(newSpec());
      await write(writer, [
        passage({ text: 'apple early', at: '2001-01-01T00:00:00Z' }),
        passage({ text: 'apple late', at: '2001-01-01T12:00:00+02:00' }),
        passage({ text: 'apple undated' }),
      ]);
      const asOf = '2001-01-01T09:59:59Z';
      const found = await reader.candidates({ ...asks, ...apple, asOf, limit: 10 }, signal);
      expect(found.map((candidate) => candidate.passage.text).toSorted()).toEqual([
        'apple early',
        'apple undated',
      ]);
    });

    it('knows what is dated to the year, month or day only once that was over', async () => {
      const { reader, writer } = await opened(newSpec());
      const dated = (text: string, at: string, atPrecision: Passage['atPrecision']) =>
        passage({ text: `apple ${text}`, at, ...(atPrecision ? { atPrecision } : {}) });
      const passages = [
        dated('of the year', '2001-01-01T00:00:00Z', 'year'),
        dated('of the month', '2001-06-01T00:00:00Z', 'month'),
        dated('of the day', '2001-06-15T00:00:00Z', 'day'),
        dated('of the minute', '2001-06-15T12:00:00Z', 'minute'),
        dated('of the second', '2001-06-15T12:00:00Z', 'second'),
        dated('of the year before', '2000-01-01T00:00:00Z', 'year'),
      ];
      await write(writer, passages);
      const ids = passages.map(({ passageId }) => passageId);
      const knownBy = async (asOf: string): Promise<string[]> => {
        const query = { ...asks, ...apple, asOf };
        const byId = await reader.passages(ids, query, signal);
        const found = await reader.candidates({ ...query, limit: 10 }, signal);
        const texts = (of: typeof found) => of.map(({ passage: { text } }) => text.slice(9));
        expect(texts(found).toSorted()).toEqual(texts(byId).toSorted());
        return texts(found).toSorted();
      };
      const before = ['the year before'];
      expect(await knownBy('2000-12-31T23:59:59.999Z')).toEqual(before);
      expect(await knownBy('2001-06-15T12:00:10Z')).toEqual(['the second', ...before]);
      expect(await knownBy('2001-06-15T23:59:59.999Z')).toEqual(
        ['the day', 'the minute', 'the second', ...before].toSorted(),
      );
      expect(await knownBy('2001-12-31T23:59:59.998Z')).not.toContain('the year');
      expect(await knownBy('2001-12-31T23:59:59.999Z')).toHaveLength(passages.length);
    });

    it('two personas with the same documents and passage ids never meet', async () => {
      const [a, b] = [await opened(newSpec()), await opened(newSpec())];
      const mine = passage({ text: 'apple of Anna', sourceId: 'a' });
      const theirs = { ...mine, text: 'apple of Bert', sourceId: 'b' };
      await write(a.writer, [mine]);
      await write(b.writer, [theirs]);
      const textsOf = async (reader: KnowledgeReader): Promise<string[]> => {
        const found = await reader.candidates({ ...asks, ...apple, limit: 10 }, signal);
        const byId = await reader.passages([mine.passageId], asks, signal);
        return [...found, ...byId].map((candidate) => candidate.passage.text);
      };
      expect(await textsOf(a.reader)).toEqual(['apple of Anna', 'apple of Anna']);
      expect(await textsOf(b.reader)).toEqual(['apple of Bert', 'apple of Bert']);
      await b.writer.replaceDocuments([mine.documentKey], [], signal);
      expect(await textsOf(a.reader)).toEqual(['apple of Anna', 'apple of Anna']);
      expect(await textsOf(b.reader)).toEqual([]);
    });

    it('three askers see three things of one thread: candidates, neighbours and passages', async () => {
      const { reader, writer } = await opened(newSpec());
      const ids = Array.from({ length: 5 }, () => randomUUID());
      const heard = [['public'], ['family'], ['family', 'work'], ['work'], ['public']];
      const thread = ids.map((passageId, i) =>
        passage({
          passageId,
          text: `apple ${i}`,
          thread: 't',
          audience: heard[i] ?? [],
          before: ids.slice(Math.max(0, i - 2), i).toReversed(),
          after: ids.slice(i + 1, i + 3),
        }),
      );
      await write(writer, thread);
      const askers = { stranger: ['public'], sister: ['public', 'family'], colleague: ['public', 'work'] }; // prettier-ignore
      const sees = { stranger: [0, 4], sister: [0, 1, 2, 4], colleague: [0, 2, 3, 4] };
      for (const [asker, audience] of Object.entries(askers)) {
        const query = { ...asks, ...apple, audience };
        const expected = sees[asker as keyof typeof sees].map((i) => `apple ${i}`);
        const candidates = await reader.candidates({ ...query, limit: 20 }, signal);
        const around = candidates.flatMap((one) => [...one.passage.before, ...one.passage.after]);
        const neighbours = await reader.passages(around, query, signal);
        const pages = await reader.passages(ids, query, signal);
        for (const found of [candidates, pages])
          expect([asker, textsOf(found)]).toEqual([asker, expected]);
        const near = expected.filter((text) => around.includes(ids[Number(text.at(-1))] ?? ''));
        expect([asker, textsOf(neighbours)]).toEqual([asker, near]);
      }
    });

    it('of two personas with contradictory facts under the same ids, no syntax in any string reads the other', async () => {
      const [anna, bert] = [newSpec(), newSpec()];
      const [a, b] = [await opened(anna), await opened(bert)];
      const truth = passage({ text: 'apple: Anna was born in Aalborg', author: { name: 'Anna' } });
      const lie = { ...truth, text: 'apple: Bert was born in Bergen', author: { name: 'Bert' } };
      const secret = passage({ text: 'apple: secret of Bert', audience: ['family'] });
      await write(a.writer, [truth]);
      await write(b.writer, [lie, secret]);
      const names = [anna, bert].map((spec) => `p_${spec.personaUid.replaceAll('-', '')}_g1`);
      const injections = [
        `public') or true --`,
        `{public}' union select body from knowledge.${names[1]} --`,
        `'); drop table knowledge.${names[0]}; --`,
        `{"must_not":[]}`,
        `*`,
        `%`,
        `$1`,
        `public","family`,
        names[1] ?? '',
        bert.personaUid,
        truth.documentKey,
        secret.passageId,
      ];
      const query = { ...asks, ...apple };
      for (const evil of injections) {
        const asked: Array<Promise<unknown>> = [
          a.reader.candidates({ ...query, audience: [evil], limit: 9 }, signal),
          a.reader.candidates({ ...query, audience: ['public', evil], limit: 9 }, signal),
          a.reader.candidates({ ...query, asOf: evil, limit: 9 }, signal),
          a.reader.candidates({ ...query, terms: new Map([[evil, 1]]), limit: 9 }, signal),
          a.reader.passages([evil, truth.passageId, secret.passageId], query, signal),
          a.reader.passages([secret.passageId], { ...query, audience: ['family', evil] }, signal),
          a.reader.sentences([evil, truth.passageId], { audience: ['family', evil] }, signal),
          a.reader.termStatistics([evil], signal),
          a.reader.authors([evil, 'bert'], signal),
        ];
        const answers = await Promise.allSettled(asked);
        const refused = answers.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
        const told = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
        expect(refused.filter((error) => !(error instanceof ExpectedError))).toEqual([]);
        expect(JSON.stringify(told)).not.toContain('Bert');
      }
      await expect(
        (async () => stores.reader({ ...anna, personaUid: `${anna.personaUid}' --` }, signal))(),
      ).rejects.toThrow('UUID');
      expect(textsOf(await a.reader.candidates({ ...query, limit: 9 }, signal))).toEqual([
        truth.text,
      ]);
      expect(textsOf(await b.reader.candidates({ ...query, limit: 9 }, signal))).toEqual([
        lie.text,
      ]);
    });

    it('answers a question of 100 kB, and one of nothing but emoji', async () => {
      const { reader, writer } = await opened(newSpec());
      await write(writer, [passage({ text: 'apple' }), passage({ text: '🎉🎉' })]);
      const terms = new Map(Array.from({ length: 20_000 }, (_, i) => [`word${i}`, 1]));
      const long = new Map([['appl', 9], ...terms]);
      const found = await reader.candidates({ ...asks, terms: long, limit: 1 }, signal);
      expect(found.filter(({ lexical }) => lexical > 0).map(({ passage: p }) => p.text)).toEqual([
        'apple',
      ]);
      expect((await reader.termStatistics([...long.keys()], signal)).frequency).toEqual(
        new Map([['appl', 1]]),
      );
      for (const none of [new Map<string, number>(), new Map([['🎉', 1]])])
        expect(await reader.candidates({ ...asks, terms: none, limit: 9 }, signal)).toHaveLength(2);
    });

    it('says that it is gone when it was deleted behind our back, and shows nobody else', async () => {
      if (dropBehind === undefined) return;
      const [spec, other] = [newSpec(), newSpec()];
      const [gone, left] = [await opened(spec), await opened(other)];
      const mine = passage({ text: 'apple mine' });
      await write(gone.writer, [mine]);
      await write(left.writer, [{ ...mine, text: 'apple of another' }]);
      await dropBehind(spec);
      const expected = { name: 'ExpectedError', fix: expect.stringMatching(/\S/u) };
      const query = { ...asks, ...apple };
      await expect(gone.reader.candidates({ ...query, limit: 9 }, signal)).rejects.toMatchObject(
        expected,
      );
      await expect(gone.reader.passages([mine.passageId], query, signal)).rejects.toMatchObject(
        expected,
      );
      await expect(gone.reader.sentences([mine.passageId], query, signal)).rejects.toMatchObject(
        expected,
      );
      await expect(
        gone.writer.replaceDocuments([mine.documentKey], [mine], signal),
      ).rejects.toMatchObject(expected);
      expect(textsOf(await left.reader.candidates({ ...query, limit: 9 }, signal))).toEqual([
        'apple of another',
      ]);
      await stores.drop(spec, signal);
      await write((await opened(spec)).writer, [mine]);
      expect(textsOf(await gone.reader.candidates({ ...query, limit: 9 }, signal))).toEqual([
        'apple mine',
      ]);
    });

    it('two generations of a persona never meet, and dropping one leaves the other', async () => {
      const spec = newSpec();
      const next = { ...spec, generation: 2 };
      const [first, second] = [await opened(spec), await opened(next)];
      await write(first.writer, [passage({ text: 'apple one' })]);
      await write(second.writer, [
        passage({ text: 'apple two' }),
        passage({ text: 'apple three' }),
      ]);
      expect(await stores.holds(spec, signal)).toBe(true);
      await stores.drop(spec, signal);
      await stores.drop(spec, signal);
      expect(await stores.holds(spec, signal)).toBe(false);
      expect(await stores.holds(next, signal)).toBe(true);
      expect(await everythingOf(await stores.reader(spec, signal))).toEqual(nothing);
      expect(await second.reader.statistics(signal)).toMatchObject({ passages: 2 });
      await write((await opened(spec)).writer, [passage({ text: 'apple again' })]);
      const found = await first.reader.candidates({ ...asks, ...apple, limit: 9 }, signal);
      expect(found.map((candidate) => candidate.passage.text)).toEqual(['apple again']);
    });

    it('refuses a vector of another space, and keeps what it had', async () => {
      const { reader, writer } = await opened(newSpec());
      const good = passage({ text: 'apple' });
      await write(writer, [good]);
      const bad = { ...good, vector: Float32Array.of(1, 0) };
      const fresh = passage({ documentKey: good.documentKey, text: 'pear' });
      await expect(
        writer.replaceDocuments([good.documentKey], [fresh, bad], signal),
      ).rejects.toMatchObject({ code: 'knowledge.vector-mismatch' });
      await expect(writer.replaceDocuments([randomUUID()], [fresh], signal)).rejects.toMatchObject({
        code: 'knowledge.foreign-passage',
      });
      expect((await snapshot(reader)).texts).toEqual(['apple']);
    });

    it('changes nothing once it is told to stop', async () => {
      const { reader, writer } = await opened(newSpec());
      const kept = passage({ text: 'apple kept' });
      await write(writer, [kept]);
      const aborted = AbortSignal.abort(new Error('stopped'));
      await expect(writer.replaceDocuments([kept.documentKey], [], aborted)).rejects.toThrow(
        'stopped',
      );
      await expect(reader.candidates({ ...asks, ...apple, limit: 1 }, aborted)).rejects.toThrow(
        'stopped',
      );
      await expect(reader.termStatistics(['apple'], aborted)).rejects.toThrow('stopped');
      expect((await snapshot(reader)).texts).toEqual(['apple kept']);
    });

    it('knows its authors by any word of their names, most frequent first', async () => {
      const { reader, writer } = await opened(newSpec());
      await write(writer, [
        passage({ text: 'one', author: { name: 'Ada King' } }),
        passage({ text: 'two', author: { name: 'Ada King' } }),
        passage({ text: 'three', author: { name: 'Stephen King' } }),
        passage({ text: 'four', author: { name: 'Mark Moor' } }),
      ]);
      expect(await reader.authors(['king', 'the', 'moo'], signal)).toEqual([
        'Ada King',
        'Stephen King',
      ]);
    });

    it('counts documents, kinds, sources and the time they span', async () => {
      const { reader, writer } = await opened(newSpec());
      const documentKey = randomUUID();
      await write(writer, [
        passage({
          documentKey,
          text: 'a',
          kind: 'career',
          sourceId: 's1',
          at: '1999-03-01T00:00:00Z',
        }),
        passage({ documentKey, text: 'b', kind: 'career', sourceId: 's1' }),
        passage({ text: 'c', kind: 'social', sourceId: 's2', at: '2020-06-15T08:30:00Z' }),
      ]);
      const statistics = await reader.statistics(signal);
      expect({
        ...statistics,
        firstAt: time(statistics.firstAt),
        lastAt: time(statistics.lastAt),
      }).toEqual({
        documents: 2,
        passages: 3,
        byKind: { career: 2, social: 1 },
        bySource: { s1: 2, s2: 1 },
        firstAt: Date.parse('1999-03-01T00:00:00Z'),
        lastAt: Date.parse('2020-06-15T08:30:00Z'),
      });
    });

    it('stores any text and finds it again', async () => {
      const { reader, writer } = await opened(newSpec());
      const texts = [`quote ' " \\ ; -- $1 {x}`, '🎉🏽 emoji 👨‍👩‍👧', 'Ελληνικά и кириллица', '日本語の文章', 'a'.repeat(1900), `a${'𐐷'.repeat(60)}`]; // prettier-ignore
      await write(
        writer,
        texts.map((text) => passage({ text })),
      );
      expect((await snapshot(reader)).texts).toEqual(texts.toSorted());
    });

    it('a store opened anew, and one that was open all along, see what was written since', async () => {
      const spec = newSpec();
      const { reader, writer } = await opened(spec);
      await write(writer, [passage({ text: 'apple one' })]);
      expect((await snapshot(reader)).texts).toEqual(['apple one']);
      const other = reopen === undefined ? stores : await reopen();
      const elsewhere = await opened(spec, other);
      expect((await snapshot(elsewhere.reader)).texts).toEqual(['apple one']);
      const two = passage({ text: 'apple two' });
      await write(elsewhere.writer, [two]);
      expect((await snapshot(reader)).texts).toEqual(['apple one', 'apple two']);
      await writer.replaceDocuments([two.documentKey], [], signal);
      await write(writer, [passage({ text: 'apple three' })]);
      expect((await snapshot(elsewhere.reader)).texts).toEqual(['apple one', 'apple three']);
      expect(await elsewhere.reader.termStatistics(['two', 'appl'], signal)).toMatchObject({
        passages: 2,
        frequency: new Map([['appl', 2]]),
      });
    });

    it('documents replaced at the same time are each of one piece', async () => {
      const { reader, writer } = await opened(newSpec());
      const documentKey = randomUUID();
      const version = (n: number) =>
        [0, 1, 2].map((ordinal) => passage({ documentKey, ordinal, text: `apple version ${n}` }));
      await Promise.all(
        Array.from({ length: 6 }, (_, n) =>
          writer.replaceDocuments([documentKey], version(n), signal),
        ),
      );
      const { texts } = await snapshot(reader);
      expect(texts).toHaveLength(3);
      expect(new Set(texts).size).toBe(1);
    });
  });
}

const asks = { vector: axis(0), terms: new Map<string, number>(), audience: ['public'] };
const apple = { terms: new Map([['appl', 1]]) };
const asked = ['appl', 'pear', 'plum', 'quinc', 'cherri', 'mai', '2019'];
const time = (at: string | null): number => Date.parse(at ?? '');

function newSpec(): GenerationSpec {
  return {
    personaId: 'somebody',
    personaUid: randomUUID(),
    generation: 1,
    embeddingIdentity: 'contract/8',
    dimensions,
    averageLength: 3,
  };
}

function axis(i: number): Float32Array {
  const vector = new Float32Array(dimensions);
  vector[i] = 1;
  return vector;
}

function passage(some: Partial<EmbeddedPassage> & { text: string }): EmbeddedPassage {
  const documentKey = some.documentKey ?? randomUUID();
  const externalId = `external ${documentKey.slice(0, 4)}`;
  return { vector: axis(2), ...samplePassage({ documentKey, externalId, ...some }) };
}

function withoutVector({
  vector: _vector,
  sentences: _sentences,
  ...rest
}: EmbeddedPassage): Passage {
  return rest;
}

const textsOf = (found: readonly Candidate[]): string[] =>
  found.map((candidate) => candidate.passage.text).toSorted();

async function write(
  writer: Awaited<ReturnType<KnowledgeStores['writer']>>,
  passages: EmbeddedPassage[],
): Promise<void> {
  const keys = [...new Set(passages.map(({ documentKey }) => documentKey))];
  await writer.replaceDocuments(keys, passages, signal);
}

async function snapshot(reader: KnowledgeReader) {
  const query: CandidateQuery = { ...asks, limit: 1000 };
  const found = await reader.candidates(query, signal);
  return {
    texts: found.map((candidate) => candidate.passage.text).toSorted(),
    statistics: await reader.statistics(signal),
    terms: await reader.termStatistics(asked, signal),
  };
}

async function everythingOf(reader: KnowledgeReader) {
  return {
    candidates: await reader.candidates({ ...asks, ...apple, limit: 10 }, signal),
    passages: await reader.passages([randomUUID()], asks, signal),
    sentences: await reader.sentences([randomUUID()], asks, signal),
    terms: await reader.termStatistics(asked, signal),
    authors: await reader.authors(['ada'], signal),
    statistics: await reader.statistics(signal),
  };
}

const nothing = {
  candidates: [],
  passages: [],
  sentences: new Map(),
  terms: { passages: 0, averageLength: 0, frequency: new Map() },
  authors: [],
  statistics: { documents: 0, passages: 0, byKind: {}, bySource: {}, firstAt: null, lastAt: null },
};
