import type { HttpClient } from '@personate/test-cluster/http';
import { eventually } from './eventually.ts';

type Call = HttpClient['call'];

interface Answer {
  choices: Array<{ message: { content: string } }>;
  personate: {
    decision: string;
    reason?: string;
    version: number;
    citations: Array<{ documentId: string; quote: string }>;
    memories: Array<{ quote: string }>;
  };
}

const lines = [
  [
    'boat',
    'I bought a small wooden boat called Heron in the spring of 2014 and painted her green.',
  ],
  ['bread', 'I bake rye bread every Saturday with the sourdough that my aunt Ilse gave me.'],
  ['piano', 'I play the piano badly but with great joy, mostly old waltzes after supper.'],
  ['letter', 'I burnt the letter from Odense, and nobody shall hear what stood in it.'],
] as const;

const questions = [
  'What is your boat called?',
  'Who gave you your sourdough?',
  'Do you play an instrument?',
  'What stood in the letter from Odense?',
  'How does a nuclear reactor work?',
  'What drove the ferry?',
];

const persona = (id: string, kind: string) => ({
  id,
  name: 'Vera Holm',
  subject: { kind },
  disclosure: 'A synthetic persona.',
});

/** An installation in which somebody has lived for a while: everything that is kept, in at least one row. */
export async function liveIn(call: Call): Promise<{ key: string }> {
  await call('POST', '/v1/personas', persona('vera', 'fictional'));
  await call('POST', '/v1/personas', persona('gone', 'fictional'));
  await call('POST', '/v1/personas', persona('quiet', 'self'));
  await call('POST', '/v1/personas/quiet/consent/withdraw', {});
  const diary = lines.map(([id, text]) =>
    JSON.stringify({ id, text, author: 'Vera Holm', kind: 'history', time: '2016-01-09' }),
  );
  const form = new FormData();
  form.set('source', 'jsonl:vera');
  form.set('self', 'Vera Holm');
  form.set('file', new Blob([diary.join('\n')]), 'vera.jsonl');
  await read(call, 'vera', '/v1/personas/vera/ingestions', form);
  await call('POST', '/v1/common', { id: 'coast', title: 'The coast' });
  const ferry = { id: 'ferry', text: 'The ferry across the sound was driven by steam until 1958.' };
  const coast = new FormData();
  coast.set('file', new Blob([JSON.stringify(ferry)]), 'coast.jsonl');
  await call('POST', '/v1/common/coast/ingestions', coast);
  const attached = await call<{ ingestionId: string }>('PUT', '/v1/common/coast/personas/vera');
  await done(call, 'vera', attached.ingestionId);

  await ask(call, 'My dog is called Biscuit.', 'tom');
  await ask(call, 'My cat is called Pebble.', 'anna');
  await eventually('both are remembered', 60_000, async () => {
    const [tom, anna] = [await memoriesOf(call, 'tom'), await memoriesOf(call, 'anna')];
    return tom.length > 0 && anna.length > 0 ? true : undefined;
  });
  const { results } = await call<{ results: Array<{ documentId: string; documentKey: string }> }>(
    'GET',
    '/v1/personas/vera/knowledge/search?q=letter%20Odense',
  );
  const letter = results.find(({ documentId }) => documentId === 'letter')?.documentKey ?? '';
  await call('DELETE', `/v1/personas/vera/knowledge/documents/${letter}`);
  await call('DELETE', '/v1/users/anna');
  await call('DELETE', '/v1/personas/gone?erase=true');
  return call<{ key: string }>('POST', '/v1/keys', {
    name: 'site',
    scopes: ['chat'],
    vouchesForUser: true,
  });
}

/** What a client sees of it: the same before and after a move. */
export async function seenOf(call: Call) {
  const answers = [];
  for (const question of questions) answers.push(told(await ask(call, question)));
  answers.push(told(await ask(call, 'What is my dog called?', 'tom')));
  const keys = await call<{ items: Array<{ keyId: string; name: string }> }>('GET', '/v1/keys');
  const erasures = await call<{ items: Array<{ erasureId: string }> }>('GET', '/v1/erasures');
  const checks = [];
  for (const { erasureId } of erasures.items) {
    const { checkedAt: _, ...check } = await call<{ checkedAt: string; whole: boolean }>(
      'GET',
      `/v1/erasures/${erasureId}/check`,
    );
    checks.push(check);
  }
  return {
    answers,
    statistics: await call('GET', '/v1/personas/vera/knowledge/statistics'),
    manifest: await call('GET', '/v1/personas/vera/knowledge/manifest'),
    versions: await call('GET', '/v1/personas/vera/versions'),
    proposals: await call('GET', '/v1/personas/vera/proposals'),
    memories: await memoriesOf(call, 'tom'),
    consent: await call('GET', '/v1/personas/quiet/consent'),
    common: await call('GET', '/v1/common'),
    keys: keys.items.filter(({ keyId }) => keyId !== 'admin'),
    erasures: erasures.items,
    checks,
  };
}

export const ask = (call: Call, content: string, user?: string, key?: string) =>
  call<Answer>(
    'POST',
    '/v1/chat/completions',
    {
      model: 'vera',
      messages: [{ role: 'user', content }],
      ...(user === undefined ? {} : { user }),
    },
    key,
  );

const memoriesOf = async (call: Call, user: string) =>
  (await call<{ items: unknown[] }>('GET', `/v1/personas/vera/memories?user=${user}`)).items;

function told({ choices, personate }: Answer) {
  const { decision, reason, version, citations, memories } = personate;
  return {
    content: choices[0]?.message.content,
    decision,
    reason,
    version,
    citations: citations.map(({ documentId, quote }) => ({ documentId, quote })),
    memories: memories.map(({ quote }) => quote),
  };
}

async function read(call: Call, persona: string, path: string, form: FormData): Promise<void> {
  const { ingestionId } = await call<{ ingestionId: string }>('POST', path, form);
  await done(call, persona, ingestionId);
}

const done = (call: Call, persona: string, id: string) =>
  eventually('the ingestion is done', 120_000, async () => {
    const path = `/v1/personas/${persona}/ingestions/${id}`;
    const { status } = await call<{ status: string }>('GET', path);
    return status === 'done' ? true : undefined;
  });
