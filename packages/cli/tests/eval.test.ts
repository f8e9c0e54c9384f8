import { describe, expect, it } from '@jest/globals';
import { evaluationSchema } from '@personate/contracts';
import { startScriptedEndpoint } from '@personate/language/testing';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFakeApi, problem, type Route } from './support/fake-api.ts';
import { passage } from './support/knowledge-samples.ts';
import { run } from './support/run.ts';
import { citation, completion, extension } from './support/samples.ts';

const probes = fileURLToPath(new URL('./support/probes.yaml', import.meta.url));
const argv = ['eval', 'ada', '--file', probes, '--only', 'probes'];

/** Answers what it must, and declines only some of what it must. */
const chat: Route = ({ body }) => {
  const { messages } = JSON.parse(body) as { messages: Array<{ content: string }> };
  const asked = messages[0]?.content ?? '';
  const cited = /moor|dog/.test(asked) ? [asked.includes('moor') ? 'other' : 'dogs/biscuit'] : null;
  const isDeclined = cited === null && !asked.includes('tin');
  return completion('Hm.', {
    ...extension,
    decision: isDeclined ? 'declined' : 'answered',
    citations: (cited ?? []).map((documentId) => ({ ...citation, documentId })),
  });
};
const routes = { 'POST /v1/chat/completions': chat };

it('measures what was asked for, writes both reports, and compares with an earlier one', async () => {
  await using api = await openFakeApi(routes);
  const folder = await mkdtemp(join(tmpdir(), 'personate-eval-'));
  try {
    const [out, html] = [join(folder, 'now.json'), join(folder, 'now.html')];
    const first = await run([...argv, '--out', out], { url: api.url });
    expect(first).toMatchObject({ exitCode: 0 });
    expect(first.out).toMatch(/50\.0 %\s+1 of 2 .*probes\.declined/u);
    const report = evaluationSchema.parse(JSON.parse(await readFile(out, 'utf8')));
    expect(report.parts.map(({ name }) => name)).toEqual(['probes']);
    const second = await run([...argv, '--html', html, '--against', out], { url: api.url });
    expect(second.out).toContain('within chance');
    expect(await readFile(html, 'utf8')).toContain('<h2>Compared</h2>');
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('goes on from the replies that were kept, and asks fewer where that is wanted', async () => {
  let asked = 0;
  let isDown = true;
  const failing: Route = (_seen, response) => {
    asked += 1;
    if (isDown && asked === 3) return problem(response, 500, 'internal', 'Down.');
    return completion('Hm.', extension);
  };
  await using api = await openFakeApi({ ...routes, 'POST /v1/chat/completions': failing });
  const folder = await mkdtemp(join(tmpdir(), 'personate-eval-'));
  try {
    const kept = [...argv, '--resume', join(folder, 'replies.jsonl')];
    expect(await run(kept, { url: api.url })).toMatchObject({ exitCode: 1 });
    expect(asked).toBe(3);
    isDown = false;
    expect(await run(kept, { url: api.url })).toMatchObject({ exitCode: 0 });
    // Two of the four stood there.
    expect(asked).toBe(5);
    await run([...argv, '--most', '1'], { url: api.url });
    expect(asked).toBe(7);
    const other = await run([...kept, '--of-version', '1'], { url: api.url });
    expect(other).toMatchObject({ exitCode: 1 });
    expect(other.err).toContain('are of another version');
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('keeps the reply that comes after one that a kill cut off', async () => {
  let asked = 0;
  const counted: Route = () => {
    asked += 1;
    return completion('Hm.', extension);
  };
  await using api = await openFakeApi({ ...routes, 'POST /v1/chat/completions': counted });
  const folder = await mkdtemp(join(tmpdir(), 'personate-eval-'));
  try {
    const file = join(folder, 'replies.jsonl');
    const kept = [...argv, '--resume', file];
    await run(kept, { url: api.url });
    const lines = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, `${lines.slice(0, 3).join('\n')}\n${lines[3]?.slice(0, 40)}`);
    asked = 0;
    await run(kept, { url: api.url });
    // Two of the four stood there whole.
    expect(asked).toBe(2);
    await run(kept, { url: api.url });
    expect(asked).toBe(2);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('tells how often the model gave nothing, and asks for those replies again', async () => {
  let asked = 0;
  const failed: Route = () => {
    asked += 1;
    return completion('Hm.', { ...extension, reason: 'model-failed', model: undefined });
  };
  await using api = await openFakeApi({ ...routes, 'POST /v1/chat/completions': failed });
  const folder = await mkdtemp(join(tmpdir(), 'personate-eval-'));
  try {
    const kept = [...argv, '--resume', join(folder, 'replies.jsonl')];
    const ran = await run(kept, { url: api.url });
    expect(ran.out).toContain('For 4 replies the model gave nothing');
    await run(kept, { url: api.url });
    expect(asked).toBe(8);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('fails when a rate is lower than was wanted, or was not measured', async () => {
  await using api = await openFakeApi(routes);
  const low = await run([...argv, '--least', 'probes.declined=0.9'], { url: api.url });
  expect(low).toMatchObject({ exitCode: 1 });
  expect(low.out).toContain('FAIL probes.declined: 50.0 %, at least 90.0 % was wanted');
  const absent = await run([...argv, '--least', 'time.known=0.5'], { url: api.url });
  expect(absent).toMatchObject({ exitCode: 1 });
  expect(absent.out).toContain('FAIL time.known: not measured');
  const fine = await run([...argv, '--least', 'probes.answered=0.9'], { url: api.url });
  expect(fine).toMatchObject({ exitCode: 0 });
});

it('says what is wrong with a report that it cannot compare with, before it asks anything', async () => {
  await using api = await openFakeApi(routes);
  const folder = await mkdtemp(join(tmpdir(), 'personate-eval-'));
  try {
    const file = join(folder, 'other.json');
    await writeFile(file, '{"parts":1}');
    const ran = await run([...argv, '--against', file], { url: api.url });
    expect(ran).toMatchObject({ exitCode: 1 });
    expect(ran.err).toContain('is no report of an evaluation');
    expect(api.lines()).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

describe('what readers guessed', () => {
  const guesses = {
    testId: '5f0f2c52-6f0a-4c1e-9a53-0c9b0d0f6d11',
    personaId: 'ada',
    version: 3,
    speaker: 'extractive',
    guessedAt: '2026-01-01T00:00:00.000Z',
    guesses: [
      { own: 'I row.', reply: 'I rowed.', right: true },
      { own: 'I sew.', reply: 'I sewed.', right: false },
      { own: 'I knit.', reply: 'I knitted.', right: false },
    ],
  };
  const withFile = async (content: object, work: (file: string) => Promise<void>) => {
    const folder = await mkdtemp(join(tmpdir(), 'personate-eval-'));
    try {
      const file = join(folder, 'guesses.json');
      await writeFile(file, JSON.stringify(content));
      await work(file);
    } finally {
      await rm(folder, { recursive: true });
    }
  };
  const only = ['eval', 'ada', '--file', probes, '--only', 'blind'];

  it('is part of the report, a file that is named twice once', async () => {
    await using api = await openFakeApi(routes);
    await withFile(guesses, async (file) => {
      const ran = await run([...only, '--blind', file, '--blind', file], { url: api.url });
      expect(ran.out).toMatch(/66\.7 %\s+2 of 3 .*blind\.replies taken for its own texts/u);
    });
  });

  it('is refused where it was guessed of another version, or is no such file', async () => {
    await using api = await openFakeApi(routes);
    await withFile({ ...guesses, version: 2 }, async (file) => {
      const ran = await run([...only, '--blind', file], { url: api.url });
      expect(ran.err).toContain('is of ada, version 2; what is measured is ada, version 3');
    });
    await withFile({}, async (file) => {
      const ran = await run([...only, '--blind', file], { url: api.url });
      expect(ran.err).toContain('is nothing that a reader of a blind test saved');
    });
  });
});

it('asks no judge unless one is named, and says which rates are its opinion', async () => {
  await using endpoint = await startScriptedEndpoint([
    { type: 'text', text: '{"why":"Fine.","answers":true,"borneOut":false,"candid":true}' },
  ]);
  const passages = { 'GET /v1/personas/ada/knowledge/passages/:id': () => passage };
  await using api = await openFakeApi({ ...routes, ...passages });
  const options = { url: api.url, env: { OPENAI_BASE_URL: endpoint.baseUrl } };
  const cited = ['eval', 'ada', '--file', probes, '--only', 'citations'];
  const without = await run(cited, options);
  expect(without).toMatchObject({ exitCode: 0 });
  expect(without.out).not.toContain('judge');
  expect(endpoint.requests).toEqual([]);
  const judged = await run([...cited, '--judge', 'scripted'], options);
  expect(judged.out).toMatch(/0\.0 %.*citations\.everything borne out, by the judge/u);
  expect(judged.out).toContain('A model’s opinion: everything borne out, by the judge');
});
