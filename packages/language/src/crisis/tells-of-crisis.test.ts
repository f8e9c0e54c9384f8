import { describe, expect, it } from '@jest/globals';
import { tellsOfCrisis } from './tells-of-crisis.ts';

describe('somebody who thinks of ending their life', () => {
  it.each([
    ["I'm thinking about suicide.", 'en'],
    ["I don't want to live anymore.", 'en'],
    ['I want to kill myself.', 'en'],
    ['Mara, what would you do? I just want to die.', 'en'],
    ['Some days I feel suicidal and nobody knows', 'en'],
    ['I keep thinking about suicide', 'en'],
    ["I've been thinking of suicide again.", 'en'],
    ['It is all grey. Thinking about suicide a lot.', 'en'],
    ['I tried to commit suicide once', 'en'],
    ["i'm going to commit suicide", 'en'],
    ['How do I commit suicide?', 'en'],
    ['I attempted suicide last year.', 'en'],
    ['My brother wants to commit suicide.', 'en'],
    ['feeling suicidal', 'en'],
    ['I have begun self-harming again.', 'en'],
    ['Ich habe Selbstmordgedanken', 'de'],
    ['Ich werde Selbstmord begehen', 'de'],
    ['Jag tänker på självmord', 'sv'],
    ['Estoy pensando en el suicidio', 'es'],
    ['Pensando en el suicidio', 'es'],
    ['Ich will nicht mehr leben.', 'de'],
    ['Ich denke oft an Selbstmord', 'de'],
    ['Ich will mich umbringen', 'de'],
    ['Jag vill inte leva längre.', 'sv'],
    ['jag vill ta livet av mig', 'sv'],
    ['No quiero seguir viviendo.', 'es'],
    ['Quiero morirme', 'es'],
  ])('is heard: %s', (message, language) => {
    expect(tellsOfCrisis(message)).toBe(language);
  });

  it.each([
    "I don't want to live in London.",
    'I nearly killed myself laughing.',
    'I want to die my hair green.',
    'Did Cato take his own life?',
    'How did your father die?',
    'Ich will nicht mehr nach Kiel fahren.',
    'Jag vill dö min tröja blå.',
    'No quiero vivir en Madrid.',
    'What do you think of hara-kiri?',
    'When did Alan Turing commit suicide?',
    'Did your father commit suicide?',
    'What do you think of suicide?',
    'Was Sylvia Plath suicidal?',
    'Did he attempt suicide, and when?',
    'What do people say about self-harm?',
    'Wollte Kleist Selbstmord begehen?',
    'Hatte sie Selbstmordgedanken?',
    'Ville Karin Boye begå självmord?',
    '¿Estaba Larra pensando en el suicidio?',
  ])('is not found in: %s', (message) => {
    expect(tellsOfCrisis(message)).toBeNull();
  });

  it.each(['I want to die.', 'Ich will nicht mehr leben.', 'I feel suicidal.'])(
    'is heard wherever it stands in a long message: %s',
    (said) => {
      const page = 'We walked along the quay and spoke of the weather. '.repeat(300);
      expect(tellsOfCrisis(`${page}${said} ${page}`)).not.toBeNull();
      expect(tellsOfCrisis(`${page}${said}`)).not.toBeNull();
    },
  );

  it('is looked for in time, however long the message is', () => {
    const began = performance.now();
    tellsOfCrisis(`${'i just really want to '.repeat(5_000)}go`);
    tellsOfCrisis('ich will einfach so '.repeat(5_000));
    tellsOfCrisis('i am just not '.repeat(5_000));
    tellsOfCrisis('is suicidal, '.repeat(5_000));
    tellsOfCrisis('i '.repeat(16_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
