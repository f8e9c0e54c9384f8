import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { personaDocumentSchema } from '@personate/contracts';
import { MemoryKnowledgeStores, openEmbedders, type Embedder } from '@personate/knowledge';
import { renderPersonaYaml } from '@personate/personas';
import { FolderBlobStore, openRepositories, type Database } from '@personate/records';
import { openTestDatabase } from '@personate/records/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { composeIngestion } from '../src/compose-ingestion.ts';

const { signal } = new AbortController();
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const withdrawn = { code: 'persona.consent-withdrawn' };
const document = personaDocumentSchema.parse({
  id: 'vera',
  name: 'Vera',
  subject: { kind: 'real' },
  disclosure: 'A synthetic Vera.',
  consent: { basis: 'She agreed.', evidence: 'Her letter.' },
});
/** Never asked. */
const embedder: Embedder = {
  identity: 'none/8',
  dimensions: 8,
  maxTokens: 256,
  countTokens: async () => 1,
  embed: async (texts) => texts.map(() => new Float32Array(8)),
  close: async () => undefined,
};

let asked = 0;
let database: Database;
let folder: string;
let records: ReturnType<typeof openRepositories>;
let blobs: FolderBlobStore;
let composed: ReturnType<typeof composeIngestion>;
beforeAll(async () => {
  database = await openTestDatabase();
  records = openRepositories(database.kysely);
  folder = await mkdtemp(join(tmpdir(), 'personate-withdrawn-'));
  blobs = new FolderBlobStore(folder);
  composed = composeIngestion({
    store: 'pgvector',
    records,
    stores: new MemoryKnowledgeStores(),
    embedders: openEmbedders({ bundled: embedder, names: ['bundled'] }),
    blobs,
    personasDir: folder,
    draftModel: {
      name: 'scripted',
      ask: async () => {
        asked += 1;
        return { value: null, lost: [] };
      },
    },
    log,
  });
  await records.personas.create(document, { origin: 'operator', note: 'made' });
}, 120_000);
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

async function importing(as?: string) {
  const content = Readable.from([Buffer.from(renderPersonaYaml(document))]);
  const name = 'vera.yaml';
  const { blobId } = await blobs.put(content, { name, limitBytes: 100_000, signal });
  const admit = (): void => undefined;
  return composed.packs.importCharacter({ blobId, fileName: name, as, admit, signal });
}

it('a persona whose consent is withdrawn is not made again of its own YAML, whatever name it is given', async () => {
  expect((await importing('before')).version.personaId).toBe('before');
  await records.personas.withdrawConsent('vera', { by: 'k' });
  await expect(importing('other')).rejects.toMatchObject(withdrawn);
  await expect(importing()).rejects.toMatchObject(withdrawn);
  expect((await records.personas.list()).map(({ id }) => id)).toEqual(['before', 'vera']);
});

it('what a person wrote who withdrew consent is read to no model and not exported', async () => {
  await records.personas.withdrawConsent('vera', { by: 'k' });
  await expect(composed.derive({ personaId: 'vera', model: true, signal })).rejects.toMatchObject(
    withdrawn,
  );
  expect(asked).toBe(0);
  // Counting tells nobody anything.
  expect(await composed.derive({ personaId: 'vera', model: false, signal })).toBeNull();
  const exporting = { personaId: 'vera', passages: false, vectors: false, signal };
  await expect(composed.packs.exportKnowledge(exporting)).rejects.toMatchObject(withdrawn);
});
