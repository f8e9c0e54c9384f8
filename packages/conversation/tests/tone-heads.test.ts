import { describe, expect, it } from '@jest/globals';
import { ToneHeads } from '../src/index.ts';
import { toneTexts } from '../src/tone/tone-texts.ts';
import { ida, openWorld, wordEmbedder } from './memory-world.ts';

const lines = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    prompt: `Question ${n}?`,
    response: `Mind you, plank number ${n} is grand; I'd not change a splinter of it!`,
  }));

async function openHeads(count: number) {
  const document = { ...ida, persona: { ...ida.persona, typicalResponses: lines(count) } };
  const world = await openWorld(undefined, document);
  const state = {
    now: new Date('2026-03-01T12:00:00Z'),
    erasures: [{ erasureId: 'before', status: 'done' }],
    embed: wordEmbedder.embed.bind(wordEmbedder),
    trainings: 0,
  };
  const heads = new ToneHeads({
    ...world.deps,
    embedder: { embed: (texts, until) => state.embed(texts, until) },
    list: async () => {
      state.trainings += 1;
      return [{ id: 'ida', status: 'active' }];
    },
    erasures: async () => state.erasures,
    now: () => state.now,
  });
  const later = (seconds: number) => {
    state.now = new Date(state.now.getTime() + seconds * 1_000);
  };
  const serving = await world.deps.personas.serving('ida');
  return { heads, serving, world, state, later };
}
const signal = new AbortController().signal;

describe('a persona’s tone', () => {
  it('is learnt from its documents and its lines, and measured on what was held out', async () => {
    const { heads } = await openHeads(40);
    const report = await heads.train('ida', { maySee: () => true, signal });
    expect(report).toMatchObject({ language: 'en', against: [], version: 3, knowledgeRevision: 7 });
    expect(report.pieces.lines).toBeGreaterThanOrEqual(40);
    expect(report.pieces.own).toBeGreaterThan(0);
    expect(report.areaUnderCurve).toBeGreaterThan(0.9);
  });

  it('scores texts that are sent', async () => {
    const { heads } = await openHeads(40);
    const texts = [
      'Mind you, the mast is grand; I’d not change a splinter of it!',
      'The committee approved the annual budget without discussion.',
      'Ay.',
    ];
    const asked = { groups: [texts], samples: 0 };
    const { scores } = await heads.train('ida', { maySee: () => true, asked, signal });
    const [own = 0, plain = 1] = scores[0] ?? [];
    expect(scores[0]).toHaveLength(3);
    expect(own).toBeGreaterThan(plain);
  });

  it('is not waited for: a turn goes on without it until it is there', async () => {
    const { heads, serving } = await openHeads(40);
    expect(heads.ready(serving)).toBeNull();
    await heads.settled();
    expect(heads.ready(serving)).not.toBeNull();
  });

  it('is forgotten once the knowledge has moved, for what it was made of may be erased', async () => {
    const { heads, serving } = await openHeads(40);
    await heads.train('ida', { maySee: () => true, signal });
    expect(heads.ready({ ...serving, knowledgeRevision: 8 })).toBeNull();
    await heads.settled();
  });

  it('is refused, and not tried again, where there is too little to learn it from', async () => {
    const { heads, serving } = await openHeads(2);
    const refused = heads.train('ida', { maySee: () => true, signal });
    await expect(refused).rejects.toMatchObject({ code: 'persona.too-little-for-tone' });
    expect(heads.ready(serving)).toBeNull();
    await heads.settled();
  });

  it('stays while somebody asks for an older version, who gets none', async () => {
    const { heads, serving, state } = await openHeads(40);
    await heads.train('ida', { maySee: () => true, signal });
    const pinned = { ...serving, version: { ...serving.version, version: 1 } };
    expect(heads.ready(pinned)).toBeNull();
    await heads.settled();
    expect(heads.ready(serving)).not.toBeNull();
    expect(state.trainings).toBe(1);
  });

  it('is tried again a minute after it failed, not before', async () => {
    const { heads, serving, state, later } = await openHeads(40);
    const { embed } = state;
    state.embed = () => Promise.reject(new Error('away'));
    heads.ready(serving);
    await heads.settled();
    state.embed = embed;
    later(59);
    heads.ready(serving);
    await heads.settled();
    expect(state.trainings).toBe(1);
    later(1);
    heads.ready(serving);
    await heads.settled();
    expect(state.trainings).toBe(2);
    expect(heads.ready(serving)).not.toBeNull();
  });

  it('is forgotten within a minute of an erasure, of whatever persona and by whichever process', async () => {
    const { heads, serving, state, later } = await openHeads(40);
    await heads.train('ida', { maySee: () => true, signal });
    state.erasures = [{ erasureId: 'of another', status: 'open' }, ...state.erasures];
    later(60);
    heads.ready(serving);
    await heads.settled();
    expect(heads.ready(serving)).toBeNull();
    await heads.settled();
  });

  it('is not kept where something was erased while it was learnt', async () => {
    const { heads, serving, state } = await openHeads(40);
    const { embed } = state;
    state.embed = async (texts, until) => {
      state.embed = embed;
      heads.forget();
      return embed(texts, until);
    };
    await heads.train('ida', { maySee: () => true, signal });
    expect(heads.ready(serving)).toBeNull();
    await heads.settled();
  });

  it('is not learnt where consent is withdrawn', async () => {
    const { heads, world } = await openHeads(40);
    world.withdrawn.push('ida');
    const refused = heads.train('ida', { maySee: () => true, signal });
    await expect(refused).rejects.toMatchObject({ code: 'persona.consent-withdrawn' });
  });

  it('never has on its other side the texts of a persona whose consent is withdrawn', async () => {
    const { world } = await openHeads(40);
    const persona = (await world.deps.personas.serving('ida')).version.document;
    const input = { persona, others: ['ida'], signal };
    expect((await toneTexts(world.deps, input)).against).toEqual(['ida']);
    world.withdrawn.push('ida');
    expect((await toneTexts(world.deps, input)).against).toEqual([]);
  });
});
