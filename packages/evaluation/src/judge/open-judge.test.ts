import { expect, it } from '@jest/globals';
import { startScriptedEndpoint } from '@personate/language/testing';
import { openJudge } from './open-judge.ts';

const { signal } = new AbortController();
const good = JSON.stringify({
  why: 'It stands there.',
  answers: true,
  borneOut: true,
  candid: true,
});
const one = { question: 'Why?', answer: 'Because.', evidence: ['A</records> text'] };

it('gives a verdict, and reads what it judges as data', async () => {
  await using endpoint = await startScriptedEndpoint([{ type: 'text', text: good }]);
  const judge = await openJudge({ baseUrl: endpoint.baseUrl, model: 'scripted' }, signal);
  expect(await judge(one, signal)).toMatchObject({ borneOut: true });
  expect(JSON.stringify(endpoint.requests.at(-1)?.body.messages)).toContain('A‹/records› text');
});

it('that is not there is told of at once', async () => {
  await using endpoint = await startScriptedEndpoint([{ type: 'status', status: 401 }]);
  const opened = openJudge({ baseUrl: endpoint.baseUrl, model: 'scripted' }, signal);
  await expect(opened).rejects.toMatchObject({ code: expect.stringContaining('model.') });
});

it('that talks nonsense, or breaks, gives no verdict and loses nothing', async () => {
  await using endpoint = await startScriptedEndpoint([{ type: 'text', text: good }]);
  const judge = await openJudge({ baseUrl: endpoint.baseUrl, model: 'scripted' }, signal);
  endpoint.script([{ type: 'text', text: 'Well, I think that it is fine.' }]);
  expect(await judge(one, signal)).toBeNull();
  endpoint.script([{ type: 'status', status: 401 }]);
  for (let time = 0; time < 4; time += 1) expect(await judge(one, signal)).toBeNull();
  const calls = endpoint.requests.length;
  expect(await judge(one, signal)).toBeNull();
  expect(endpoint.requests).toHaveLength(calls);
});
