import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { problemDocumentSchema, type PersonaVersion } from '@personate/contracts';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { buildGateway } from '../src/build-gateway.ts';
import { bareDeps, bearer, scopedKeys, testConfig } from './support/bare-deps.ts';

let app: FastifyInstance;

beforeAll(async () => {
  const deps = bareDeps();
  deps.personas.create = async (document): Promise<PersonaVersion> => ({
    personaId: document.id,
    version: 1,
    parent: null,
    document,
    origin: 'operator',
    note: '',
    causedBy: [],
    createdAt: '2026-01-01T00:00:00Z',
  });
  ({ app } = await buildGateway(deps, testConfig));
});
afterAll(() => app.close());

const message = fc.record(
  {
    role: fc.oneof(fc.constantFrom('system', 'user', 'assistant', 'tool'), fc.string()),
    content: fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.record({ type: fc.constantFrom('text', 'image_url'), text: fc.jsonValue() })),
      fc.jsonValue(),
    ),
  },
  { requiredKeys: [] },
);
const chat = fc.record(
  {
    model: fc.oneof(fc.constantFrom('mara', 'mara@1', 'mara@0', '@'), fc.string()),
    messages: fc.oneof(fc.array(message, { maxLength: 5 }), fc.jsonValue()),
    stream: fc.oneof(fc.boolean(), fc.jsonValue()),
    n: fc.jsonValue(),
    user: fc.jsonValue(),
    metadata: fc.jsonValue(),
    tool_choice: fc.jsonValue(),
    response_format: fc.jsonValue(),
    personate: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const persona = fc.record(
  {
    id: fc.oneof(fc.constant('mara'), fc.string()),
    name: fc.oneof(fc.constant('Mara'), fc.string()),
    subject: fc.jsonValue(),
    persona: fc.jsonValue(),
    knowledgeLimits: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

/** The answer, when it is neither an answer nor a refusal in our form; else null. */
async function strangeAnswer(url: string, payload: string, type = 'application/json') {
  const headers = { ...bearer(scopedKeys.admin), 'content-type': type };
  const response = await app.inject({ method: 'POST', url, headers, payload });
  if (response.statusCode < 400) return null;
  const refused = problemDocumentSchema.safeParse(response.json());
  return refused.success && response.statusCode < 500 ? null : response.body;
}

it.each([
  ['/v1/chat/completions', chat],
  ['/v1/personas', persona],
  ['/v1/keys', fc.jsonValue()],
  ['/v1/session', fc.jsonValue()],
])('answers any JSON to %s, or says what is wrong with it', async (url, arbitrary) => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(arbitrary, fc.jsonValue()), async (body) => {
      expect(await strangeAnswer(url, JSON.stringify(body))).toBeNull();
    }),
    { numRuns: 150 },
  );
});

it('answers any bytes as YAML or JSON, or says what is wrong with them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('application/yaml', 'application/json'),
      async (body, type) => {
        expect(await strangeAnswer('/v1/personas', body, type)).toBeNull();
      },
    ),
    { numRuns: 150 },
  );
});
