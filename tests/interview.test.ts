import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestCluster, type TestCluster } from '@personate/test-cluster';
import { eventually } from './harness/eventually.ts';

interface Interview {
  interviewId: string;
  questions: Array<{ status: string; answer: string | null }>;
}
interface SettledInterview {
  ingestion: { ingestionId: string };
}
interface Draft {
  document: {
    persona: {
      timeline: Array<{ from?: string; what: string }>;
      typicalResponses: Array<{ response: string }>;
    };
  };
}

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await openTestCluster();
  await cluster.call('POST', '/v1/personas', {
    id: 'vera',
    name: 'Vera Holm',
    subject: { kind: 'fictional' },
    disclosure: 'A synthetic persona.',
  });
}, 120_000);
afterAll(async () => cluster?.[Symbol.asyncDispose]());

const answers = [
  'I was born in Oban in 1961, above the chandlery, and grew up there with two brothers.',
  'Porridge, the radio, and my mother mending nets at the kitchen table.',
  'I moved to Bergen in 1984 to work on the survey ships.',
];

describe('an interview', () => {
  it('becomes what the persona knows, in its own words, and a draft that rests on it', async () => {
    const interview = await cluster.call<Interview>('POST', '/v1/personas/vera/interviews', {});
    const at = `/v1/personas/vera/interviews/${interview.interviewId}`;
    for (const [place, text] of answers.entries())
      await cluster.call('POST', `${at}/answers`, { n: place + 1, text });
    const { ingestion } = await cluster.call<SettledInterview>('POST', `${at}/finish`);
    await eventually('the answers are ingested', 60_000, async () => {
      const job = await cluster.call<{ status: string; report: { added: number } | null }>(
        'GET',
        `/v1/personas/vera/ingestions/${ingestion.ingestionId}`,
      );
      return job.status === 'done' && job.report?.added === 6 ? job : undefined;
    });

    const answer = await cluster.call<{
      choices: Array<{ message: { content: string } }>;
      personate: { decision: string; citations: Array<{ source: string; quote: string }> };
    }>('POST', '/v1/chat/completions', {
      model: 'vera',
      messages: [{ role: 'user', content: 'When did you move to Bergen?' }],
    });
    expect(answer.personate.decision).toBe('answered');
    expect(answer.choices[0]?.message.content).toContain('1984');
    expect(answer.personate.citations.map(({ source }) => source)).toContain('interview');

    const { items } = await cluster.call<{ items: Array<{ proposalId: string }> }>(
      'GET',
      '/v1/personas/vera/proposals?status=open',
    );
    const draft = await cluster.call<Draft>(
      'GET',
      `/v1/personas/vera/proposals/${items[0]?.proposalId}`,
    );
    const { timeline, typicalResponses } = draft.document.persona;
    expect(timeline.map(({ from, what }) => `${from} ${what}`)).toContain(
      '1984 Moved to Bergen to work on the survey ships',
    );
    expect(typicalResponses.map(({ response }) => response)).toContain(answers[1]);

    // The same answers again are the same documents.
    const again = await cluster.call<SettledInterview>('POST', `${at}/finish`);
    await eventually('they are ingested again', 60_000, async () => {
      const job = await cluster.call<{ status: string; report: { unchanged: number } | null }>(
        'GET',
        `/v1/personas/vera/ingestions/${again.ingestion.ingestionId}`,
      );
      return job.status === 'done' && job.report?.unchanged === 6 ? job : undefined;
    });
  });

  it('loses the answer whose document is erased, and does not bring it back', async () => {
    const { items } = await cluster.call<{ items: Interview[] }>(
      'GET',
      '/v1/personas/vera/interviews',
    );
    const [interview] = items;
    const at = `/v1/personas/vera/interviews/${interview?.interviewId}`;
    const found = await cluster.call<{ results: Array<{ documentKey: string; text: string }> }>(
      'GET',
      `/v1/personas/vera/knowledge/search?q=${encodeURIComponent('mending nets')}`,
    );
    const document = found.results.find(({ text }) => text.includes('mending nets'));
    await cluster.call('DELETE', `/v1/personas/vera/knowledge/documents/${document?.documentKey}`);
    const left = await cluster.call<Interview>('GET', at);
    expect(left.questions[1]).toMatchObject({ status: 'erased', answer: null });
    expect(JSON.stringify(left)).not.toContain('mending nets');
    const { ingestion } = await cluster.call<SettledInterview>('POST', `${at}/finish`);
    await eventually('the rest is ingested', 60_000, async () => {
      const job = await cluster.call<{ status: string }>(
        'GET',
        `/v1/personas/vera/ingestions/${ingestion.ingestionId}`,
      );
      return job.status === 'done' ? job : undefined;
    });
    const after = await cluster.call<{ results: Array<{ text: string }> }>(
      'GET',
      `/v1/personas/vera/knowledge/search?q=${encodeURIComponent('mending nets')}`,
    );
    expect(after.results.filter(({ text }) => text.includes('mending nets'))).toEqual([]);
  });

  it('that was taken in and is skipped then is no document any more', async () => {
    const { items } = await cluster.call<{ items: Interview[] }>(
      'GET',
      '/v1/personas/vera/interviews',
    );
    const at = `/v1/personas/vera/interviews/${items[0]?.interviewId}`;
    const known = async () =>
      (await cluster.call<{ documents: number }>('GET', '/v1/personas/vera/knowledge/statistics'))
        .documents;
    const before = await known();
    const skip = (n: number) => cluster.call<Interview>('POST', `${at}/answers`, { n, skip: true });
    // Answered and never taken in: skipped, as one that was not answered is.
    await cluster.call('POST', `${at}/answers`, { n: 5, text: 'A boat of my own.' });
    expect((await skip(5)).questions[4]).toMatchObject({ status: 'skipped', answer: null });
    expect(await known()).toBe(before);
    expect((await skip(1)).questions[0]).toMatchObject({ status: 'erased', answer: null });
    expect(await known()).toBe(before - 2);
  });
});
