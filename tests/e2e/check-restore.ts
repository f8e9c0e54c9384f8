import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, type Client } from './client.ts';
import type { Compose } from './compose.ts';

const question = 'What is your boat called?';

/**
 * A backup, an erasure after it, the loss of everything, a restore: the same answers, but for what was erased.
 * @param clientOf of the first gateway that runs, with the key of that cluster
 */
export async function checkRestore(
  cluster: Compose,
  personaId: string,
  clientOf: () => Promise<Client>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'personate-backup-'));
  try {
    const before = await clientOf();
    const told = await ask(before, personaId, question);
    await cluster.script('backup', [join(folder, 'backup')]);
    await before.call('DELETE', '/v1/users/tom');
    await cluster.script('backup', ['--ledger', join(folder, 'ledger')]);
    await cluster.down(['-v']);

    await cluster.script('restore', [join(folder, 'backup'), join(folder, 'ledger')]);
    const after = await clientOf();
    const again = await ask(after, personaId, question);
    assert.equal(again.choices[0]?.message.content, told.choices[0]?.message.content);
    assert.equal(again.personate.version, told.personate.version);
    assert.deepEqual(again.personate.citations, told.personate.citations);
    const dog = await ask(after, personaId, 'What is my dog called?', 'tom');
    assert.deepEqual(dog.personate.memories, [], 'what was erased after the backup came back');
    await assert.rejects(
      cluster.script('restore', [join(folder, 'backup')]),
      /--replace/,
      'a cluster with personas is overwritten unasked',
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
