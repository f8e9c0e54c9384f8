import { describe, expect, it } from '@jest/globals';
import type { AnswerExtension, PersonaDocumentInput } from '@personate/contracts';
import { EndpointSpeaker } from '@personate/language';
import { startScriptedEndpoint, type ScriptedEndpoint } from '@personate/language/testing';
import { usualAspects, type AnswerTurnDeps, type AnswerTurnInput } from '../src/index.ts';
import { asked, hear, ida, openWorld, type Heard } from './memory-world.ts';

const question = 'Do you plank your boats in larch?';
const larch = 'I plank my boats in larch from Norway. [1]';
const invented = 'I won the Nobel Prize in 1921. [1]';
const good = 'Larch bends without breaking. [1]';

function extension({ last }: Heard): AnswerExtension {
  if (last?.type !== 'done') throw new Error(`ended with ${last?.type}`);
  return last.extension;
}

async function asking(
  replies: readonly string[],
  options: {
    deps?: Partial<AnswerTurnDeps>;
    document?: PersonaDocumentInput;
    input?: Partial<AnswerTurnInput>;
  } = {},
) {
  await using endpoint: ScriptedEndpoint = await startScriptedEndpoint(
    replies.map((text) => ({ type: 'text', text })),
  );
  const speaker = new EndpointSpeaker({ baseUrl: endpoint.baseUrl, model: 'scripted', retries: 0 });
  const world = await openWorld(speaker, options.document ?? ida);
  const heard = await hear({ ...world.deps, ...options.deps }, asked(question, options.input));
  const prompts = endpoint.requests.map(({ body }) => body.messages?.at(-1)?.content ?? '');
  return { heard, prompts, ...extension(heard) };
}

describe('a reply of which nothing is left', () => {
  it('is asked for once again with what was wrong named, and only the second one is said', async () => {
    const told = await asking([invented, larch], { deps: { regenerate: 1 } });
    expect(told.heard.text).toBe('I plank my boats in larch from Norway.');
    expect(told).toMatchObject({ decision: 'answered', check: { struck: 0, regenerated: 1 } });
    expect(told.prompts).toHaveLength(2);
    expect(told.prompts[1]).toContain('I won the Nobel Prize in 1921.');
    expect(told.heard.last).toMatchObject({ usage: { promptTokens: 200 } });
  });

  it('is not asked for again unless that is set: one call a turn', async () => {
    const told = await asking([invented, larch]);
    expect(told).toMatchObject({ decision: 'declined', check: { struck: 1 } });
    expect(told.prompts).toHaveLength(1);
  });

  it('is asked for no more often than is set, by the persona before the server', async () => {
    const limits = { ...ida.knowledgeLimits, regenerate: 2 };
    const document = { ...ida, knowledgeLimits: limits };
    const told = await asking([invented], { document, deps: { regenerate: 0 } });
    expect(told).toMatchObject({ decision: 'declined', check: { regenerated: 2 } });
    expect(told.prompts).toHaveLength(3);
  });
});

describe('a reply of which little is left', () => {
  const poor = `${larch} ${invented} I met the king in 1922.`;

  it('is asked for again where nobody reads it before its end', async () => {
    const deps = { regenerate: 1 };
    const told = await asking([poor, `${larch} ${good}`], { deps, input: { whole: true } });
    expect(told.heard.text).toBe(
      'I plank my boats in larch from Norway. Larch bends without breaking.',
    );
  });

  it('stands where its first word is out', async () => {
    const told = await asking([poor, good], { deps: { regenerate: 1 } });
    expect(told.heard.text).toBe('I plank my boats in larch from Norway.');
    expect(told.prompts).toHaveLength(1);
  });
});

/** A tone that is known: what holds one of its words sounds like the persona. */
function toned(
  like: string,
  tone: { candidates: number; rewrite: boolean },
): Partial<AnswerTurnDeps> {
  return {
    tone: { ready: () => (text: string) => (text.includes(like) ? 0.9 : 0.2) },
    aspects: { ...usualAspects, tone: { by: 'embedded', ...tone } },
  };
}

describe('the tone', () => {
  it('gives the one of several replies that sounds most like the persona', async () => {
    const deps = toned('bends', { candidates: 3, rewrite: false });
    const told = await asking([larch, good, larch], { deps });
    expect(told.heard.text).toBe('Larch bends without breaking.');
    expect(told.aspects?.tone).toEqual({ by: 'embedded', candidates: 3, score: 0.9 });
    expect(told.citations).toMatchObject([{ documentId: 'larch' }]);
  });

  it('never gives one that says nothing for its sound', async () => {
    const deps = toned('Nobel', { candidates: 2, rewrite: false });
    const told = await asking([invented, larch], { deps });
    expect(told.heard.text).toBe('I plank my boats in larch from Norway.');
  });

  it('asks once for a reply in the persona’s manner where none sounds like it', async () => {
    const deps = toned('bends', { candidates: 1, rewrite: true });
    const told = await asking([larch, good], { deps });
    expect(told.heard.text).toBe('Larch bends without breaking.');
    expect(told.aspects?.tone).toMatchObject({ score: 0.9, rewritten: true });
    expect(told.prompts[1]).toContain('I plank my boats in larch from Norway. (1)');
  });

  it('keeps the draft where the rewritten one cites less, or sounds no better', async () => {
    const deps = toned('bends', { candidates: 1, rewrite: true });
    const uncited = await asking([larch, 'Everything bends somehow in these parts.'], { deps });
    expect(uncited.heard.text).toBe('I plank my boats in larch from Norway.');
    const same = await asking([larch, larch], { deps });
    expect(same.aspects?.tone).toEqual({ by: 'embedded', score: 0.2 });
  });

  it('weighs nothing when it is off, and asks once', async () => {
    const deps = toned('bends', { candidates: 3, rewrite: true });
    const told = await asking([larch, good], { deps, input: { aspects: { tone: 'off' } } });
    expect(told.heard.text).toBe('I plank my boats in larch from Norway.');
    expect(told.prompts).toHaveLength(1);
  });
});
