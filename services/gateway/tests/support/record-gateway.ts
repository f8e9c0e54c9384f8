import type { IngestionReport, NewKey, Turn } from '@personate/contracts';
import { newKeySchema } from '@personate/contracts';
import {
  FolderBlobStore,
  IngestionRepository,
  InterviewRepository,
  KeyRepository,
  MemoryRepository,
  PersonaRepository,
  TrainingRunRepository,
  TurnRepository,
} from '@personate/records';
import { openTestDatabase } from '@personate/records/testing';
import { minimalPersona } from '@personate/personas';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildGateway } from '../../src/build-gateway.ts';
import type { GatewayConfig, GatewayDeps } from '../../src/deps.ts';
import { trainingOver } from '../../src/training-over.ts';
import { bareDeps, testConfig } from './bare-deps.ts';
import { extension } from './scripted-answer.ts';

export const report: IngestionReport = {
  format: 'notes',
  self: null,
  candidates: [{ name: 'Mara', documents: 2 }],
  documents: { own: 2, about: 0, context: 0 },
  added: 2,
  changed: 0,
  unchanged: 0,
  removed: 0,
  embedded: 0,
  skipped: {},
  firstAt: null,
  lastAt: null,
  languages: { en: 2 },
  files: ['a.md'],
  problems: [],
  problemCount: 0,
};

/** A listening gateway on real records: PGlite in memory, uploads in a folder of its own. */
export async function openRecordGateway(
  over: Partial<GatewayDeps> = {},
  config: Partial<GatewayConfig> = {},
) {
  const database = await openTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'uploads-'));
  const records = {
    personas: new PersonaRepository(database.kysely),
    turns: new TurnRepository(database.kysely),
    memories: new MemoryRepository(database.kysely),
    ingestions: new IngestionRepository(database.kysely),
    interviews: new InterviewRepository(database.kysely),
    keys: new KeyRepository(database.kysely),
    uploads: new FolderBlobStore(folder),
  };
  const adminKey = `admin_${randomUUID()}`;
  await records.keys.ensureAdmin(adminKey);
  const pokes: string[] = [];
  const deps = bareDeps({
    ...records,
    conversations: records.turns,
    training: {
      ...trainingOver(new TrainingRunRepository(database.kysely)),
      set: () => Promise.reject(new Error('no set is made in this test')),
    },
    spendUpload: (blobId, endsAt) => records.keys.spendUpload(blobId, endsAt),
    pokeIngestion: async ({ personaId }) => void pokes.push(personaId),
    inspect: async () => report,
    ...over,
  });
  const { app } = await buildGateway(deps, { ...testConfig, ...config });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return {
    app,
    deps,
    records,
    adminKey,
    pokes,
    url: `http://127.0.0.1:${port}`,
    port,
    admin: { authorization: `Bearer ${adminKey}`, host: `localhost:${port}` },
    /** Files in the upload folder, whole or half. */
    leftUploads: () => readdir(folder).catch(() => []),
    async persona(id = `p-${randomUUID().slice(0, 8)}`): Promise<string> {
      await records.personas.create(
        minimalPersona({ id, name: 'Mara', subject: { kind: 'fictional' } }),
        {
          origin: 'operator',
          note: 'made',
        },
      );
      return id;
    },
    async key(key: Partial<NewKey>) {
      const made = await records.keys.create(newKeySchema.parse({ name: 'test', ...key }));
      return {
        ...made,
        headers: { authorization: `Bearer ${made.key}`, host: `localhost:${port}` },
      };
    },
    async turn(personaId: string, keyId: string, over: Partial<Turn> = {}): Promise<Turn> {
      const turn: Turn = {
        turnId: randomUUID(),
        conversationId: randomUUID(),
        personaId,
        userId: null,
        question: 'Where did you moor?',
        answer: 'At dusk.',
        status: 'complete',
        extension: extension({ persona: personaId }),
        evidence: [],
        createdAt: new Date().toISOString(),
        ...over,
      };
      await records.turns.append(turn, { keyId });
      return turn;
    },
    async close() {
      await app.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type RecordGateway = Awaited<ReturnType<typeof openRecordGateway>>;
