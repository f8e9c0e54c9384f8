import { expect, it } from '@jest/globals';
import { openEmbedders, type Embedder } from '@personate/knowledge';
import { suggestMigrations } from './suggest-migrations.ts';

const bundled: Embedder = {
  identity: 'new/8',
  dimensions: 8,
  maxTokens: 256,
  countTokens: async () => 1,
  embed: async (texts) => texts.map(() => new Float32Array(8)),
  close: async () => undefined,
};
const embedders = openEmbedders({ bundled, names: ['bundled'] });
const generations = {
  servingIdentities: async () => [
    ...Array.from({ length: 9 }, (_, n) => ({ personaId: `p-${n}`, embeddingIdentity: 'old/8' })),
    { personaId: 'mine', embeddingIdentity: 'old/8' },
    { personaId: 'moved', embeddingIdentity: 'new/8' },
  ],
};

it('an asker is told of those of their own personas that need a migration, and of no other', async () => {
  const mine = await suggestMigrations(generations, embedders, (id) => id.startsWith('m'));
  expect(mine.map(({ fix }) => fix)).toEqual(['npx personate knowledge migrate mine']);
  expect(await suggestMigrations(generations, embedders, () => true)).toHaveLength(5);
});
