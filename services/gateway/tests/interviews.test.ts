import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Interview, ProblemDocument, SettledInterview } from '@personate/contracts';
import { minimalPersona } from '@personate/personas';
import { openRecordGateway, type RecordGateway } from './support/record-gateway.ts';

let gateway: RecordGateway;
beforeAll(async () => {
  gateway = await openRecordGateway();
});
afterAll(() => gateway.close());

const call = (method: 'GET' | 'POST', url: string, payload?: object) =>
  gateway.app.inject({
    method,
    url,
    headers: gateway.admin,
    ...(payload === undefined ? {} : { payload }),
  });
const codeOf = (response: { json<T>(): T }) => response.json<ProblemDocument>().code;

async function begun(body: object = {}) {
  const persona = await gateway.persona();
  const response = await call('POST', `/v1/personas/${persona}/interviews`, body);
  expect(response.statusCode).toBe(201);
  const interview = response.json<Interview>();
  return { persona, interview, at: `/v1/personas/${persona}/interviews/${interview.interviewId}` };
}

/** The documents that the last upload holds. */
async function uploaded({ ingestion }: SettledInterview): Promise<Array<Record<string, unknown>>> {
  const work = await gateway.records.ingestions.work(ingestion.ingestionId);
  const text = await readFile(await gateway.records.uploads.path(work?.blobId ?? ''), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('an interview', () => {
  it('has as many questions as were asked for, between twenty and forty', async () => {
    expect((await begun()).interview.questions).toHaveLength(30);
    expect((await begun({ questions: 20 })).interview.questions).toHaveLength(20);
    const persona = await gateway.persona();
    const refused = await call('POST', `/v1/personas/${persona}/interviews`, { questions: 5 });
    expect(refused.statusCode).toBe(400);
  });

  it('asks after what an open draft is not sure of', async () => {
    const persona = await gateway.persona();
    const base = minimalPersona({ id: persona, name: 'Mara' });
    const trait = { name: 'stubbornness', strength: 0.6, evidence: ['a'], confidence: 0.2 };
    await gateway.records.personas.propose(persona, {
      baseVersion: 1,
      document: { ...base, persona: { ...base.persona, traits: [trait] } },
      origin: 'derive',
      note: 'drafted',
    });
    const response = await call('POST', `/v1/personas/${persona}/interviews`, {});
    const texts = response.json<Interview>().questions.map(({ text }) => text);
    expect(texts.join(' ')).toContain('suggest stubbornness');
  });

  it('keeps each answer at once, and gives the subject’s as its own words behind their questions', async () => {
    const { at, interview } = await begun({ questions: 20 });
    await call('POST', `${at}/answers`, { n: 1, text: 'In Oban, in 1961.' });
    await call('POST', `${at}/answers`, { n: 2, skip: true });
    expect((await call('GET', at)).json<Interview>().questions.slice(0, 3)).toMatchObject([
      { status: 'answered', answer: 'In Oban, in 1961.' },
      { status: 'skipped', answer: null },
      { status: 'open' },
    ]);
    const response = await call('POST', `${at}/finish`);
    expect(response.statusCode).toBe(202);
    const settled = response.json<SettledInterview>();
    expect(settled.interview.status).toBe('stopped');
    expect(settled.ingestion.options).toMatchObject({ format: 'jsonl', source: 'interview' });
    expect(await uploaded(settled)).toMatchObject([
      { author: 'Interviewer', stance: 'to', text: interview.questions[0]?.text },
      { author: 'Mara', stance: 'by', text: 'In Oban, in 1961.', thread: interview.interviewId },
    ]);
  });

  it('goes on after it was stopped, takes a better answer, and is finished when nothing is open', async () => {
    const { at, interview } = await begun({ questions: 20 });
    await call('POST', `${at}/answers`, { n: 1, text: 'First.' });
    await call('POST', `${at}/finish`);
    await call('POST', `${at}/answers`, { n: 1, text: 'Better.' });
    for (const { n } of interview.questions.slice(1))
      await call('POST', `${at}/answers`, { n, skip: true });
    const settled = (await call('POST', `${at}/finish`)).json<SettledInterview>();
    expect(settled.interview.status).toBe('finished');
    expect((await uploaded(settled)).map(({ text }) => text)).toContain('Better.');
    const { persona } = { persona: interview.personaId };
    const second = await call('POST', `/v1/personas/${persona}/interviews`, { questions: 20 });
    const asked = new Set(interview.questions.map(({ text }) => text));
    const again = second.json<Interview>().questions.filter(({ text }) => asked.has(text));
    expect(again).toEqual([]);
  });

  it('gives an expert’s answers as told about the persona, to whom they may be told', async () => {
    const persona = await gateway.persona();
    const unnamed = await call('POST', `/v1/personas/${persona}/interviews`, { role: 'expert' });
    expect(unnamed.statusCode).toBe(400);
    const { at } = await begun({ role: 'expert', respondent: 'Tomas', audience: ['family'] });
    await call('POST', `${at}/answers`, { n: 1, text: 'She was born in Oban.' });
    const settled = (await call('POST', `${at}/finish`)).json<SettledInterview>();
    expect((await uploaded(settled))[1]).toMatchObject({
      author: 'Tomas',
      stance: 'about',
      audience: ['family'],
    });
  });

  it('refuses what is no answer, no question, or another persona’s', async () => {
    const { at } = await begun();
    expect((await call('POST', `${at}/answers`, { n: 1 })).statusCode).toBe(400);
    expect(codeOf(await call('POST', `${at}/answers`, { n: 99, text: 'x' }))).toBe(
      'interview.question-missing',
    );
    expect(codeOf(await call('POST', `${at}/finish`))).toBe('interview.nothing-answered');
    const other = await gateway.persona();
    const wrong = at.replace(/personas\/[^/]+/, `personas/${other}`);
    expect(codeOf(await call('GET', wrong))).toBe('interview.missing');
  });
});
