import { describe, expect, it } from '@jest/globals';
import {
  ExpectedError,
  answerExtensionSchema,
  turnSchema,
  type AnswerExtension,
  type Memory,
} from '@personate/contracts';
import type { ChatMessage, SpeakRequest, Speaker, SpokenPart } from '@personate/language';
import { answerTurn, evaluateProbes } from '../src/index.ts';
import { asked, facts, ida, openWorld, uuidOf, type Heard } from './memory-world.ts';

function extension({ last }: Heard): AnswerExtension {
  if (last?.type !== 'done' && last?.type !== 'error') throw new Error(`ended with ${last?.type}`);
  return last.extension;
}

/** A model that says what a test wrote. */
function scripted(parts: Array<SpokenPart | Error>): Speaker & { requests: SpeakRequest[] } {
  const requests: SpeakRequest[] = [];
  return {
    name: 'endpoint',
    model: 'scripted',
    requests,
    async *speak(request, signal) {
      requests.push(request);
      for (const part of parts) {
        signal.throwIfAborted();
        if (part instanceof Error) throw part;
        yield part;
      }
    },
  };
}

const say = (text: string): SpokenPart => ({ type: 'text', text });
const timeout = new ExpectedError('timeout', 'model.timeout', 'Too slow.', { fix: 'Wait.' });
const memory = (userId: string, text: string, quote: string): Memory => ({
  memoryId: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff',
  personaId: 'ida',
  userId,
  text,
  quote,
  kind: 'fact',
  slot: null,
  trust: 'stated',
  status: 'active',
  sourceTurnId: '6f9619ff-8b86-4d01-b42d-00cf4fc964fe',
  createdAt: '2026-01-01T00:00:00Z',
});

describe('a turn', () => {
  it('of a persona whose first documents are being read is refused, not answered out of ignorance', async () => {
    const world = await openWorld();
    let isLoading = true;
    world.deps.personas = { ...world.deps.personas, isLoading: async () => isLoading };
    await expect(world.ask('Do you plank your boats in larch?')).rejects.toMatchObject({
      code: 'persona.loading',
      status: 503,
    });
    expect(world.turns).toEqual([]);
    isLoading = false;
    expect((await world.ask('Do you plank your boats in larch?')).text).toContain('larch');
  });

  it('answers from the evidence, says where it stands, and is stored before it is done', async () => {
    const world = await openWorld();
    const heard = await world.ask('Do you plank your boats in larch?');
    expect(heard.text).toContain('I plank my boats in larch from Norway.');
    expect(heard.events.slice(0, 2).map(({ type }) => type)).toEqual(['serving', 'start']);
    const told = answerExtensionSchema.parse(extension(heard));
    expect(told).toMatchObject({
      persona: 'ida',
      version: 3,
      knowledgeRevision: 7,
      decision: 'answered',
      speaker: 'extractive',
    });
    expect(told.citations).toMatchObject([{ n: 1, documentId: 'larch', source: 'notes' }]);
    const [turn] = world.turns;
    expect(turnSchema.parse(turn)).toMatchObject({
      status: 'complete',
      answer: heard.text,
      turnId: told.turnId,
    });
    expect(turn?.evidence.filter(({ cited }) => cited).map(({ documentId }) => documentId)).toEqual(
      ['larch'],
    );
    expect(world.pokes).toEqual(['ida']);
  });

  it('declines in the persona’s voice what nothing speaks of', async () => {
    const world = await openWorld();
    const heard = await world.ask('How does photosynthesis work?');
    expect(extension(heard)).toMatchObject({
      decision: 'declined',
      reason: 'no-evidence',
      citations: [],
    });
    expect(['I do not know.', 'You have me there.']).toContain(heard.text);
  });

  it.each([
    ['What did you build in 2025?', 'after-knowledge-date'],
    ['Is that vaccine safe?', 'unknown-domain'],
    ['What is the weather like today?', 'about-now'],
    ['asdfgh', 'not-understood'],
    ['Shall we eat together?', 'small-talk'],
  ])('declines %j with the reason %s', async (question, reason) => {
    const world = await openWorld();
    expect(extension(await world.ask(question))).toMatchObject({ decision: 'declined', reason });
  });

  it.each([
    ["Hi, I'm Tom.", 'What’s my name?', 'Tom'],
    ["I'm Tom, I live in Leeds and I keep two goats.", 'What animals do I keep?', 'two goats'],
    ["I'm Tom, I live in Leeds and I keep two goats.", 'Where do I live?', 'Leeds'],
    [
      "I'm Lena, I'm a nurse from Graz and I'm afraid of spiders.",
      'What am I afraid of?',
      'spiders',
    ],
    ["I'm Lena, I'm a nurse from Graz and I'm afraid of spiders.", 'Where am I from?', 'Graz'],
  ])('knows at once what one sentence of %j told: %j', async (told, asked, word) => {
    const world = await openWorld();
    const messages = [
      { role: 'user' as const, content: told },
      { role: 'assistant' as const, content: 'Is that so?' },
      { role: 'user' as const, content: 'I like your shed.' },
      { role: 'assistant' as const, content: 'Thank you.' },
      { role: 'user' as const, content: asked },
    ];
    const heard = await world.ask(asked, { messages });
    expect(heard.text).toContain(word);
    expect(extension(heard).reason).toBe('from-memory');
  });

  it.each([
    [
      'Können Sie mir von Ihrer Mutter erzählen?',
      /Englisch.*Sie/u,
      /(?<!\p{L})(?:du|dich|dir)(?!\p{L})/iu,
    ],
    ['Kannst du mir von deiner Mutter erzählen?', /Englisch.*du/u, /Sie/u],
    ['¿Puede usted hablarme de su madre?', /inglés.*usted/u, /(?<!\p{L})te(?!\p{L})/u],
    ['Peux-tu me parler de tes bateaux et de la mer ?', /anglais/u, /boat/u],
  ])(
    '%j is told, in its own tongue and as politely, which languages it speaks',
    async (asked, says, never) => {
      const heard = await (await openWorld()).ask(asked);
      expect(heard.text).toMatch(says);
      expect(heard.text).not.toMatch(never);
      expect(extension(heard)).toMatchObject({ decision: 'declined', citations: [] });
    },
  );

  it('hears the feeling beside the question whether anybody is there', async () => {
    const heard = await (
      await openWorld()
    ).ask('Are you real? I’m asking seriously, I feel a bit lonely.');
    expect(heard.text).toMatch(/synthetic|AI/u);
    expect(heard.text).toMatch(/sorry|hard/u);
  });

  it('tells another joke when it is asked for another one, as long as it has one', async () => {
    const jokes = ['A plank walks into a bar.', 'Larch or spruce? Yes.', 'I sank once.'];
    const world = await openWorld(undefined, {
      ...ida,
      knowledgeLimits: { smallTalk: { joke: jokes } },
    });
    const messages: ChatMessage[] = [];
    const told: string[] = [];
    for (const asked of ['Tell me a joke.', 'Another one.', 'One more please']) {
      messages.push({ role: 'user', content: asked });
      const { text } = await world.ask(asked, { messages: [...messages] });
      messages.push({ role: 'assistant', content: text });
      told.push(text);
    }
    expect(told.toSorted()).toEqual(jokes.toSorted());
  });

  it('does not say its typical response to the same question twice', async () => {
    const world = await openWorld();
    const first = await world.ask('What is your secret?');
    const second = await world.ask('What is your secret?', {
      messages: [
        { role: 'user', content: 'What is your secret?' },
        { role: 'assistant', content: first.text },
        { role: 'user', content: 'What is your secret?' },
      ],
    });
    expect(first.text).toBe('Glue, and more glue.');
    expect(second.text).not.toBe(first.text);
  });

  it('answers both halves of a question about the user', async () => {
    const world = await openWorld();
    const asked = 'What is my job, and what am I afraid of?';
    const heard = await world.ask(asked, {
      messages: [
        { role: 'user', content: "I'm a nurse from Graz. I'm afraid of spiders." },
        { role: 'assistant', content: 'Is that so?' },
        { role: 'user', content: asked },
      ],
    });
    expect(heard.text).toContain('nurse');
    expect(heard.text).toContain('spiders');
  });

  it('believes the later word on the same thing', async () => {
    const world = await openWorld();
    const heard = await world.ask('What is my name?', {
      messages: [
        { role: 'user', content: "I'm Tom." },
        { role: 'assistant', content: 'Is that so?' },
        { role: 'user', content: 'Sorry, my name is Tim.' },
        { role: 'assistant', content: 'Is that so?' },
        { role: 'user', content: 'What is my name?' },
      ],
    });
    expect(heard.text).toContain('Tim');
    expect(heard.text).not.toContain('Tom');
  });

  it('does not take for the persona’s life what somebody else told it', async () => {
    const world = await openWorld();
    const heard = await world.ask('Did you win the harbour race with your trawler?');
    expect(extension(heard)).toMatchObject({ decision: 'declined', reason: 'other-subject' });
  });

  it('never tells what the asker may not see, nor what is later than the persona’s knowledge', async () => {
    const world = await openWorld();
    const asked = 'Where are the keys of your shed, under the blue bucket?';
    expect((await world.ask(asked)).text).not.toContain('bucket');
    expect((await world.ask(asked, { audience: ['public', 'family'] })).text).toContain(
      'blue bucket',
    );
    expect((await world.ask('Did you sell your shed in the spring?')).text).not.toContain('sold');
  });

  it.each([
    ['what’s my daughter called?', 'I have a daughter called Lisa.', 'Lisa'],
    ['What do I do for a living?', 'I am a nurse.', 'nurse'],
    ['What do I think of cats?', 'I think cats are better than dogs. Do you?', 'better than dogs'],
    ['Where does my sister live?', 'My sister lives in Oslo.', 'Oslo'],
  ])('%j is answered by what was said before in this conversation', async (asked, told, word) => {
    const world = await openWorld();
    const messages: ChatMessage[] = [
      { role: 'user', content: `My dog is called Rex. ${told}` },
      { role: 'assistant', content: 'I see.' },
      { role: 'user', content: asked },
    ];
    const heard = await world.ask(asked, { messages });
    expect(extension(heard)).toMatchObject({ decision: 'answered', reason: 'from-memory' });
    expect(heard.text).toContain(word);
    expect(heard.text).not.toContain('Rex');
  });

  it('tells what it typically replies with the document that it said it in, or not at all', async () => {
    const pair = (evidence: string[]) => ({
      ...ida,
      persona: {
        typicalResponses: [
          {
            prompt: 'What wood is best for planks?',
            response: 'I plank my boats in larch from Norway.',
            evidence,
          },
        ],
      },
    });
    const asked = 'What wood is best for planks?';
    const cited = await (await openWorld(undefined, pair(['asked', 'larch']))).ask(asked);
    expect(cited.text).toBe('I plank my boats in larch from Norway.');
    expect(extension(cited).citations).toMatchObject([{ documentId: 'larch' }]);
    const gone = await (await openWorld(undefined, pair(['asked', 'gone']))).ask(asked);
    expect(extension(gone).citations.length > 0 || extension(gone).decision === 'declined').toBe(
      true,
    );
  });

  it('answers with the persona’s typical response to that very question', async () => {
    const world = await openWorld();
    const heard = await world.ask('What is your secret?');
    expect(heard.text).toBe('Glue, and more glue.');
    expect(extension(heard)).toMatchObject({ decision: 'answered', reason: 'from-persona' });
  });

  it.each([
    ['How old are you?', 'declined'],
    ['Where do you live?', 'declined'],
    ['What is your phone number?', 'declined'],
    ['What’s 17 times 23?', 'declined'],
    ['What was your mother called?', 'declined'],
    ['Where did you go to school?', 'answered'],
  ])('answers %j only by what has the shape of an answer: %s', async (question, decision) => {
    const world = await openWorld();
    expect(extension(await world.ask(question))).toMatchObject({ decision });
  });

  it('tells its age by its life time line, as of where its knowledge ends', async () => {
    const timeline = [{ from: '1978-05-02', what: 'Born', where: 'Kiel' }];
    const world = await openWorld(undefined, {
      ...ida,
      persona: { timeline, voice: { languages: ['en', 'de'] } },
    });
    expect((await world.ask('How old are you?')).text).toBe(
      'I was born on 2 May 1978, in Kiel. In December 2020, where my knowledge ends, I was 42.',
    );
    expect((await world.ask('Wie alt bist du?')).text).toContain('42 Jahre');
  });

  it('answers nothing of its life in a language that it then says it does not speak', async () => {
    const timeline = [{ from: '1978-05-02', what: 'Born', where: 'Kiel' }];
    const world = await openWorld(undefined, { ...ida, persona: { timeline } });
    expect((await world.ask('Wie alt bist du?')).text).toContain('nur auf Englisch');
  });

  it('declines in the asker’s language, and says which ones it speaks', async () => {
    const world = await openWorld();
    expect((await world.ask('Wie funktioniert ein Kernreaktor?')).text).toContain(
      'nur auf Englisch',
    );
    expect((await world.ask('Comment fonctionne un réacteur ?')).text).toContain('anglais');
  });

  it.each([
    ['Are you a real person? I need to know, seriously.', []],
    ['Do you plank your boats in larch? And are you human?', []],
    ['No, really?', ['Are you a bot?', 'I am Ida Berg.']],
    ['bist du ein echter Mensch?', []],
    ['Es-tu une vraie personne ?', []],
    ['Tell me the truth, is this an AI?', ['Do you plank in larch?', 'I do.', 'Why?', 'It bends.']],
  ])(
    'asked sincerely, says that it is synthetic, whatever the model would: %j',
    async (asked, said) => {
      const speaker = scripted([say('Of course I am a human of flesh and blood!')]);
      const world = await openWorld(speaker);
      const messages = [...said, asked].map((content, index) => ({
        role: index % 2 === 0 ? ('user' as const) : ('assistant' as const),
        content,
      }));
      const heard = await world.ask(asked, { messages });
      expect(extension(heard)).toMatchObject({
        reason: 'synthetic-identity',
        speaker: 'extractive',
      });
      expect(heard.text).toMatch(/synthetic|AI|KI-|IA|synthetische|artificielle/u);
      expect(speaker.requests).toEqual([]);
    },
  );

  it('is refused for a persona that is not there, and without a question', async () => {
    const world = await openWorld();
    await expect(world.ask('Hi', { personaId: 'nobody' })).rejects.toMatchObject({
      code: 'persona.missing',
    });
    const messages: ChatMessage[] = [{ role: 'assistant', content: 'Hi' }];
    await expect(world.ask('', { messages })).rejects.toMatchObject({ code: 'chat.no-question' });
    expect(world.turns).toEqual([]);
  });

  it('survives a long, strange question', async () => {
    const world = await openWorld();
    for (const question of [
      'x'.repeat(100_000),
      '\u0000\ud800 larch',
      '('.repeat(5_000),
      'ж'.repeat(3_000),
    ]) {
      expect((await world.ask(question)).last?.type).toBe('done');
    }
  });
});

describe('memory', () => {
  it('is told to the user whose it is, and to nobody else', async () => {
    const world = await openWorld();
    world.memories.push(
      memory('u1', 'The user’s dog is called Biscuit.', 'My dog is called Biscuit.'),
    );
    const known = await world.ask('What is my dog called?', { userId: 'u1' });
    expect(known.text).toContain('your dog is called Biscuit');
    expect(extension(known)).toMatchObject({
      decision: 'answered',
      reason: 'from-memory',
      memories: [{ quote: 'My dog is called Biscuit.' }],
    });
    for (const userId of ['u2', null]) {
      const unknown = await world.ask('What is my dog called?', { userId });
      expect(unknown.text).not.toContain('Biscuit');
      expect(extension(unknown)).toMatchObject({ decision: 'declined', memories: [] });
    }
  });

  it('is not needed for what was said in this conversation', async () => {
    const world = await openWorld();
    const messages: ChatMessage[] = [
      { role: 'user', content: 'My dog is called Biscuit.' },
      { role: 'assistant', content: 'Thank you for telling me.' },
      { role: 'user', content: 'What is my dog called?' },
    ];
    const heard = await world.ask('', { messages });
    expect(heard.text).toContain('Biscuit');
    expect(extension(heard).memories).toEqual([]);
  });
});

describe('a conversation', () => {
  it('is found again by the history that a client sends', async () => {
    const world = await openWorld();
    const first = await world.ask('Do you plank your boats in larch?');
    const messages: ChatMessage[] = [
      { role: 'user', content: 'Do you plank your boats in larch?' },
      { role: 'assistant', content: first.text },
      { role: 'user', content: 'Where did you learn to build boats?' },
    ];
    const second = await world.ask('', { messages });
    expect(extension(second).conversationId).toBe(extension(first).conversationId);
  });

  it('has a regenerated reply in the place of the one before', async () => {
    const world = await openWorld();
    const first = await world.ask('Hello!', { userId: 'u1' });
    const second: ChatMessage[] = [
      { role: 'user', content: 'Hello!' },
      { role: 'assistant', content: first.text },
      { role: 'user', content: 'Do you plank your boats in larch?' },
    ];
    await world.ask('', { messages: second, userId: 'u1' });
    await world.ask('', { messages: second, userId: 'u1' });
    expect(world.turns.map(({ status }) => status)).toEqual(['complete', 'replaced', 'complete']);
    expect(new Set(world.turns.map(({ conversationId }) => conversationId)).size).toBe(1);
  });

  it('is not shared by callers whom nobody tells apart, however alike they begin', async () => {
    const world = await openWorld();
    const first = await world.ask('Hello!');
    const go = (content: string): ChatMessage[] => [
      { role: 'user', content: 'Hello!' },
      { role: 'assistant', content: first.text },
      { role: 'user', content },
    ];
    // The first caller goes on with what was said; the second one says the same, and is somebody else.
    await world.ask('', { messages: go('Do you plank your boats in larch?') });
    await world.ask('', { messages: go('Do you plank your boats in larch?') });
    expect(world.turns.map(({ status }) => status)).toEqual(['complete', 'complete', 'complete']);
    const [hello, one, other] = world.turns.map(({ conversationId }) => conversationId);
    expect(one).toBe(hello);
    expect(other).not.toBe(hello);
  });

  it('keeps the history for a client that names it and sends its last message alone', async () => {
    const world = await openWorld();
    const conversationId = extension(
      await world.ask('Do you plank your boats in larch?'),
    ).conversationId;
    if (conversationId === undefined) throw new Error('no conversation');
    const more = await world.ask('Tell me more', { conversationId });
    expect(more.text).not.toContain('I plank my boats in larch');
    expect(world.turns.every(({ status }) => status === 'complete')).toBe(true);
  });

  it('of another user or key cannot be joined', async () => {
    const world = await openWorld();
    const conversationId = extension(await world.ask('Hello!', { userId: 'u1' })).conversationId;
    if (conversationId === undefined) throw new Error('no conversation');
    for (const other of [{ userId: 'u2' }, { userId: null }, { userId: 'u1', keyId: 'other' }]) {
      await expect(world.ask('Hello!', { conversationId, ...other })).rejects.toMatchObject({
        code: 'conversation.not-yours',
      });
    }
    expect(world.turns).toHaveLength(1);
  });
});

describe('what a stock client asks for housekeeping', () => {
  it('is answered, and neither stored nor announced nor told of memories', async () => {
    const model = scripted([say('no')]);
    const world = await openWorld(model);
    const heard = await world.ask(
      '### Task:\nGenerate a concise title.\nJSON format: {"title": ""}\n<chat_history>\nUSER: Why larch?\n</chat_history>',
    );
    expect(JSON.parse(heard.text)).toEqual({ title: expect.stringContaining('larch') });
    expect(heard.last).toMatchObject({
      type: 'done',
      turn: null,
      extension: { reason: 'housekeeping' },
    });
    expect([world.turns, world.pokes, model.requests]).toEqual([[], [], []]);
  });
});

describe('a model', () => {
  it('is given the prompt with its evidence, and its markers become citations', async () => {
    const model = scripted([
      say('Larch, from Norway'),
      { type: 'cite', n: 1 },
      say('.'),
      { type: 'usage', promptTokens: 9, completionTokens: 5 },
    ]);
    const world = await openWorld(model);
    const heard = await world.ask('Do you plank your boats in larch?');
    expect(heard.text).toBe('Larch, from Norway.');
    expect(heard.last).toMatchObject({
      type: 'done',
      usage: { promptTokens: 9, completionTokens: 5 },
    });
    expect(extension(heard)).toMatchObject({
      speaker: 'endpoint',
      model: 'scripted',
      citations: [{ n: 1, documentId: 'larch', startIndex: 0, endIndex: 18 }],
    });
    expect(JSON.stringify(model.requests[0]?.prompt)).toContain('I plank my boats in larch');
  });

  it('is remembered to have been shown what stood beside a passage, in another document', async () => {
    const known = facts.map((fact) => (fact.id === 'larch' ? { ...fact, after: 'school' } : fact));
    const model = scripted([say('Larch, from Norway'), { type: 'cite', n: 1 }]);
    const world = await openWorld(model, ida, known);
    await world.ask('Do you plank your boats in larch?');
    const larch = world.turns[0]?.evidence.find(({ documentId }) => documentId === 'larch');
    expect(larch?.contextKeys).toEqual([uuidOf('school')]);
  });

  it('is never asked for what is settled by rules: declines, and what the persona is', async () => {
    const model = scripted([say('I am human, and the capital is Ulaanbaatar.')]);
    const world = await openWorld(model);
    expect((await world.ask('What is the capital of Mongolia?')).text).not.toContain('Ulaanbaatar');
    expect((await world.ask('Are you human?')).text).toMatch(/AI|synthetic/u);
    expect(model.requests).toEqual([]);
  });

  it('that fails before its first word is replaced by the fallback, which is stated', async () => {
    const world = await openWorld(scripted([timeout]));
    const heard = await world.ask('Do you plank your boats in larch?');
    expect(heard.text).toContain('I plank my boats in larch');
    expect(extension(heard)).toMatchObject({
      decision: 'answered',
      reason: 'model-failed',
      speaker: 'extractive',
    });
    expect(heard.events.find(({ type }) => type === 'start')).toMatchObject({
      type: 'start',
      extension: { speaker: 'extractive', reason: 'model-failed' },
    });
    expect(world.turns).toMatchObject([{ status: 'complete' }]);
    expect(world.warnings).toMatchObject([{ fields: { code: 'model.timeout' } }]);
  });

  it('that fails in mid-stream leaves what came, stored as failed, with a stated error', async () => {
    const world = await openWorld(scripted([say('Larch, '), timeout]));
    const heard = await world.ask('Do you plank your boats in larch?');
    expect(heard.last).toMatchObject({
      type: 'error',
      error: { code: 'model.timeout' },
      turn: { status: 'failed' },
    });
    expect(world.turns).toMatchObject([{ status: 'failed', answer: 'Larch, ' }]);
  });
});

describe('a client that goes away', () => {
  it('in mid-stream leaves a turn with what was said so far, marked aborted', async () => {
    const client = new AbortController();
    const world = await openWorld(
      scripted([say('Larch it is. '), say('It grows in Norway. '), say('It bends well.')]),
      { ...ida, knowledgeLimits: { ...ida.knowledgeLimits, check: 'off' } },
    );
    const heard: string[] = [];
    const run = async (): Promise<void> => {
      const input = asked('Do you plank your boats in larch?', { signal: client.signal });
      for await (const event of answerTurn(world.deps, input)) {
        if (event.type === 'delta') heard.push(event.text);
        if (heard.length === 2) client.abort(new Error('gone'));
      }
    };
    await expect(run()).rejects.toThrow('gone');
    expect(world.turns).toMatchObject([
      { status: 'aborted', answer: 'Larch it is. It grows in Norway. ' },
    ]);
  });

  it('by not reading on does the same', async () => {
    const world = await openWorld(scripted([say('Larch it is. '), say('It grows in Norway.')]));
    const input = asked('Do you plank your boats in larch?');
    for await (const event of answerTurn(world.deps, input)) if (event.type === 'delta') break;
    expect(world.turns).toMatchObject([{ status: 'aborted', answer: 'Larch it is.' }]);
  });
});

describe('announcing', () => {
  it('that fails is logged, and the turn stands', async () => {
    const world = await openWorld();
    world.deps.evolution.poke = () => Promise.reject(new Error('queue down'));
    expect((await world.ask('Hello!')).last?.type).toBe('done');
    expect(world.turns).toHaveLength(1);
    expect(world.warnings).toHaveLength(1);
  });

  it('never happens for a turn that could not be stored', async () => {
    const world = await openWorld();
    world.deps.turns.append = () => Promise.reject(new Error('disk full'));
    await expect(world.ask('Hello!')).rejects.toThrow('disk full');
    expect(world.pokes).toEqual([]);
  });
});

describe('probes', () => {
  it('are measured without a trace', async () => {
    const world = await openWorld();
    const report = await evaluateProbes(world.deps, {
      personaId: 'ida',
      probes: {
        answer: [
          { question: 'Do you plank your boats in larch?', documents: ['larch'] },
          { question: 'Where did you learn to build boats?', documents: ['elsewhere'] },
        ],
        decline: [{ question: 'How does photosynthesis work?', near: true }],
      },
      signal: new AbortController().signal,
    });
    expect(report.rates).toEqual({ answer: 0.5, decline: 1, declineNear: 1 });
    expect(report.results.map(({ passed }) => passed)).toEqual([true, false, true]);
    expect(report.results[0]?.cited).toEqual(['larch']);
    expect([world.turns, world.pokes]).toEqual([[], []]);
  });
});

describe('a short question after a reply, of what nothing tells', () => {
  it('is declined for the reason that is spoken', async () => {
    const world = await openWorld();
    const { conversationId } = extension(await world.ask('What do you plank your boats in?'));
    if (conversationId === undefined) throw new Error('no conversation');
    const heard = await world.ask('Who paid the plumber?', { conversationId });
    expect(extension(heard)).toMatchObject({ decision: 'declined', reason: 'no-evidence' });
  });
});
