import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFakeApi, problem, type Route } from './support/fake-api.ts';
import { run } from './support/run.ts';
import { citation, completion, extension, id } from './support/samples.ts';

const probes = fileURLToPath(new URL('./support/probes.yaml', import.meta.url));
const argv = ['probe', 'ada', '--file', probes];
const chat = 'POST /v1/chat/completions';

/** Answers by what the question holds: the ids that it cites, or null to decline. */
const answering =
  (rules: ReadonlyArray<[RegExp, string[] | null]>): Route =>
  ({ body }) => {
    const { messages } = JSON.parse(body) as { messages: Array<{ content: string }> };
    const cited = rules.find(([pattern]) => pattern.test(messages[0]?.content ?? ''))?.[1] ?? null;
    return completion('Hm.', {
      ...extension,
      decision: cited === null ? 'declined' : 'partly',
      citations: (cited ?? []).map((documentId) => ({ ...citation, documentId })),
    });
  };
const good: ReadonlyArray<[RegExp, string[] | null]> = [
  [/moor/, ['x', 'other']],
  [/dog/, ['dogs/biscuit']],
];

describe('probe', () => {
  it('passes what cites one of the documents and declines the rest', async () => {
    await using api = await openFakeApi({ [chat]: answering(good) });
    const ran = await run(argv, { url: api.url });
    expect(ran).toMatchObject({
      exitCode: 0,
      out: '100.0 %  2 of 2 answered as they must be\n100.0 %  2 of 2 declined as they must be\n',
    });
  });

  it.each([
    ['cites another document', [[/moor/, ['x']], ...good], '50.0 %  1 of 2 answered'],
    ['declines what it must answer', [[/moor/, null], ...good], '50.0 %  1 of 2 answered'],
    ['answers what it must decline', [[/tin/, ['x']], ...good], '50.0 %  1 of 2 declined'],
  ] as Array<[string, Array<[RegExp, string[] | null]>, string]>)(
    'fails when it %s',
    async (_what, rules, rate) => {
      await using api = await openFakeApi({ [chat]: answering(rules) });
      const ran = await run(argv, { url: api.url });
      expect(ran.exitCode).toBe(1);
      expect(ran.out).toContain(rate);
      expect(ran.out.match(/^FAIL/gm)).toHaveLength(1);
      expect((await run([...argv, '--least', '0.5'], { url: api.url })).exitCode).toBe(0);
    },
  );

  it('says that there are none, and that there is no such persona', async () => {
    const path = 'GET /v1/personas/ada/files/probes.yaml';
    const of = async (code: string) => {
      await using api = await openFakeApi({
        [path]: (_seen, response) => problem(response, 404, code, 'There is none.'),
      });
      return (await run(['probe', 'ada', '--json'], { url: api.url })).json();
    };
    expect(await of('file.missing')).toMatchObject({ error: { code: 'cli.probes-missing' } });
    expect(await of('persona.missing')).toMatchObject({ error: { code: 'persona.missing' } });
  });

  it('shows those that pass when it is asked to, and all of them as JSON', async () => {
    await using api = await openFakeApi({ [chat]: answering(good) });
    const verbose = await run([...argv, '--verbose'], { url: api.url });
    expect(verbose.out.match(/^pass/gm)).toHaveLength(4);
    const told = (await run([...argv, '--json'], { url: api.url })).json();
    expect(told).toMatchObject({
      passed: true,
      answer: { passed: 2, of: 2, rate: 1 },
      results: [{ question: 'Where did you moor?', cited: ['x', 'other'] }, {}, {}, {}],
    });
  });

  it('asks as nobody, each in a conversation that is deleted afterwards', async () => {
    await using api = await openFakeApi({ [chat]: answering(good) });
    await run(argv, { url: api.url });
    const chats = api.seen.filter(({ line }) => line === chat);
    expect(chats).toHaveLength(4);
    for (const { body } of chats) {
      expect(JSON.parse(body)).not.toHaveProperty('user');
      expect(JSON.parse(body)).not.toHaveProperty('personate');
    }
    const deleted = api.lines().filter((line) => line === `DELETE /v1/conversations/${id}`);
    expect(deleted).toHaveLength(4);
  });

  it('fails as a whole when a question cannot be asked', async () => {
    await using api = await openFakeApi({
      [chat]: (_seen, response) => problem(response, 429, 'rate.exceeded', 'Too many.'),
    });
    const ran = await run(argv, { url: api.url });
    expect(ran).toMatchObject({ exitCode: 1, out: '' });
    expect(ran.err).toContain('code: rate.exceeded');
  });

  it('asks the probes that came with a pack, where there is no file', async () => {
    await using api = await openFakeApi({
      'GET /v1/personas/ada/files/probes.yaml': () => readFileSync(probes, 'utf8'),
    });
    const ran = await run(['probe', 'ada', '--least', '0'], { url: api.url });
    expect(ran.exitCode).toBe(0);
    expect(api.lines()[0]).toBe('GET /v1/personas/ada/files/probes.yaml');
    expect(api.lines().filter((line) => line.startsWith('POST /v1/chat')).length).toBeGreaterThan(
      0,
    );
  });

  it('finds the probes of a persona that comes with the repository', async () => {
    const root = await mkdtemp(join(tmpdir(), 'cli-probes-'));
    await mkdir(join(root, 'personas-data/ada'), { recursive: true });
    await writeFile(
      join(root, 'personas-data/ada/probes.yaml'),
      'answer: []\ndecline: [{question: Q}]',
    );
    await using api = await openFakeApi({ [chat]: answering([]) });
    expect((await run(['probe', 'ada'], { url: api.url, root })).out).toContain('1 of 1 declined');
    await rm(root, { recursive: true });
    expect((await run(['probe', 'ada'], { url: api.url, root })).err).toContain(
      'cli.probes-missing',
    );
  });

  it.each(['answer: [', 'answer: 1\ndecline: []', 'answer: []\ndecline: []', '- x'])(
    'refuses a file that holds no probes: %j',
    async (text) => {
      await using api = await openFakeApi();
      const ran = await run(['probe', 'ada', '--file', '-'], { url: api.url, input: text });
      expect(ran.exitCode).toBe(1);
      expect(ran.err).toContain('code: cli.probes-invalid');
    },
  );
});
