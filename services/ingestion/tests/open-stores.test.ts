import { expect, it } from '@jest/globals';
import { openDatabase, openRepositories } from '@personate/records';
import { fillDataDir } from '@personate/records/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStores } from '../src/open-stores.ts';

it('a Qdrant that takes what is asked and says nothing is named, with what to look at', async () => {
  const sockets = new Set<Socket>();
  const mute = createServer((socket) => void sockets.add(socket)).listen(0, '127.0.0.1');
  await new Promise((resolve) => mute.once('listening', resolve));
  const { port } = mute.address() as AddressInfo;
  const dataDir = await mkdtemp(join(tmpdir(), 'personate-stores-'));
  await fillDataDir(dataDir, true);
  const database = await openDatabase({ kind: 'embedded', dataDir });
  try {
    const url = `http://127.0.0.1:${port}`;
    const knowledge = { store: 'qdrant', url, apiKey: 'a key' } as const;
    const opened = openStores({ knowledge }, database, openRepositories(database.kysely), 200);
    await expect(opened).rejects.toMatchObject({
      code: 'knowledge.store-timeout',
      message: expect.stringContaining(`127.0.0.1:${port}`),
      fix: expect.stringContaining('QDRANT_URL'),
    });
  } finally {
    await database.close();
    for (const socket of sockets) socket.destroy();
    mute.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
