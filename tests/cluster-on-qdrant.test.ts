import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  qdrantBinaryMissing,
  startQdrant,
  type OwnQdrantServer,
} from '@personate/knowledge-qdrant/testing';
import { redisMissing } from '@personate/queues/testing';
import { canTestPostgres } from '@personate/records/testing';
import { startCluster, type Cluster } from './harness/cluster.ts';
import { eventually } from './harness/eventually.ts';

const postgresUrl = process.env['PERSONATE_TEST_POSTGRES_URL'];
const what = 'the services as processes of their own over Qdrant';
const missing = (await redisMissing()) ?? qdrantBinaryMissing();
if (missing !== null) process.stderr.write(`\nSKIPPED: ${what}: NOT tested, ${missing}.\n\n`);
const possible =
  (await canTestPostgres(what, { url: postgresUrl, extension: 'vector' })) && missing === null;

interface Found {
  results: Array<{ documentId: string; passageId: string; text: string }>;
}
const personas = ['anna', 'bert'] as const;
type Persona = (typeof personas)[number];
const askers = { stranger: [], sister: ['family'], doctor: ['clinic'] } as const;
type Asker = keyof typeof askers;

/** The same ids, sources and groups in both; what they say contradicts. */
const linesOf = (name: Persona) => {
  const [town, sum, knee] = name === 'anna' ? ['Aalborg', 'five', 'left'] : ['Bergen', 'nine', 'right']; // prettier-ignore
  return [
    { id: 'born', text: `I was born in ${town}, by the harbour, in a cold winter.` },
    { id: 'debt', text: `My debt to my brother is ${sum} thousand crowns since the winter in ${town}.`, audience: ['family'] }, // prettier-ignore
    { id: 'knee', text: `My ${knee} knee was operated on in ${town} in the winter.`, audience: ['clinic'] }, // prettier-ignore
  ];
};
const sees: Record<Asker, string[]> = {
  stranger: ['born'],
  sister: ['born', 'debt'],
  doctor: ['born', 'knee'],
};

(possible ? describe : describe.skip)(what, () => {
  let qdrant: OwnQdrantServer;
  let cluster: Cluster;
  const keys = new Map<Asker, string>();
  beforeAll(async () => {
    qdrant = await startQdrant();
    cluster = await startCluster({
      postgresUrl,
      // The gateway gets neither the key nor the address: it has a token a persona, and the row says where.
      env: { PERSONATE_KNOWLEDGE_STORE: 'qdrant' },
      envOf: { ingestion: { QDRANT_URL: qdrant.url, QDRANT_API_KEY: qdrant.apiKey } },
    });
    for (const [name, audience] of Object.entries(askers)) {
      const { key } = await cluster.call<{ key: string }>('POST', '/v1/keys', {
        name,
        scopes: ['chat'],
        audience,
      });
      keys.set(name as Asker, key);
    }
  }, 240_000);
  afterAll(async () => {
    await cluster?.stop();
    await qdrant?.stop();
  }, 60_000);

  const upload = async (persona: string, lines: readonly object[]) => {
    const form = new FormData();
    form.set('source', 'notes');
    form.set('stance', 'by');
    form.set('file', new Blob([lines.map((line) => JSON.stringify(line)).join('\n')]), 'n.jsonl');
    const path = `/v1/personas/${persona}/ingestions`;
    return (await cluster.call<{ ingestionId: string }>('POST', path, form)).ingestionId;
  };
  const finished = (persona: string, ingestionId: string) =>
    eventually('the ingestion is done', 180_000, async () => {
      const job = await cluster.call<{ status: string; error: unknown; report: { added: number } }>(
        'GET',
        `/v1/personas/${persona}/ingestions/${ingestionId}`,
      );
      expect([job.status, job.error]).not.toEqual(['failed', expect.anything()]);
      return job.status === 'done' ? job : undefined;
    });
  const search = (persona: Persona, asker: Asker) =>
    cluster.call<Found>(
      'GET',
      `/v1/personas/${persona}/knowledge/search?k=20&q=winter`,
      undefined,
      keys.get(asker),
    );
  const askQdrant = async (path: string, body?: object, key = qdrant.apiKey) =>
    fetch(`${qdrant.url}/collections${path}`, {
      headers: { 'api-key': key, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
  const collections = async (): Promise<string[]> => {
    const { result } = (await (await askQdrant('')).json()) as {
      result: { collections: Array<{ name: string }> };
    };
    return result.collections.map(({ name }) => name).toSorted();
  };

  it('ingestion makes a collection for each persona, and the gateway answers from it without a key', async () => {
    for (const persona of personas)
      await cluster.call('POST', '/v1/personas', {
        id: persona,
        name: persona,
        subject: { kind: 'fictional' },
        disclosure: 'A synthetic persona.',
      });
    const jobs = await Promise.all(
      personas.map(async (persona) => [persona, await upload(persona, linesOf(persona))] as const),
    );
    for (const [persona, job] of jobs) expect((await finished(persona, job)).report.added).toBe(3);
    expect(await collections()).toEqual([0, 1].map(() => expect.stringMatching(/^p_[0-9a-f]{32}_g1$/))); // prettier-ignore
    const answer = await cluster.call<{
      choices: Array<{ message: { content: string } }>;
      personate: { citations: Array<{ documentId: string }> };
    }>('POST', '/v1/chat/completions', {
      model: 'bert',
      messages: [{ role: 'user', content: 'Where were you born?' }],
    });
    expect(answer.personate.citations.map(({ documentId }) => documentId)).toEqual(['born']);
    expect(answer.choices[0]?.message.content).toContain('Bergen');
  }, 240_000);

  it('of contradictory facts under the same ids each persona knows its own, and each asker what is for them', async () => {
    for (const persona of personas)
      for (const asker of Object.keys(askers) as Asker[]) {
        const { results } = await search(persona, asker);
        const found = results.map(({ documentId }) => documentId).toSorted();
        expect([persona, asker, found]).toEqual([persona, asker, sees[asker]]);
        expect(JSON.stringify(results)).not.toContain(persona === 'anna' ? 'Bergen' : 'Aalborg');
        expect(JSON.stringify(results)).toContain(persona === 'anna' ? 'Aalborg' : 'Bergen');
      }
  });

  it('a passage page opens by its own persona, to whom it is for', async () => {
    const { results } = await search('anna', 'sister');
    const secret = results.find(({ documentId }) => documentId === 'debt')?.passageId ?? '';
    const page = (persona: Persona, asker: Asker) =>
      cluster.call(
        'GET',
        `/v1/personas/${persona}/knowledge/passages/${secret}`,
        undefined,
        keys.get(asker),
      );
    expect(JSON.stringify(await page('anna', 'sister'))).toContain('five thousand');
    await expect(page('anna', 'doctor')).rejects.toThrow(/: 404 /);
    await expect(page('bert', 'sister')).rejects.toThrow(/: 404 /);
  });

  it('the token in a persona’s row is refused by Qdrant on the other one’s collection', async () => {
    const rows = await cluster.rows<{ collection: string; read_token: string }>(
      'select collection, read_token from records.knowledge_generation order by persona_id',
    );
    const [anna, bert] = rows;
    const scroll = async (token: string | undefined, collection: string | undefined) => {
      const answer = await askQdrant(`/${collection}/points/scroll`, { limit: 9 }, token ?? '');
      return { status: answer.status, text: await answer.text() };
    };
    expect(await scroll(anna?.read_token, anna?.collection)).toMatchObject({
      status: 200,
      text: expect.stringContaining('Aalborg'),
    });
    const refused = await scroll(anna?.read_token, bert?.collection);
    expect(refused.status).toBe(403);
    expect(refused.text).not.toContain('Bergen');
  });

  it('Qdrant and ingestion killed in the middle of an ingestion: it ends all the same, once', async () => {
    const many = Array.from({ length: 300 }, (_, i) => ({
      id: `day-${i}`,
      text: `On day ${i} of the voyage I wrote the wind and the course into the log.`,
    }));
    const job = await upload('anna', many);
    await qdrant.kill('SIGKILL');
    await expect(search('anna', 'stranger')).rejects.toThrow('knowledge.store-unreachable');
    await qdrant.start();
    await cluster.restart('ingestion');
    expect((await finished('anna', job)).report.added).toBe(300);
    const [collection] = (await cluster.rows<{ collection: string }>(`select collection from records.knowledge_generation where persona_id = 'anna'`)); // prettier-ignore
    const counted = await askQdrant(`/${collection?.collection}/points/count`, {});
    expect(await counted.json()).toMatchObject({ result: { count: 303 } });
    expect(JSON.stringify(await search('bert', 'stranger'))).toContain('Bergen');
  }, 240_000);

  it('no service says the key, a token or the text of a person', () => {
    for (const service of ['gateway', 'ingestion', 'evolution'] as const) {
      expect(cluster.output(service)).not.toContain(qdrant.apiKey);
      expect(cluster.output(service)).not.toMatch(/eyJ[\w-]+\.eyJ|Aalborg|Bergen/);
    }
  });
});
