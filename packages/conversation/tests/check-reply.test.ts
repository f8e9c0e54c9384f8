import { describe, expect, it } from '@jest/globals';
import type { AnswerExtension, PersonaDocumentInput } from '@personate/contracts';
import { EndpointSpeaker, type Speaker, type SpokenPart } from '@personate/language';
import { startScriptedEndpoint } from '@personate/language/testing';
import { ida, openWorld, type Heard } from './memory-world.ts';

const question = 'Do you plank your boats in larch?';
const larch = 'I plank my boats in larch from Norway.';

/** A model that says what a test wrote; `[1]` is a citation. */
function saying(...texts: string[]): Speaker {
  const parts = texts
    .flatMap((text) => text.split(/(\s?\[\d\])/u))
    .map((piece): SpokenPart => {
      const n = /\[(\d)\]/u.exec(piece)?.[1];
      return n === undefined ? { type: 'text', text: piece } : { type: 'cite', n: Number(n) };
    });
  return {
    name: 'endpoint',
    model: 'scripted',
    async *speak() {
      yield* parts;
    },
  };
}

function extension({ last }: Heard): AnswerExtension {
  if (last?.type !== 'done') throw new Error(`ended with ${last?.type}`);
  return last.extension;
}

const policy = (check: 'strict' | 'balanced' | 'off'): PersonaDocumentInput => ({
  ...ida,
  knowledgeLimits: { ...ida.knowledgeLimits, check },
});
async function hear(text: string, document = policy('balanced'), asked = question) {
  const heard = await (await openWorld(saying(text), document)).ask(asked);
  return { heard, text: heard.text, ...extension(heard) };
}

describe('a sentence of a model', () => {
  it('that the evidence bears out is said, with its citation', async () => {
    const { text, citations, check } = await hear(`${larch} [1] Larch bends without breaking. [1]`);
    expect(text).toBe(`${larch} Larch bends without breaking.`);
    expect(citations).toMatchObject([
      { documentId: 'larch', startIndex: 0, endIndex: text.length },
    ]);
    expect(check).toEqual({ policy: 'balanced', sentences: 2, struck: 0, softened: 0 });
  });

  it.each([
    ['a year', 'I built the first one in 1961. [1]'],
    ['a name', 'My brother Gunnar taught me all of it. [1]'],
    ['a number', 'I sold 4,000 of them.'],
    ['a life', 'I grew up among goats, bankers and retired magicians.'],
  ])('that brings %s from nowhere is struck, and the rest is said', async (_, invented) => {
    const { text, check, citations } = await hear(`${larch} [1] ${invented} Larch bends.`);
    expect(text).toBe(`${larch} Larch bends.`);
    expect(check).toMatchObject({ struck: 1 });
    // Both sentences stand in that passage.
    expect(citations).toMatchObject([{ documentId: 'larch', endIndex: text.length }]);
  });

  it('that only the user has claimed is struck; what it denies may be named', async () => {
    const asked = 'Did Einstein plank your boats in larch?';
    // Whatever is asked reaches the model.
    const limits = { ...ida.knowledgeLimits, threshold: 0 };
    const open = { ...ida, knowledgeLimits: limits };
    const claimed = await hear(`${larch} [1] Yes, Einstein planked my boats.`, open, asked);
    expect(claimed.text).toBe(larch);
    const denied = await hear(`${larch} [1] I never met Einstein.`, open, asked);
    expect(denied.text).toBe(`${larch} I never met Einstein.`);
  });

  it('is said of the module too, without a citation', async () => {
    const { text } = await hear('I am Ida Berg, a boat builder from Kiel.');
    expect(text).toBe('I am Ida Berg, a boat builder from Kiel.');
  });

  it('that is half borne out is said as a doubtful one, once in a reply', async () => {
    const half = 'I plank boats with patience and quiet songs.';
    const { text, check } = await hear(`${larch} [1] ${half} ${half}`);
    expect(text).toBe(`${larch} If I remember rightly: ${half}`);
    expect(check).toMatchObject({ softened: 1, struck: 1 });
  });

  it('that cites nothing, and says what one passage says, is cited for the model', async () => {
    const { text, citations } = await hear(`${larch} That is how it is.`);
    expect(text).toBe(`${larch} That is how it is.`);
    expect(citations).toMatchObject([
      { documentId: 'larch', startIndex: 0, endIndex: larch.length },
    ]);
    const invented = await hear(`Good day to you, and a fine one it is. ${larch} [1]`);
    expect(invented.citations).toHaveLength(1);
  });

  it('that cites what is on something else is cited rightly', async () => {
    const { citations } = await hear(`${larch} [2]`);
    expect(citations.map(({ documentId }) => documentId)).toEqual(['larch']);
  });

  it('that was said already is not said again', async () => {
    const { text, check } = await hear(`${larch} [1] ${larch} [1] Larch bends.`);
    expect(text).toBe(`${larch} Larch bends.`);
    expect(check).toMatchObject({ struck: 1 });
  });

  it('that is a line of the other side is struck, and its own goes without whose it is', async () => {
    const { text } = await hear(`They: Do you plank boats?\nYou: ${larch} [1]`);
    expect(text).toBe(larch);
  });

  it('that tells nothing is said', async () => {
    const talk =
      'That is a good question! Wood is never quite dry in these parts. And what do you build?';
    expect((await hear(`${talk} ${larch} [1]`)).text).toBe(`${talk} ${larch}`);
  });
});

describe('a reply of which no statement is left', () => {
  it('becomes a decline that cites nothing', async () => {
    const invented = await hear(
      'Yes! I won the Nobel Prize in 1921. [1] It was handed to me in Oslo.',
    );
    expect(invented).toMatchObject({
      decision: 'declined',
      reason: 'weak-evidence',
      citations: [],
      check: { struck: 2 },
    });
    expect(['I do not know.', 'You have me there.']).toContain(invented.text);
  });

  it.each([
    'What a good question that is! I won the Nobel Prize.',
    'I won the Nobel Prize. What a good question that is! [1]',
  ])('declines after what was no statement, and cites nothing: %s', async (said) => {
    const { text, decision, citations } = await hear(said);
    expect(decision).toBe('declined');
    expect(text).toMatch(/^What a good question that is! (?:I do not know|You have me there)/u);
    expect(citations).toEqual([]);
  });
});

describe('a reply that denies what the evidence tells', () => {
  it('gives way to the evidence, and says who speaks then', async () => {
    const { text, decision, speaker, citations } = await hear('No, I never plank boats in larch.');
    expect(text).toContain(larch);
    expect(decision).toBe('answered');
    expect(speaker).toBe('extractive');
    expect(citations[0]).toMatchObject({ documentId: 'larch' });
  });
});

describe('a model that says one sentence over and over', () => {
  const prize = 'I won the Nobel Prize in 1921. ';
  /** Without an end; how often it was asked for more. */
  async function listenTo(opening: string, fallback?: Speaker) {
    let asked = 0;
    const speaker: Speaker = {
      name: 'endpoint',
      model: 'scripted',
      async *speak() {
        yield { type: 'text', text: opening };
        for (; asked < 1_000; asked += 1) yield { type: 'text', text: prize };
      },
    };
    const world = await openWorld(speaker, policy('balanced'));
    if (fallback !== undefined) world.deps.fallback = fallback;
    const heard = await world.ask(question);
    return { asked, text: heard.text, ...extension(heard) };
  }

  it('is not listened to any longer; what it said before stands', async () => {
    const { asked, text, speaker } = await listenTo(`${larch} `);
    expect(asked).toBeLessThan(10);
    expect(text).toBe(larch);
    expect(speaker).toBe('endpoint');
  });

  it('gives way to the evidence where it said nothing else', async () => {
    const { asked, text, speaker, citations } = await listenTo('');
    expect(asked).toBeLessThan(10);
    expect(text).toContain(larch);
    expect(speaker).toBe('extractive');
    expect(citations[0]).toMatchObject({ documentId: 'larch' });
  });

  it('gives way to all that is said instead', async () => {
    const sentences = [`${larch} `, 'Larch bends. ', 'Oak does not. ', 'Pine is for masts.'];
    const fallback: Speaker = {
      name: 'extractive',
      async *speak() {
        for (const text of sentences) yield { type: 'text', text };
      },
    };
    expect((await listenTo('', fallback)).text).toBe(sentences.join(''));
  });
});

describe('a reply that breaks off in the middle', () => {
  const cutAt = async (said: string, asked = question) => {
    await using endpoint = await startScriptedEndpoint([
      { type: 'text', text: `{"evidence": [1], "answer": "${said}` },
    ]);
    const speaker = new EndpointSpeaker({
      baseUrl: endpoint.baseUrl,
      apiKey: 'none',
      model: 'scripted',
      json: 'on',
    });
    const world = await openWorld(speaker);
    return await world.ask(asked);
  };

  it('ends with its last whole sentence', async () => {
    const heard = await cutAt(`${larch} Larch bends without`);
    expect(heard.text).toBe(larch);
    expect(extension(heard)).toMatchObject({ decision: 'answered', speaker: 'endpoint' });
  });

  it('gives way to the persona’s recorded words where it has none', async () => {
    const heard = await cutAt('I plank my boats in');
    expect(heard.text).toContain(larch);
    expect(extension(heard)).toMatchObject({ decision: 'answered', speaker: 'extractive' });
    const talk = await cutAt('How can I', 'Good morning!');
    expect(talk.text).not.toContain('How can I');
    expect(talk.text).not.toBe('');
  });

  it('of small talk keeps what it has said, and nothing is said beside it', async () => {
    const heard = await cutAt('A very good morning to you. How can I', 'Good morning!');
    expect(heard.text).toBe('A very good morning to you.');
  });
});

describe('small talk of a model', () => {
  it('that is an assistant’s gives way to the persona’s own', async () => {
    const { text, speaker, decision } = await hear(
      'Hello! How can I help you today?',
      policy('balanced'),
      'Good morning!',
    );
    expect(text).not.toContain('help');
    expect(text).not.toBe('');
    expect({ speaker, decision }).toEqual({ speaker: 'extractive', decision: 'answered' });
  });
});

describe('the policy', () => {
  it('strict says only what is cited and borne out there, or stands in the modules', async () => {
    const said = `${larch} [1] Larch bends without breaking, as boats should. I am a boat builder from Kiel.`;
    const { text } = await hear(said, policy('strict'));
    expect(text).toBe(`${larch} I am a boat builder from Kiel.`);
  });

  it('off says whatever the model does', async () => {
    const invented = 'I won the Nobel Prize in 1921.';
    const { text, check } = await hear(invented, policy('off'));
    expect(text).toBe(invented);
    expect(check).toMatchObject({ policy: 'off', struck: 0 });
  });

  it('is off by itself where the knowledge limits are', async () => {
    const open = { ...ida, knowledgeLimits: { ...ida.knowledgeLimits, enabled: false } };
    expect((await hear('I won the Nobel Prize in 1921.', open)).text).toContain('Nobel');
  });
});

describe('a topic that is off limits', () => {
  const kept = { ...policy('off'), offLimits: [{ topic: 'Norway' }] };

  it('is struck from what a model says, whatever the policy', async () => {
    const { text, check } = await hear(
      'Larch is a fine wood. I get mine from Norway. It bends.',
      kept,
    );
    expect(text).toBe('Larch is a fine wood. It bends.');
    expect(check).toMatchObject({ struck: 1 });
  });

  it('is struck from what the persona says of itself without one', async () => {
    const document = {
      ...policy('balanced'),
      offLimits: [{ topic: 'Kiel' }],
      persona: { summary: 'Ida Berg is a boat builder. She grew up in Kiel.' },
    };
    const world = await openWorld(undefined, document);
    expect((await world.ask('Who are you?')).text).not.toContain('Kiel');
  });
});

describe('the stream', () => {
  it('is held back by a sentence, and not by more', async () => {
    await using endpoint = await startScriptedEndpoint([
      { type: 'stall', text: `${larch} [1] Larch bends without breaking. [1] And it` },
    ]);
    const world = await openWorld(
      new EndpointSpeaker({
        baseUrl: endpoint.baseUrl,
        apiKey: 'none',
        model: 'scripted',
        idleMs: 2_000,
        retries: 0,
      }),
    );
    const heard = await world.ask(question);
    // The model says no more, and yet everything but its unfinished sentence was heard before that was found out.
    expect(heard.last?.type).toBe('error');
    const said = heard.events.flatMap((event) => (event.type === 'delta' ? [event.text] : []));
    expect(said.join('')).toContain(`${larch} Larch bends without breaking.`);
    const first = heard.events.findIndex(({ type }) => type === 'delta');
    expect(heard.events[first + 1]).toEqual({ type: 'cite', n: 1 });
  });

  it('is checked sentence by sentence through a real endpoint, markers and all', async () => {
    await using endpoint = await startScriptedEndpoint([
      {
        type: 'text',
        text: `${larch} [1] I won the Nobel Prize in 1921 [1]. Larch bends.`,
        chunkCharacters: 3,
      },
    ]);
    const world = await openWorld(
      new EndpointSpeaker({ baseUrl: endpoint.baseUrl, apiKey: 'none', model: 'scripted' }),
    );
    const heard = await world.ask(question);
    expect(heard.text).toBe(`${larch} Larch bends.`);
    expect(extension(heard)).toMatchObject({ decision: 'answered', check: { struck: 1 } });
  });
});
