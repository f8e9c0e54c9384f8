import { describe, expect, it } from '@jest/globals';
import { ToneHeads } from '../src/index.ts';
import { ida, openWorld, wordEmbedder } from './memory-world.ts';

const lines = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    prompt: `Question ${n}?`,
    response: `Mind you, plank number ${n} is grand; I'd not change a splinter of it!`,
  }));

async function openHeads(count: number) {
  const document = { ...ida, persona: { ...ida.persona, typicalResponses: lines(count) } };
  const world = await openWorld(undefined, document);
  const heads = new ToneHeads({
    ...world.deps,
    embedder: wordEmbedder,
    list: async () => [{ id: 'ida', status: 'active' }],
  });
  return { heads, serving: await world.deps.personas.serving('ida'), world };
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
});
