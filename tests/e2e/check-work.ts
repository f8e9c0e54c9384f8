import assert from 'node:assert/strict';
import { eventually } from '../harness/eventually.ts';
import {
  ask,
  createPersona,
  ingestDiary,
  learnVersion,
  type Answer,
  type Client,
} from './client.ts';

const cites = (answer: Answer, id: string): void =>
  assert.ok(
    answer.personate.citations.some(({ documentId }) => documentId === id),
    `no citation of ${id}: ${JSON.stringify(answer.personate)}`,
  );

/** An export in by one container, an answer out by another, a version learnt by the third. */
export async function checkWork(client: Client, id: string): Promise<string> {
  await createPersona(client, id);
  const report = await ingestDiary(client, id);
  assert.equal(report?.added, 3);
  const answer = await ask(client, id, 'What is your boat called?');
  assert.equal(answer.personate.decision, 'answered');
  assert.match(answer.choices[0]?.message.content ?? '', /Heron/);
  cites(answer, 'boat');
  await ask(client, id, 'My dog is called Biscuit.', 'tom');
  const version = await learnVersion(client, id);
  const again = await ask(client, id, 'What was the name of your boat?', 'dee');
  assert.equal(again.personate.version, version);
  cites(again, 'boat');
  await eventually('the dog is remembered', 120_000, async () => {
    const { personate } = await ask(client, id, 'What is my dog called?', 'tom');
    return personate.memories.length > 0 ? true : undefined;
  });
  return `3 documents, version ${version} by evolution`;
}

/** What `checkWork` made is still there: documents, version, memory; and the same export adds nothing. */
export async function checkKept(client: Client, id: string): Promise<void> {
  cites(await ask(client, id, 'What is your boat called?'), 'boat');
  const { personate } = await ask(client, id, 'What is my dog called?', 'tom');
  assert.equal(personate.memories.length, 1);
  assert.ok(personate.version >= 2, `version ${personate.version}`);
  const report = await ingestDiary(client, id);
  assert.deepEqual([report?.added, report?.unchanged], [0, 3]);
}

/** What needs the documents' texts is asked of ingestion by the gateway. */
export async function checkTasks(client: Client, id: string): Promise<void> {
  const { erasureId } = await client.call<{ erasureId: string }>(
    'DELETE',
    `/v1/personas/${id}?erase=true`,
  );
  const check = await client.call<{ whole: boolean }>('GET', `/v1/erasures/${erasureId}/check`);
  assert.ok(check.whole, JSON.stringify(check));
}
