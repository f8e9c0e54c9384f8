import { expect, it } from '@jest/globals';
import type { Interview } from '@personate/contracts';
import { openFakeApi } from './support/fake-api.ts';
import { run } from './support/run.ts';
import { endedJob, interview, report } from './support/samples.ts';

it('from a pipe, shows each question before its answer', async () => {
  let now: Interview = interview;
  await using api = await openFakeApi({
    'GET /v1/personas/ada/interviews': () => ({ items: [] }),
    'POST /v1/personas/ada/interviews/:id/answers': ({ body }) => {
      const { n, text } = JSON.parse(body) as { n: number; text: string };
      now = {
        ...now,
        questions: now.questions.map((one) =>
          one.n === n ? { ...one, status: 'answered', answer: text } : one,
        ),
      };
      return now;
    },
    'POST /v1/personas/ada/interviews/:id/finish': () => ({ interview: now, ingestion: endedJob }),
  });
  const ran = await run(['interview', 'ada'], { url: api.url, input: 'In Oban.\nMy brother.\n' });
  expect(ran.out).toMatch(
    /Where were you born\?\n› In Oban\.\n[\s\S]*What makes you laugh\?\n› My brother\.\n/,
  );
  expect(ran.out.match(/Where were you born\?/g)).toHaveLength(1);
  expect(ran.out).not.toContain('--self');
});

it('a report tells whose account it was and what is not spoken yet, and how that ends', async () => {
  const unlike = {
    ...report,
    self: { name: 'Nora' },
    selfUnlike: 'Ada',
    beyondKnowledge: { asOf: '2024-09-14', documents: 2 },
  };
  await using api = await openFakeApi({
    'GET /v1/personas/ada/ingestions/:id': () => ({ ...endedJob, report: unlike }),
  });
  const ran = await run(['ingestions', 'ada', endedJob.ingestionId], { url: api.url });
  expect(ran.out).toMatch(/account is that of Nora, the persona is called Ada[\s\S]*--self "Nora"/);
  expect(ran.out).toMatch(/2 documents are newer .* ends on 2024-09-14/);
});
