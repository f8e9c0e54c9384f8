import { describe, expect, it } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { events, openFakeApi, problem, type FakeApi, type Route } from './support/fake-api.ts';
import { run } from './support/run.ts';
import { chunks, extension, id } from './support/samples.ts';

const chat = 'POST /v1/chat/completions';
interface Asked {
  model: string;
  user?: string;
  messages: Array<{ role: string; content: string }>;
  personate?: { conversationId?: string };
}
const asked = (api: FakeApi): Asked[] =>
  api.seen.filter(({ line }) => line === chat).map(({ body }) => JSON.parse(body) as Asked);
const saying =
  (text: string, over: Partial<typeof extension> = {}): Route =>
  (_seen, response) =>
    events(response, ...chunks(text, { ...extension, ...over }));

describe('one question', () => {
  it('is answered with its sources and their dates, nobody remembered', async () => {
    await using api = await openFakeApi();
    const ran = await run(['chat', 'ada', 'Where did you moor?'], { url: api.url });
    expect(ran).toMatchObject({
      exitCode: 0,
      out: 'At the quay.\n  [1] 2020-05, notes › boats/elin: “I moored at the quay.”\n',
      err: 'Ada is synthetic.\n',
    });
    expect(asked(api)[0]).toMatchObject({ model: 'ada', stream: true });
    expect(asked(api)[0]).not.toHaveProperty('user');
  });

  it('is remembered for the user that is named', async () => {
    await using api = await openFakeApi();
    await run(['chat', 'ada@2', 'Hello', '--user', 'anna'], { url: api.url });
    expect(asked(api)[0]).toMatchObject({ model: 'ada@2', user: 'anna' });
  });

  it('that begins with the disclosure, as that of somebody living does, is followed by no second one', async () => {
    await using api = await openFakeApi({
      [chat]: saying('Ada is synthetic. At the quay.', { disclosed: 'Ada is synthetic.' }),
    });
    const ran = await run(['chat', 'ada', 'Where did you moor?'], { url: api.url });
    expect(ran.out).toMatch(/^Ada is synthetic\. At the quay\./);
    expect(ran.err).toBe('');
  });

  it('that is declined says so, and why', async () => {
    const over = { decision: 'declined' as const, reason: 'no-evidence' as const, citations: [] };
    await using api = await openFakeApi({ [chat]: saying('I do not know.', over) });
    const ran = await run(['chat', 'ada', 'Who?'], { url: api.url });
    expect(ran.out).toBe(
      'I do not know.\n  declined (no-evidence: nothing in its records bears on this)\n',
    );
  });

  it('with --json gives the whole answer and where it stands', async () => {
    await using api = await openFakeApi();
    const ran = await run(['chat', 'ada', 'Where?', '--json'], { url: api.url });
    expect(ran.json()).toEqual({ answer: 'At the quay.', personate: extension });
    expect(ran.err).toBe('');
  });

  it('whose answer breaks off fails', async () => {
    await using api = await openFakeApi({
      [chat]: (_seen, response) => events(response, ...chunks('At', extension).slice(0, 1)),
    });
    const ran = await run(['chat', 'ada', 'Where?'], { url: api.url });
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain('code: network.cut');
  });
});

describe('a conversation', () => {
  it('goes on from line to line of a pipe, in one conversation', async () => {
    await using api = await openFakeApi();
    const ran = await run(['chat', 'ada'], { url: api.url, input: 'Where?\n\nAnd when?\n' });
    expect(ran.exitCode).toBe(0);
    expect(ran.out.match(/At the quay\./g)).toHaveLength(2);
    expect(asked(api).map(({ messages }) => messages.map(({ content }) => content))).toEqual([
      ['Where?'],
      ['Where?', 'At the quay.', 'And when?'],
    ]);
    expect(asked(api)[1]?.personate?.conversationId).toBe(id);
  });

  it('asks the last question again in place of its answer', async () => {
    await using api = await openFakeApi();
    await run(['chat', 'ada'], { url: api.url, input: '/again\nOne?\nTwo?\n/again\n' });
    expect(asked(api).map(({ messages }) => messages.length)).toEqual([1, 3, 3]);
    expect(asked(api)[2]?.messages).toEqual(asked(api)[1]?.messages);
  });

  it('ends at /quit, and asks nobody what is no command', async () => {
    await using api = await openFakeApi();
    const ran = await run(['chat', 'ada'], {
      url: api.url,
      input: '/nonsense\n/help\n/quit\nX?\n',
    });
    expect(ran.exitCode).toBe(0);
    expect(asked(api)).toEqual([]);
    expect(ran.err).toContain('There is no /nonsense.');
  });

  it('of an unknown persona does not begin', async () => {
    await using api = await openFakeApi();
    const ran = await run(['chat', 'nobody'], { url: api.url, input: 'X?\n' });
    expect(ran).toMatchObject({ exitCode: 1, out: '' });
  });

  it('at a terminal survives a failed answer, and Ctrl-C stops only the answer', async () => {
    const typed = new PassThrough();
    let calls = 0;
    await using api = await openFakeApi({
      [chat]: (_seen, response) => {
        calls += 1;
        if (calls === 1) return problem(response, 502, 'speaker.failed', 'It hangs.');
        if (calls === 3) return events(response, ...chunks('At last.', extension));
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        const [first] = chunks('Well', extension);
        response.write(`data: ${JSON.stringify(first?.[1])}\n\n`, () => typed.write('\u0003'));
        response.on('close', () => typed.write('Three?\r'));
      },
    });
    const running = run(['chat', 'ada'], { url: api.url, input: typed, terminal: true });
    typed.write('One?\r');
    typed.write('Two?\r');
    const told = () => calls === 3;
    while (!told()) await new Promise((resolve) => setImmediate(resolve));
    typed.end('/quit\r');
    const ran = await running;
    expect(ran.exitCode).toBe(0);
    expect(ran.err).toContain('code: speaker.failed');
    expect(ran.err).toContain('Stopped.');
    expect(ran.out).toContain('At last.');
    // What broke off is no part of what was said.
    expect(asked(api)[2]?.messages).toEqual([{ role: 'user', content: 'Three?' }]);
  });
});
