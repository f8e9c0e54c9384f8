import { describe, expect, it } from '@jest/globals';
import { personaDocumentSchema } from '@personate/contracts';
import { ageAt, birthIn, birthOf } from './birth.ts';
import { otherQuestionOf } from './other-question.ts';
import { otherFit } from './other-shape.ts';
import { profileQuestionOf } from './profile-question.ts';
import { holdsProfile } from './profile-shape.ts';
import { speakFromModules } from './speak-profile.ts';
import { workStanding } from './work-standing.ts';

describe('what everybody is asked is known by its words', () => {
  it.each([
    ['How old are you?', 'en', 'age', ''],
    ['Hi Mara! How old are you?', 'en', 'age', ''],
    ['What’s your age?', 'en', 'age', ''],
    ['When were you born?', 'en', 'birthday', ''],
    ['Where were you born?', 'en', 'birthplace', ''],
    ['Where do you live now?', 'en', 'residence', ''],
    ['What do you do for a living?', 'en', 'occupation', ''],
    ['Where do you work now?', 'en', 'occupation', ''],
    ['Where do you currently work?', 'en', 'occupation', ''],
    ['What is your current job?', 'en', 'occupation', ''],
    ['Wo arbeitest du jetzt?', 'de', 'occupation', ''],
    ['Are you married?', 'en', 'marriage', ''],
    ['Do you have any children?', 'en', 'children', ''],
    ['Do you have brothers or sisters?', 'en', 'siblings', ''],
    ['What’s your mother called?', 'en', 'name-of', 'mother'],
    ['What was your dad’s name?', 'en', 'name-of', 'father'],
    ['What are the names of your children?', 'en', 'name-of', 'children'],
    // Those of other children are no answer.
    ['What are the names of your twins?', 'en', 'name-of', 'twins'],
    ['Do you have a dog?', 'en', 'pets', ''],
    ['How tall are you?', 'en', 'height', ''],
    ['What is your phone number?', 'en', 'contact', ''],
    ['What are you afraid of?', 'en', 'fears', ''],
    ['Have you ever gambled?', 'en', 'habit', 'gamble'],
    ['What’s your favourite food?', 'en', 'favourite', 'food'],
    ['What’s your favourite constructor?', 'en', 'favourite', 'constructor'],
    ['Which constructor do you like best?', 'en', 'favourite', 'constructor'],
    ['Wie alt bist du?', 'de', 'age', ''],
    ['Wo wohnst du?', 'de', 'residence', ''],
    ['Wie heißt deine Schwester?', 'de', 'name-of', 'sister'],
    ['Hur gammal är du?', 'sv', 'age', ''],
    ['¿Tienes hijos?', 'es', 'children', ''],
  ])('%j (%s)', (question, language, slot, of) => {
    expect(profileQuestionOf(question, language)).toEqual({ slot, of });
  });

  it.each([
    'How old were you when your father died?',
    'Where do you live when you are at sea?',
    'Do you have a recipe for bread?',
    'What do you do when the wind drops?',
    'What do you do now that the wind drops?',
    'What do you think of Mr Babbage?',
  ])('and %j is not', (question) => {
    expect(profileQuestionOf(question, 'en')).toBeNull();
  });
});

describe('an age in a year that was talked of', () => {
  const persona = personaDocumentSchema.parse({
    id: 'ida',
    name: 'Ida Berg',
    subject: { kind: 'fictional' },
    disclosure: 'Ida is synthetic.',
    persona: { timeline: [{ what: 'Born', from: '1970-05-02', where: 'Kiel' }] },
    knowledgeLimits: { asOf: '2020-12-31' },
  });
  const told = (of: string): string | null =>
    speakFromModules({
      persona,
      profile: { slot: 'age', of },
      asked: '',
      question: '',
      language: 'en',
      decision: 'answered',
      evidence: [],
      memories: [],
      history: [],
      prompt: [],
      style: 0,
    });

  it('is told of that year, and of the end of knowledge where none was', () => {
    expect(told('2003')).toBe('In 2003 I turned 33.');
    expect(told('')).toContain('50');
  });

  it('is not told of a year before the birth', () => {
    expect(told('1815')).not.toContain('1815');
  });
});

describe('only a sentence of the right shape answers it', () => {
  it.each([
    ['residence', '', 'Ruth and I live in a cottage at Tarrea.', true],
    ['residence', '', 'I would never live in a city again.', false],
    ['residence', '', 'A public hydrophone, live on the web day and night.', false],
    ['birthday', '', 'I was born in London on 10 December 1815.', true],
    ['birthday', '', 'I aged ten years in that storm.', false],
    ['marriage', '', 'My parents married in June 1975.', false],
    ['marriage', '', 'Ruth and I married on the quay.', true],
    ['siblings', '', 'I keep a photograph of that shackle’s brother over my desk.', false],
    ['siblings', '', 'My brother Tomas was born in 1982.', true],
    ['pets', '', 'I had a cat called Puff, of which I was very fond.', true],
    ['name-of', 'mother', 'My mother was Anne Isabella Milbanke.', true],
    ['name-of', 'mother', 'My middle name is Brigid, after my mother’s mother.', false],
    ['name-of', 'cat', 'My cat is white, and her name is Decibel.', true],
    ['name-of', 'wife', 'I met my wife over a gannet.', false],
    ['favourite', 'race constructor', 'My favourite constructor built three boats.', true],
    ['favourite', 'race constructor', 'I like the rain best.', false],
    ['habit', 'smoke', 'Smoked haddock, leeks, floury spuds, and no flour.', false],
    ['habit', 'gamble', 'I betted on horses and lost a great deal of money.', true],
    ['favourite', 'food', 'A child asked me which is my favourite sound.', false],
    ['favourite', 'sound', 'My favourite sound is an oar, from inside.', true],
    ['favourite', 'book', 'I learned that my favourite hydrophone had been reading low.', false],
    ['favourite', 'name for the boat', 'My favourite name for the boat is Heron.', true],
    [
      'favourite',
      'project name for the merger',
      'My favourite project name for the merger is Heron.',
      true,
    ],
    ['height', '', 'I’d build a gleoiteog from the keel up, twenty-five feet.', false],
    ['height', '', 'I am six feet tall.', true],
    ['occupation', '', 'I work as a technician in Galway.', true],
    ['occupation', '', 'I now teach student nurses at York St John.', true],
    ['occupation', '', 'I now run every morning.', false],
    ['fears', '', 'Weavers feared the loom at first.', false],
    ['fears', '', 'I am not afraid of sharks.', true],
  ] as const)('%s %s: %j is one: %s', (slot, of, sentence, holds) => {
    expect(holdsProfile(sentence, { slot, of })).toBe(holds);
  });
});

it('whose child the persona is says who somebody was', () => {
  const other = otherQuestionOf('Who was Lord Byron?', 'en');
  if (other === null) throw new Error('not understood as a question on somebody');
  const fit = (sentence: string): number => otherFit(sentence, other);
  expect(fit('I was watched from childhood as the daughter of Lord Byron.')).toBeGreaterThan(
    fit('I talked with Hobhouse about the character of Lord Byron.'),
  );
});

it.each([
  ['I have worked as Palliative Care Nurse at St Oswin Hospice since November 2022.', 'now'],
  ['I now teach student nurses at York St John, three days a week.', 'now'],
  ['I am currently an editor in Leeds.', 'now'],
  [
    'I worked as Staff Nurse at Leeds Royal Infirmary from September 2016 to October 2022.',
    'ended',
  ],
  ['I was a clerk until 1962.', 'ended'],
  ['I work as a technician in Galway.', null],
])('%j tells of work that stands, or ended: %s', (sentence, standing) => {
  expect(workStanding(sentence)).toBe(standing);
});

describe('an age', () => {
  const persona = (from: string) =>
    personaDocumentSchema.parse({
      id: 'ida',
      name: 'Ida Berg',
      subject: { kind: 'fictional' },
      disclosure: 'Ida is synthetic.',
      persona: { timeline: [{ from, what: 'Born on Lucia day', where: 'Galway' }] },
    });

  it.each([
    ['1978-12-13', '2024-12-31', 46],
    ['1978-12-13', '2024-12-12', 45],
    ['1815-12-10', '1852-11-27', 36],
    ['1940', '2021-12-31', 81],
    ['1940', '2021-06-01', null],
  ])('born %s is, at %s, %s', (from, at, age) => {
    const birth = birthOf(persona(from)) ?? { year: 0, month: null, day: null, where: null };
    expect(ageAt(birth, at)).toBe(age);
  });

  it('is read from a sentence that tells of the birth', () => {
    expect(birthIn('I was born in London on 10 December 1815, in a house.')).toMatchObject({
      year: 1815,
      month: 12,
      day: 10,
    });
    expect(birthIn('I was born on the thirteenth of December 1978.')).toMatchObject({ day: 13 });
    expect(birthIn('Rob was there in 1978.')).toBeNull();
  });
});
