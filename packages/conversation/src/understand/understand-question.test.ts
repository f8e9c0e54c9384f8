import { describe, expect, it } from '@jest/globals';
import { personaDocumentSchema } from '@personate/contracts';
import type { ChatMessage } from '@personate/language';
import { understandQuestion } from './understand-question.ts';

const persona = personaDocumentSchema.parse({
  id: 'ida',
  name: 'Ida Berg',
  subject: { kind: 'fictional' },
  disclosure: 'Ida is synthetic.',
  persona: { voice: { languages: ['en', 'de'] } },
});
const said = (...texts: string[]): ChatMessage[] =>
  texts.map((content, index) => ({ role: index % 2 === 0 ? 'user' : 'assistant', content }));
const understood = (asked: string, history: ChatMessage[] = []) =>
  understandQuestion(asked, history, persona);

describe('an age', () => {
  const told = said('When did you build the Elin?', 'I built the Elin in 2003, out of larch.');

  it.each(['How old were you then?', 'How old were you?', 'And how old were you at that time?'])(
    'that is asked for by %j is that of the year just told',
    (asked) => {
      expect(understood(asked, told).profile).toEqual({ slot: 'age', of: '2003' });
      expect(understood(asked).profile).toEqual({ slot: 'age', of: '' });
    },
  );

  it('that the reply just told is not reckoned from its year', () => {
    const aged = said(
      'When did you build the Elin?',
      'I built her in 2003, when I was eight years old.',
    );
    const then = understood('How old were you then?', aged);
    expect(then).toMatchObject({ profile: null, followUp: true });
    expect(understood('How old are you?', aged).profile).toEqual({ slot: 'age', of: '' });
  });

  it('of today is not that of a year just told', () => {
    expect(understood('How old are you?', told).profile).toEqual({ slot: 'age', of: '' });
  });
});

describe('whom a pronoun stands for', () => {
  it.each([
    // What a question that points names besides is not what the next one points at.
    [
      'How did he die?',
      'your father',
      said(
        'Tell me about your father.',
        'My father came from Kiel.',
        'How did he come to Ireland?',
        'I do not know.',
      ),
    ],
    [
      'Was it ever built?',
      'the engine',
      said('Tell me about the engine.', 'I drew the engine.', 'Could it write music?', 'It might.'),
    ],
    [
      'What became of him?',
      'your eldest son Aaron',
      said(
        'What was your eldest son called?',
        'The boy was named Aaron after my father and was called Aaron Kiel.',
      ),
    ],
  ])('%j: %j', (asked, phrase, history) => {
    const { about } = understood(asked, history);
    expect(about?.phrase).toMatch(new RegExp(`^${phrase}`, 'u'));
  });

  it.each([
    ['Who taught you?', 'In Note A I wrote of a teacher.', 'Was he married?'],
    ['What did you lose at sea?', 'I lost a lamp.', 'Who found it?'],
    ['Which of your boats is the best?', 'I like the green one.', 'Who built it?'],
  ])('%j, %j, %j: nobody and nothing that was named', (before, reply, asked) => {
    expect(understood(asked, said(before, reply)).about).toBeUndefined();
  });
});

describe('a follow-up', () => {
  const before = said(
    'What do you do in the garden?',
    'I grow beans with my neighbour Rob in Kiel.',
  );

  it.each([
    ['And in winter?', 'What do you do in the garden? And in winter?'],
    ['Why?', 'What do you do in the garden? Why?'],
    ['Since when?', 'What do you do in the garden? Since when?'],
    ['What is he like?', 'What is your neighbour Rob like?'],
    ['Do you like it?', 'What do you do in the garden? Do you like it? (Rob, Kiel)'],
  ])('%j stands alone as %j', (asked, question) => {
    expect(understood(asked, before)).toMatchObject({ question, followUp: true });
  });

  it.each([
    [
      ['What is your brother called?', 'My brother Tomas was born in 1982.'],
      'Is he married?',
      'Is your brother Tomas married?',
    ],
    [
      ['Who is Kwame?', 'Kwame is younger than me, he cannot swim.'],
      'Can he swim?',
      'Can Kwame swim?',
    ],
    [
      ['Tell me about your cat.', 'My cat is deaf, and her name is Decibel.'],
      'How old is she?',
      'How old is your cat Decibel?',
    ],
    [
      ['What’s your wife’s name?', 'I founded a company, together with my wife Gena.'],
      'How did you meet her?',
      'How did you meet your wife Gena?',
    ],
    [
      ['What is the Analytical Engine?', 'Babbage began to plan it in 1834.'],
      'And how fast is it?',
      'How fast is the Analytical Engine?',
    ],
    [
      ['Who was your mother?', 'My mother was Anne Isabella Milbanke.'],
      'What were her books?',
      'What were your mother Anne’s books?',
    ],
    [
      [
        'Who’s the toughest guy you ever fought?',
        'In the final I fought the champion Bill Wallace.',
      ],
      'Did he win?',
      'Did Bill Wallace win?',
    ],
    [
      ["Who's Paudie?", 'Paudie is a fisherman who mends his nets himself.'],
      'Does he have a boat?',
      'Does Paudie have a boat?',
    ],
    [
      ['Tell me about Number Seven.', 'It was found by Murdo on Barra.'],
      'Why did you lose it?',
      'Why did you lose Number Seven?',
    ],
  ])('after %j, %j is about whom or what that was', (talk, asked, question) => {
    expect(understood(asked, said(...talk))).toMatchObject({ question, followUp: true });
  });

  it('stays with the one that was asked about, whomever an answer names', () => {
    const talk = said(
      'What is your brother called?',
      'My brother Tomas is a baker.',
      'Is he married?',
      'My father and my uncle married in the same church.',
    );
    expect(understood('When was he born?', talk).question).toBe(
      'When was your brother Tomas born?',
    );
  });

  it.each([
    ['How many seasons were there?', 'Who played your partner? How many seasons were there?'],
    ['Did you two quarrel?', 'Did you and your partner quarrel?'],
    ['Did you make a film together?', 'Did you and your partner make a film together?'],
  ])('hangs on what was talked of: %s', (asked, question) => {
    const talk = said('Who played your partner?', 'An old friend did.');
    expect(understood(asked, talk)).toMatchObject({ followUp: true, question });
  });

  it('asks of the two whom the talk is on', () => {
    const talk = said('How did you meet Mr Babbage?', 'I met Charles Babbage at a party.');
    expect(understood('Did you two ever quarrel?', talk).question).toBe(
      'Did you and Mr Babbage ever quarrel?',
    );
  });

  it('that says first what it is on is none', () => {
    const talk = said('How did you meet?', 'Over a gannet.');
    const { question, followUp } = understood('And the wedding, what was that like?', talk);
    expect([question, followUp]).toEqual(['What was your wedding like?', false]);
  });

  it('takes no greeting for what the talk is on', () => {
    const talk = said('Hi Mara! How are you?', 'Not the worst.');
    expect(understood('And do you like it?', talk).question).not.toContain('Hi Mara');
  });

  it('names what was asked about, and no scrap of the question', () => {
    const thesis = said('What was your thesis about?', 'Of this and that.');
    expect(understood('Who helped with it?', thesis).question).toBe('Who helped with your thesis?');
    const wings = said('What were the wings to be made of?', 'Of this and that.');
    expect(understood('Did it work?', wings).question).not.toContain('of work');
  });

  it('asks again for what was declined, where somebody pleads', () => {
    const talk = said('Want to grab a beer tonight?', 'I cannot.');
    expect(understood('Come on, just one!', talk).occasion).toBe('invitation');
    expect(understood('come on, just for an afternoon', talk).occasion).toBe('invitation');
    expect(understood('Come on, just one!', said('Who are you?', 'Ada.')).occasion).not.toBe(
      'invitation',
    );
  });

  it('of what to do about a sorrow just told stays with that', () => {
    const sad = said('I feel sad today', 'I am sorry to hear it.');
    expect(understood('What should I do?', sad).occasion).toBe('feeling-low');
    const boats = said('How do I bend a plank?', 'With steam.');
    expect(understood('What should I do?', boats).occasion).toBeNull();
  });

  it('tells of a sorrow behind a name', () => {
    const told = "Hi Ida, I'm Sofia. I just lost my job and feel rather down.";
    expect(understood(told).occasion).toBe('feeling-low');
    expect(understood("Hi, I'm Tom, I'm 14 and I get bullied at school.").occasion).toBe(
      'feeling-low',
    );
  });

  it('stays in the language of the talk where its words do not tell', () => {
    const talk = said('Wie lange hält das?', 'Lange.');
    expect(understood('Womit dichtet man Fugen ab?', talk).language).toBe('de');
    expect(understood('And where did you learn it?', talk).language).toBe('en');
  });

  it('of those whom one has is on them', () => {
    const talk = said('I come from Bremen. Do you have children?', 'I had three children.');
    expect(understood('What are they called?', talk).question).toBe(
      'What are your children called?',
    );
  });

  it('of the place that was told asks where', () => {
    const home = said('Where do you live?', 'In a cottage at Tarrea.');
    const { question, followUp } = understood('And is that where you grew up?', home);
    expect({ question, followUp }).toEqual({ question: 'Where did you grow up?', followUp: false });
  });

  it('of how they met is on whom the talk is on', () => {
    const wife = said('Where do you live?', 'In Kinvara.', 'And your wife?', 'Ruth is a vet.');
    expect(understood('How did you meet?', wife).question).toBe('How did you and your wife meet?');
  });

  it('greets and asks who that is', () => {
    expect(understood('Hello Ida, who are you?').aspect).toBe('identity');
    expect(understood('Hi! Who are you and what do you do?').aspect).toBe('identity');
    expect(understood('Hello! Who am I talking to?').aspect).toBe('identity');
    const talk = said('Where were you born?', 'In Kiel.');
    expect(understood('Then who am I talking to?', talk).occasion).toBe('are-you-real');
  });

  it('stays with whom an answer told of first', () => {
    const talk = said(
      'When did you move in together?',
      'Ruth and I moved in together in May. My mother says it was April.',
    );
    expect(understood('What does she do?', talk).question).toBe('What does Ruth do?');
  });

  it.each(['What colour?', 'Why the hat?', 'After which race?', 'What had broken?'])(
    '%j lacks too much to stand alone',
    (asked) => expect(understood(asked, before)).toMatchObject({ followUp: true }),
  );

  it('for another one after a laugh wants a joke', () => {
    const talk = said('haha good one', 'I try.');
    expect(understood('Tell me another', talk).occasion).toBe('joke');
  });

  it('does not take a woman for "he"', () => {
    const talk = said('Who was your mother?', 'My mother was a teacher.');
    expect(understood('Where was he born?', talk).question).not.toContain('your mother born');
  });

  it.each(['So how old are you?', 'And where do you live?', 'But what do you do for a living?'])(
    '%j stands alone, whatever it begins with',
    (asked) => {
      expect(understood(asked, before)).toMatchObject({ question: asked, followUp: false });
    },
  );

  it('for more asks the same again', () => {
    expect(understood('Tell me more', before)).toMatchObject({
      question: 'What do you do in the garden?',
      more: true,
    });
  });

  it('hangs on the last question that stood alone, past thanks and other follow-ups', () => {
    const history = [...before, ...said('And in winter?', 'I read.', 'Thanks!', 'My pleasure.')];
    expect(understood('And why?', history).question).toBe('What do you do in the garden? And why?');
  });

  it.each([
    'What was it like to move to Berlin?',
    'Who is the man that taught you?',
    'Is it true that you were born in Kiel in the winter of 1978 at sea?',
  ])('is not %j', (asked) => {
    expect(understood(asked, before)).toMatchObject({ question: asked, followUp: false });
  });

  it('is nothing where nothing was asked before', () => {
    expect(understood('And in winter?')).toMatchObject({ followUp: false });
  });
});

describe('who is asked about', () => {
  it.each([
    ['Who are you?', 'identity'],
    ['Tell me about yourself', 'identity'],
    ["What's your name?", 'name'],
    ['What are you good at?', 'skills'],
    ['What are your goals?', 'goals'],
    ['How would you describe your personality?', 'traits'],
    ['Wer bist du?', 'identity'],
    ['Was kannst du gut?', 'skills'],
  ])('%j asks for the persona’s %s', (asked, aspect) => {
    expect(understood(asked).aspect).toBe(aspect);
  });

  it.each([
    ['What is my dog called?', 'one'],
    ['Where do I live?', 'one'],
    ['Do you remember my name?', 'one'],
    ['What do you know about me?', 'all'],
    ['What did I tell you about my sister?', 'one'],
    ['Wie heißt mein Hund?', 'one'],
  ])('%j asks for what the user told (%s)', (asked, aboutUser) => {
    expect(understood(asked).aboutUser).toBe(aboutUser);
  });

  it.each([
    'What should I do when I am scared?',
    'How do I become a boat builder?',
    'Can you tell me where you live?',
    'What would you do in my place?',
    'Who are your friends?',
    'Where did you live?',
  ])('%j asks for neither', (asked) => {
    expect(understood(asked)).toMatchObject({ aspect: null, aboutUser: null });
  });
});

it('a short follow-up keeps the language of the conversation', () => {
  expect(understood('Und dann?', said('Wo bist du aufgewachsen?', 'In Kiel.')).language).toBe('de');
  expect(understood('Kiel?', said('Wo bist du aufgewachsen?', 'In Kiel.')).language).toBe('de');
});

describe('a long message', () => {
  const page = 'We walked along the quay and spoke of the weather. '.repeat(400);

  it('is understood by what stands at its beginning and at its end', () => {
    expect(understood(`How old are you? ${page}`).question).toMatch(
      /^How old are you\? We walked/u,
    );
    expect(understood(`${page} Who taught you to sail?`).question).toMatch(
      /^We walked .* … .* Who taught you to sail\?$/u,
    );
  });

  it('is read whole where somebody is in need, or asks whether anybody is there', () => {
    expect(understood(`${page}I want to die. ${page}`).occasion).toBe('in-crisis');
    expect(understood(`${page}Are you a real person? ${page}`).occasion).toBe('are-you-real');
  });

  it.each([
    'is ',
    'when i ',
    'how much does ',
    'are you ',
    'what did you ',
    'you say ',
    'vad jag ',
    'a',
  ])('of nothing but %j keeps nobody waiting', (word) => {
    understood('Where is the boat?');
    const message = word.repeat(20_000 / word.length);
    const began = process.cpuUsage();
    understood(message);
    understood('And why was it so?', said(message, message));
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(600);
  });
});
