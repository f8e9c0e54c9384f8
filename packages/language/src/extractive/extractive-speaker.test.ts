import { describe, expect, it } from '@jest/globals';
import {
  personaDocumentSchema,
  type PersonaDocumentInput,
  type SearchResult,
} from '@personate/contracts';
import type { ChatMessage, SpeakRequest, SpokenPart } from '../speaker.ts';
import { ExtractiveSpeaker } from './extractive-speaker.ts';
import { sampleEvidence } from './sample-evidence.ts';

const ida: PersonaDocumentInput = {
  id: 'ida',
  name: 'Ida Berg',
  subject: { kind: 'fictional' },
  disclosure: 'Ida Berg is synthetic.',
  persona: {
    summary: 'Ida Berg is a boat builder from Kiel. She built eleven boats.',
    voice: { openings: ['Well now,', 'Short answer first.'], closings: ['That is all.'] },
    traits: [{ name: 'patient', strength: 0.9 }],
  },
  skills: {
    skills: [
      { skill: 'boat building', level: 'expert' },
      { skill: 'the fiddle', level: 'dabbled' },
    ],
  },
  goals: { goals: [{ goal: 'Finish the last boat', priority: 1 }] },
  knowledgeLimits: {
    asOf: '2024-12-31',
    declines: ['I have nothing on {topic}.', 'I do not know.', 'You have me there.'],
    smallTalk: { 'are-you-real': ['Who can say?', 'No: I am an AI, a synthetic persona.'] },
  },
};

let serial = 0;
function evidence(text: string, more: Partial<SearchResult> = {}): SearchResult {
  serial += 1;
  return sampleEvidence(serial, text, more);
}

function request(question: string, more: Partial<SpeakRequest> = {}): SpeakRequest {
  return {
    persona: personaDocumentSchema.parse(ida),
    asked: question,
    question,
    language: 'en',
    decision: 'answered',
    evidence: [],
    memories: [],
    history: [],
    prompt: [],
    style: 0.7,
    ...more,
  };
}

async function parts(asked: SpeakRequest): Promise<SpokenPart[]> {
  const speaker = new ExtractiveSpeaker();
  const spoken: SpokenPart[] = [];
  for await (const part of speaker.speak(asked, new AbortController().signal)) spoken.push(part);
  return spoken;
}

async function reply(asked: SpeakRequest): Promise<string> {
  return (await parts(asked)).map((part) => (part.type === 'text' ? part.text : '')).join('');
}

const answered = (text: string): ChatMessage => ({ role: 'assistant', content: text });

describe('a reply without a model', () => {
  it('is made of the persona’s own sentences, each cited', async () => {
    const text = 'I plank in larch. Larch bends without breaking. My cat is grey.';
    const spoken = await parts(
      request('Which timber do you plank in, larch or oak?', { evidence: [evidence(text)] }),
    );
    expect(spoken[0]).toEqual({ type: 'text', text: 'I plank in larch.' });
    expect(spoken[1]).toEqual({ type: 'cite', n: 1 });
    const cited = spoken.filter(({ type }) => type === 'cite').length;
    expect(cited).toBe(spoken.filter(({ type }) => type === 'text').length);
  });

  it('tells of the number that was asked for, however near another one comes', async () => {
    const bought = (number: number) =>
      evidence(`I bought the kettle with the number ${number} from the widow in Street ${number}.`);
    const asked = request('What do you remember of the kettle with the number 1394?', {
      evidence: [
        { ...bought(1410), score: 3 },
        { ...bought(1401), score: 2 },
        { ...bought(1394), score: 1 },
      ],
    });
    // To this embedder the first of them is the nearest.
    const similarity = async (_question: string, texts: readonly string[]): Promise<number[]> =>
      texts.map((text) => (text.includes('1410') ? 0.95 : 0.7));
    const analyse = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const speaker = new ExtractiveSpeaker({ analyse, similarity });
    let said = '';
    for await (const part of speaker.speak(asked, new AbortController().signal))
      if (part.type === 'text') said += part.text;
    expect(said).toContain('1394');
    expect(said).not.toContain('1410');
  });

  it('leaves out what does not stand alone, links, questions and other people’s words', async () => {
    const asked = request('Do you like larch?', {
      evidence: [
        evidence('That is why I like larch.'),
        evidence('Do you like larch?', { stance: 'to', author: 'Rob' }),
        evidence('Larch, larch, larch! #larch https://example.org/larch'),
        evidence('I have liked larch since my first winter in the yard.'),
      ],
    });
    expect(await reply(asked)).toBe('I have liked larch since my first winter in the yard.');
  });

  it('declines, and says so, where nothing of the evidence can be said', async () => {
    const spoken = await parts(
      request('Do you like larch?', { evidence: [evidence('That is larch?')] }),
    );
    expect(spoken[0]).toEqual({ type: 'declined' });
    expect(spoken.at(-1)?.type).toBe('text');
  });

  it('dates what is bound to its time, and never tells a plan that is long over', async () => {
    const dated = { kind: 'social', at: '2019-05-16T10:00:00Z', atPrecision: 'second' } as const;
    const asked = request('What about the launch of the boat?', {
      evidence: [
        evidence('The launch of the boat is on Thursday at noon.', dated),
        evidence('Today we had the launch of the boat in the rain.', dated),
      ],
    });
    const told = await reply(asked);
    expect(told).toContain('May 2019');
    expect(told).toContain('“Today we had the launch of the boat in the rain.”');
    expect(told).not.toContain('Thursday');
  });

  it('tells what others wrote in the first person, or says that it is written', async () => {
    const about = { stance: 'about', author: 'A Reporter' } as const;
    const first = request('When did you win the race?', {
      evidence: [evidence('Ida won the race in 2011.', about)],
    });
    expect(await reply(first)).toBe('I won the race in 2011.');
    const other = 'Ida Berg, the daughter of a baker, won the race in 2011.';
    const second = request('When did you win the race?', { evidence: [evidence(other, about)] });
    expect(await reply(second)).toMatch(
      /^(?:It is written of me|Others wrote of me): “Ida Berg, the daughter/u,
    );
  });

  it('does not repeat itself in a conversation', async () => {
    const text = 'I plank in larch. I bought the larch in Norway, from a farmer with one arm.';
    const history = [{ role: 'user' as const, content: 'Larch?' }, answered('I plank in larch.')];
    const told = await reply(
      request('Tell me about the larch', { evidence: [evidence(text)], history }),
    );
    expect(told).toBe('I bought the larch in Norway, from a farmer with one arm.');
  });

  it('quotes words in another language as such', async () => {
    const own = evidence('Jag bygger båtar av lärk, och det har jag gjort i tjugo år.');
    const told = await reply(request('Av lärk, båtar?', { evidence: [own] }));
    expect(told).toContain('In Swedish');
    expect(told).toContain('“Jag bygger båtar av lärk');
  });

  it('is the same for the same request, and begins no two replies alike in a row', async () => {
    const openings = new Set<string>();
    const repeated: string[] = [];
    const questions = [
      'What do you think of larch?',
      'Do you like larch?',
      'Would you recommend larch?',
      'Your opinion of larch?',
      'Should one use larch?',
      'Do you prefer larch?',
      'Do you think larch is good?',
    ];
    for (const question of questions) {
      const own = evidence('I have used larch for all my boats since I began.');
      const asked = request(question, { evidence: [own] });
      const first = await reply(asked);
      expect(await reply(asked)).toBe(first);
      const opening = /^(?:Well now,|Short answer first\.)/u.exec(first)?.[0];
      openings.add(opening ?? 'none');
      const history = [
        { role: 'user' as const, content: question },
        answered(`${opening ?? '-'} Yes.`),
      ];
      const second = await reply({ ...asked, history });
      if (opening !== undefined && second.startsWith(opening)) repeated.push(second);
    }
    expect(openings.size).toBeGreaterThan(1);
    expect(repeated).toEqual([]);
  });

  it.each([
    ['a fact', 'When did you use larch?', 'I have used larch for all my boats since I began.'],
    [
      'what is sad',
      'What do you think of larch?',
      'I built a coffin of larch when my father died.',
    ],
    ['figures', 'Do you like larch?', 'I like larch: it weighs 590 kilos the cubic metre.'],
  ])('tells %s without a flourish before it', async (_what, question, text) => {
    for (const place of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
      const history = Array.from({ length: place }, () => answered('Yes.'));
      const told = await reply(request(question, { evidence: [evidence(text)], history }));
      expect(told).toMatch(/^I /u);
    }
  });

  it('at the dial’s end has no manner left, and at the other end shows one; its facts are the same', async () => {
    const own = evidence('I’ve used larch for all my boats since 1998.');
    const at = (style: number) =>
      reply(request('When did you begin to use larch?', { style, evidence: [own] }));
    expect(await at(0)).toBe('I have used larch for all my boats since 1998.');
    const full = await at(1);
    expect(full).toContain('I’ve used larch for all my boats since 1998.');
    expect(full.length).toBeGreaterThan(own.text.length);
  });

  it('goes on in the document that it quoted when it is asked why', async () => {
    const note = evidence(
      'I have a low opinion of jet skis. A jet ski is a chainsaw with a seat. The seals hear it for two miles, because water carries sound.',
    );
    const said = 'I have a low opinion of jet skis. A jet ski is a chainsaw with a seat.';
    const asked = request('What do you think about jet skis? Why?', {
      asked: 'Why?',
      evidence: [note],
      followUp: true,
      goesOn: true,
      recent: new Set([note.documentKey]),
      history: [{ role: 'user', content: 'What do you think about jet skis?' }, answered(said)],
    });
    expect(await reply(asked)).toBe(
      'The seals hear it for two miles, because water carries sound.',
    );
  });

  it('stays with what was told last when it is asked of there', async () => {
    const home = evidence(
      'I live in a cottage at Tarrea, outside Kinvara. One wall of the cottage is damp in a way that I respect.',
    );
    const nice = evidence('It is nice there, people say of the new harbour in Galway.');
    const told = 'I live in a cottage at Tarrea, outside Kinvara.';
    const asked = request('Where do you live? Is it nice there?', {
      asked: 'Is it nice there?',
      evidence: [nice, home],
      followUp: true,
      recent: new Set([home.documentKey]),
      history: [{ role: 'user', content: 'Where do you live?' }, answered(told)],
    });
    expect(await reply(asked)).toBe('One wall of the cottage is damp in a way that I respect.');
  });

  it('says again what it said, and that it did, where that alone answers', async () => {
    const note = evidence(
      'My brother Tomas was born in 1982 and has a bakery with his wife Karin.',
    );
    const asked = request('When was your brother Tomas born?', {
      asked: 'When was he born?',
      evidence: [note],
      followUp: true,
      history: [
        { role: 'user', content: 'What is your brother called?' },
        answered('My brother Tomas was born in 1982 and has a bakery with his wife Karin.'),
      ],
    });
    expect(await reply(asked)).toContain('As I said: my brother Tomas was born in 1982');
  });

  it('does not say again what was told to what only judges or supposes', async () => {
    const note = evidence('My student Steve Pohl advised me to study acting.');
    const asked = (question: string): SpeakRequest =>
      request(question.replace('he', 'your student Steve Pohl'), {
        asked: question,
        evidence: [note],
        followUp: true,
        about: { phrase: 'Steve Pohl', person: true },
        history: [
          { role: 'user', content: 'Who got you into acting?' },
          answered('My student Steve Pohl advised me to study acting.'),
        ],
      });
    expect(await reply(asked('Was he a good student?'))).not.toContain('As I said');
    expect(await reply(asked('Would he study acting?'))).not.toContain('As I said');
    expect(await reply(asked('What did he study?'))).not.toBe('');
  });

  it('declines a follow-up in its own words, and says that there is no more only where more was asked for', async () => {
    const about = (question: string, goesOn: boolean): Promise<string> =>
      reply(
        request(`Who won the race? ${question}`, {
          asked: question,
          followUp: true,
          goesOn,
          history: [{ role: 'user', content: 'Who won the race?' }, answered('The grey horse.')],
        }),
      );
    expect(['I do not know.', 'You have me there.']).toContain(await about('Was it fast?', false));
    expect(['I do not know.', 'You have me there.']).not.toContain(await about('Why?', true));
  });

  it('reads the row of a table aloud, and not the next one with it', async () => {
    const prices = evidence(
      'New car lighting, LED | 420 | once\nReplacement of ropes | 3900 | once',
    );
    const spoken = await reply(request('Is the new lighting LED?', { evidence: [prices] }));
    expect(spoken).not.toMatch(/\||ropes/u);
    expect(spoken).toContain('New car lighting, LED: 420, once.');
  });

  it('takes an entry of a list of languages for no answer on work', async () => {
    const entry = evidence('I speak Irish (professional working proficiency).');
    expect(await reply(request('Who do you work with?', { evidence: [entry] }))).not.toContain(
      'Irish',
    );
    expect(await reply(request('Do you speak Irish?', { evidence: [entry] }))).toContain('Irish');
  });

  it('introduces itself in one or two sentences, and quotes what it cannot turn into its own words', async () => {
    const who = (summary: string): Promise<string> =>
      reply(
        request('Who are you?', {
          persona: personaDocumentSchema.parse({ ...ida, persona: { summary } }),
          reason: 'from-persona',
          aspect: 'identity',
        }),
      );
    const long = 'Ida Berg is a boat builder. She built a boat. She lost one. She found it again.';
    expect(await who(long)).toMatch(/a boat builder\. I built a boat\.$/u);
    const bio =
      "nerd with a penchant for breaking in. spends too much time coding her 'slang' language. ida's code is her diary.";
    const told = await who(bio);
    expect(told).toMatch(/^I am Ida Berg\. .*“nerd with a penchant for breaking in\.”$/u);
    expect(told).not.toContain('diary');
    const listed = '[Ida Berg = builds boats, and answers questions on caulking.]';
    expect(await who(listed)).toBe('I am Ida Berg.');
  });

  it('recites no list of attributes, as character cards have them', async () => {
    const card = evidence(
      '[Ida Berg = builds boats with {{user}}, and shows how caulking is done.]\n\nIda Berg builds boats in Kinvara.',
      { stance: 'about' },
    );
    const told = await reply(request('What do you do with boats?', { evidence: [card] }));
    expect(told).toContain('build boats in Kinvara');
    expect(told).not.toMatch(/[[=]/u);
  });

  it('says who somebody is to it before anything else that names them', async () => {
    const told = evidence('Ruth read the first page. I told Ruth so.');
    const role = evidence('I drove to the mart with my wife Ruth, who is a vet.');
    expect(await reply(request('Who is Ruth?', { evidence: [told, role] }))).toBe(
      'I drove to the mart with my wife Ruth, who is a vet.',
    );
  });

  it('tells a short paragraph to its end: the punch line comes last', async () => {
    const post = evidence(
      'I moved to Bristol in 2015 for six months. That was the plan. Still here.',
    );
    expect(await reply(request('When did you move to Bristol?', { evidence: [post] }))).toBe(
      'I moved to Bristol in 2015 for six months. That was the plan. Still here.',
    );
  });

  it('can be aborted', async () => {
    const speaker = new ExtractiveSpeaker();
    const speak = async () => {
      for await (const _ of speaker.speak(request('Hm?'), AbortSignal.abort(new Error('gone'))))
        break;
    };
    await expect(speak()).rejects.toThrow('gone');
  });
});

describe('a decline', () => {
  const declined = { decision: 'declined', reason: 'no-evidence' } as const;

  it('is the persona’s own from the dial’s middle on, and nobody’s in particular at 0', async () => {
    const own = ['I have nothing on Mars.', 'I do not know.', 'You have me there.'];
    for (const question of ['What of Mars?', 'What do you think about Mars?']) {
      const at = (style: number) => reply(request(question, { ...declined, style }));
      expect(own).toContain(await at(0.5));
      expect(own).not.toContain(await at(0));
    }
  });

  it('is one of the persona’s sentences with the topic filled in, never the same twice in a row', async () => {
    const history: ChatMessage[] = [];
    let last = '';
    for (let turn = 0; turn < 6; turn += 1) {
      const told = await reply(request('What do you think about Mars?', { ...declined, history }));
      expect(['I have nothing on Mars.', 'I do not know.', 'You have me there.']).toContain(told);
      expect(told).not.toBe(last);
      last = told;
      history.push({ role: 'user', content: 'What do you think about Mars?' }, answered(told));
    }
  });

  it('leaves the topic out where the question has none that is plain', async () => {
    for (const question of ['Why?', 'How is it done?', 'What if they did?']) {
      expect(await reply(request(question, declined))).not.toContain('{');
    }
  });

  it('speaks the question’s language, and says which one it would understand', async () => {
    const told = await reply(
      request('Wer hat das Rennen gewonnen?', { ...declined, language: 'de' }),
    );
    expect(told).toBe(
      'Ich kann hier leider nur auf Englisch antworten. Fragst du mich so noch einmal?',
    );
    const french = request('Qui a gagné la course ?', { ...declined, language: 'fr' });
    expect(await reply(french)).toBe(
      'Je ne peux malheureusement pas répondre en français. Posez-moi la question en anglais.',
    );
  });

  it('tells where its knowledge ends when that is the reason', async () => {
    const asked = request('Who won in 2026?', {
      decision: 'declined',
      reason: 'after-knowledge-date',
    });
    expect(await reply(asked)).toContain('December 2024');
  });
});

describe('where somebody works', () => {
  const career = { kind: 'career', atPrecision: 'month' } as const;
  const ended = evidence(
    'I worked as Staff Nurse at Leeds Royal Infirmary in Leeds from September 2016 to October 2022.',
    { ...career, at: '2016-09-01T00:00:00Z', score: 1 },
  );
  const open = evidence('I have worked as Palliative Care Nurse at St Oswin since November 2022.', {
    ...career,
    at: '2022-11-01T00:00:00Z',
    score: 0.8,
  });
  const oldNote = evidence('I work nights at the Royal Infirmary, and I like it.', {
    at: '2019-07-20T00:00:00Z',
    atPrecision: 'day',
  });
  const ask = (all: SearchResult[]): Promise<string> =>
    reply(
      request('Where do you work now?', {
        evidence: all,
        profile: { slot: 'occupation', of: '' },
      }),
    );

  it('is the position that stands, before one that ended and before an older note', async () => {
    expect(await ask([ended, oldNote, open])).toMatch(/^I have worked as Palliative Care Nurse/u);
    expect(await ask([ended])).toMatch(/Staff Nurse/u);
  });

  it('is what a newer note says where that tells of now', async () => {
    const newNote = evidence('I now teach student nurses at York St John, three days a week.', {
      at: '2024-10-05T00:00:00Z',
      atPrecision: 'day',
      score: 0.7,
    });
    const told = await ask([ended, open, newNote]);
    expect(told).toContain('teach student nurses');
    expect(told.indexOf('teach student nurses')).toBeLessThan(
      `${told}Palliative`.indexOf('Palliative'),
    );
    expect(told).not.toContain('Staff Nurse');
  });
});

describe('talk that needs no evidence', () => {
  it('always says plainly that it is synthetic, however coy the persona’s lines are', async () => {
    for (let turn = 0; turn < 8; turn += 1) {
      const asked = request(`Are you real ${'?'.repeat(turn)}`, {
        reason: 'synthetic-identity',
        occasion: 'are-you-real',
      });
      expect(await reply(asked)).toBe('No: I am an AI, a synthetic persona.');
    }
  });

  it('says no "no" to a question that asks for no yes or no', async () => {
    for (const question of ['Who made you?', 'So who am I talking to?', 'Which model is this?']) {
      for (let turn = 0; turn < 6; turn += 1) {
        const asked = request(`${question}${'?'.repeat(turn)}`, {
          reason: 'synthetic-identity',
          occasion: 'are-you-real',
          style: 0,
        });
        expect(await reply(asked)).not.toMatch(/^no\b/iu);
      }
    }
  });

  it('has lines of its own for every occasion and language', async () => {
    const seen = new Set<string>();
    for (const language of ['en', 'de', 'sv', 'es']) {
      const told = await reply(
        request('Hi', { language, reason: 'small-talk', occasion: 'greeting' }),
      );
      expect(told).not.toBe('');
      seen.add(told);
    }
    expect(seen.size).toBe(4);
  });

  it('introduces the persona from its own modules, in the first person', async () => {
    const identity = await reply(
      request('Who are you?', { reason: 'from-persona', aspect: 'identity' }),
    );
    expect(identity).toBe('I am Ida Berg. I am a boat builder from Kiel. I built eleven boats.');
    const skills = await reply(
      request('What can you do?', { reason: 'from-persona', aspect: 'skills' }),
    );
    expect(skills).toBe(
      'What I am best at: boat building. I have also tried my hand at the fiddle.',
    );
  });

  it('tells the user back what they told', async () => {
    const memories = [
      {
        id: 'm',
        text: 'The user’s dog is called Biscuit.',
        quote: 'By the way, my dog is called Biscuit.',
      },
    ];
    const told = await reply(
      request('What is my dog called?', { reason: 'from-memory', memories }),
    );
    expect(told).toMatch(/your dog is called Biscuit\.$/u);
  });
});

describe('humour that is called for', () => {
  it('puts the humorous one first of two sentences that answer alike; uncalled for it does not', async () => {
    const plain = 'I varnish my boats in April, and they take three coats by the first of May.';
    const wry =
      'I varnish my boats in April, and the brush complained like a wet cat all through it.';
    const asked = request('When do you varnish your boats?', {
      evidence: [evidence(plain), evidence(wry)],
    });
    expect((await reply({ ...asked, humour: true })).startsWith(wry)).toBe(true);
    expect((await reply(asked)).startsWith(plain)).toBe(true);
  });
});
