import { describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { openFakeApi, problem, type FakeApi } from './support/fake-api.ts';
import { run } from './support/run.ts';
import { id, proposal, version } from './support/samples.ts';

const sent = (api: FakeApi, line: string) => api.seen.find((one) => one.line === line);
const yaml = fileURLToPath(new URL('./support/ada.yaml', import.meta.url));

describe('persona create', () => {
  it('makes a minimal one of a name', async () => {
    await using api = await openFakeApi();
    await run(['persona', 'create', 'ada', '--name', 'Ada'], { url: api.url });
    expect(JSON.parse(sent(api, 'POST /v1/personas')?.body ?? '')).toEqual({
      id: 'ada',
      name: 'Ada',
    });
  });

  it('sends a file as it stands', async () => {
    await using api = await openFakeApi();
    const input = '# mine\nid: ada\nname: Ada\n';
    await run(['persona', 'create', 'ada', '--file', '-'], { url: api.url, input });
    const request = sent(api, 'POST /v1/personas');
    expect(request?.headers['content-type']).toBe('application/yaml');
    expect(request?.body).toBe(input);
  });

  it('adds to a file what the command line says', async () => {
    await using api = await openFakeApi();
    const argv = ['persona', 'create', 'ada', '--name', 'Ada L.', '--file', '-'];
    await run(argv, { url: api.url, input: '# mine\nname: Ada\n' });
    expect(sent(api, 'POST /v1/personas')?.body).toBe('# mine\nname: Ada L.\nid: ada\n');
  });

  it('keeps as the basis that one says it is oneself', async () => {
    await using api = await openFakeApi();
    const argv = ['persona', 'create', 'ada', '--name', 'Ada', '--subject', 'self'];
    await run(argv, { url: api.url });
    expect(JSON.parse(sent(api, 'POST /v1/personas')?.body ?? '')).toMatchObject({
      subject: { kind: 'self' },
      consent: { basis: expect.stringContaining('I am this person') },
    });
  });

  it('takes a real person’s consent whole, or later', async () => {
    await using api = await openFakeApi();
    const real = ['persona', 'create', 'ada', '--name', 'Ada', '--subject', 'real'];
    const half = await run([...real, '--consent-basis', 'Asked.'], { url: api.url });
    expect(half.exitCode).toBe(2);
    const whole = [...real, '--consent-basis', 'Asked.', '--consent-evidence', 'Her letter.'];
    for (const argv of [whole, real]) await run(argv, { url: api.url });
    const bodies = api.seen
      .filter(({ line }) => line === 'POST /v1/personas')
      .map(({ body }) => JSON.parse(body) as object);
    const made = { id: 'ada', name: 'Ada', subject: { kind: 'real' } };
    expect(bodies).toEqual([
      { ...made, consent: { basis: 'Asked.', evidence: 'Her letter.' } },
      made,
    ]);
  });

  it('says so when what was made may not answer yet', async () => {
    const document = { ...version.document, subject: { kind: 'real' } };
    await using api = await openFakeApi({
      'POST /v1/personas': () => ({ ...version, document }),
    });
    const ran = await run(['persona', 'create', 'ada', '--name', 'Ada'], { url: api.url });
    expect(ran.err).toContain('personate persona consent give ada');
  });

  it('refuses a file of somebody else', async () => {
    await using api = await openFakeApi();
    const ran = await run(['persona', 'create', 'bob', '--file', yaml], { url: api.url });
    expect(ran.exitCode).toBe(2);
    expect(api.lines()).toEqual([]);
  });

  it('leaves it to the server to say what is wrong with a YAML', async () => {
    await using api = await openFakeApi({
      'POST /v1/personas': (_seen, response) =>
        problem(response, 400, 'persona.yaml-invalid', 'Line 1: no.'),
    });
    const argv = ['persona', 'create', 'ada', '--file', '-'];
    const ran = await run(argv, { url: api.url, input: 'id: [' });
    expect(ran.err).toContain('error: Line 1: no.');
    expect(sent(api, 'POST /v1/personas')?.body).toBe('id: [');
  });
});

describe('persona edit', () => {
  it('appends to the version that it found, and shows the change', async () => {
    await using api = await openFakeApi();
    const argv = ['persona', 'edit', 'ada', '--file', yaml, '--note', 'Warmer.'];
    const ran = await run(argv, { url: api.url });
    expect(sent(api, 'PUT /v1/personas/ada?note=Warmer.')?.headers['if-match']).toBe('"3"');
    expect(ran.out).toContain('persona.traits[patience].strength\n  - 0.5\n  + 0.55\n');
  });

  it('appends to the version that is named only', async () => {
    await using api = await openFakeApi();
    await run(['persona', 'edit', 'ada', '--file', yaml, '--head', '2'], { url: api.url });
    expect(sent(api, 'PUT /v1/personas/ada')?.headers['if-match']).toBe('"2"');
  });
});

describe('persona accept', () => {
  it('takes the open proposal', async () => {
    await using api = await openFakeApi();
    const ran = await run(['persona', 'accept', 'ada'], { url: api.url });
    expect(ran.exitCode).toBe(0);
    expect(api.lines()).toContain(`POST /v1/personas/ada/proposals/${id}/accept?force=false`);
  });

  it.each([
    [[], 'cli.no-proposal'],
    [[proposal, { ...proposal, proposalId: id.replace(/1$/, '2') }], 'cli.proposal-unstated'],
  ])('accepts nothing that was not meant', async (items, code) => {
    await using api = await openFakeApi({ 'GET /v1/personas/ada/proposals': () => ({ items }) });
    const ran = await run(['persona', 'accept', 'ada'], { url: api.url });
    expect(ran.exitCode).toBe(1);
    expect(ran.err).toContain(`code: ${code}`);
    expect(api.lines()).toEqual(['GET /v1/personas/ada/proposals?status=open']);
  });
});

describe('persona diff', () => {
  it('shows the open proposal first', async () => {
    await using api = await openFakeApi();
    const ran = await run(['persona', 'diff', 'ada'], { url: api.url });
    expect(ran.out).toContain('Drafted from 12 documents.');
    expect(ran.out).toContain('personate persona accept ada');
  });

  it('compares the newest version with the one before when nothing is open', async () => {
    await using api = await openFakeApi({
      'GET /v1/personas/ada/proposals': () => ({ items: [] }),
    });
    const ran = await run(['persona', 'diff', 'ada'], { url: api.url });
    expect(ran.out).toContain('Version 2 to 3');
    expect(api.lines()).toContain('GET /v1/personas/ada/versions/2/diff/3');
  });
});

it('persona export prints nothing but the YAML', async () => {
  await using api = await openFakeApi();
  const ran = await run(['persona', 'export', 'ada'], { url: api.url });
  expect(ran).toMatchObject({ exitCode: 0, out: 'id: ada\nname: Ada\n', err: '' });
});

it('knowledge search explains each score', async () => {
  await using api = await openFakeApi();
  const argv = ['knowledge', 'search', 'ada', 'quay?', '-k', '3', '--explain'];
  const ran = await run(argv, { url: api.url });
  expect(api.lines()).toEqual(['GET /v1/personas/ada/knowledge/search?q=quay%3F&k=3']);
  expect(ran.out).toContain('1.  1.500  2020-05  notes › boats/elin  by Ada');
  expect(ran.out).toMatch(/lexical +█{13}░{7} {2}1\.000\n +dense +█{7}░{13} {2}0\.500/);
});

it('login puts the token where no server log sees it', async () => {
  await using api = await openFakeApi();
  const ran = await run(['login'], { url: api.url });
  expect(ran.out).toBe(`${api.url}/#token=login.t\n`);
});

it('keys create sends what the key may do', async () => {
  await using api = await openFakeApi();
  const argv = ['keys', 'create', '--name', 'web', '--scope', 'chat', 'review'];
  await run([...argv, '--persona', 'ada,bob', '--vouches-for-user'], { url: api.url });
  expect(JSON.parse(sent(api, 'POST /v1/keys')?.body ?? '')).toEqual({
    name: 'web',
    scopes: ['chat', 'review'],
    personas: ['ada', 'bob'],
    audience: [],
    vouchesForUser: true,
    inlineCitations: false,
  });
});

it('memories --forget deletes that memory of that user', async () => {
  await using api = await openFakeApi();
  await run(['memories', 'ada', '--user', 'anna', '--forget', id], { url: api.url });
  expect(api.lines()).toEqual([`DELETE /v1/personas/ada/memories/${id}?user=anna`]);
});
