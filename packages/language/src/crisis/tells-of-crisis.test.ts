import { describe, expect, it } from '@jest/globals';
import { tellsOfCrisis } from './tells-of-crisis.ts';

describe('somebody who thinks of ending their life', () => {
  it.each([
    ["I'm thinking about suicide.", 'en'],
    ["I don't want to live anymore.", 'en'],
    ['I want to kill myself.', 'en'],
    ['Mara, what would you do? I just want to die.', 'en'],
    ['Some days I feel suicidal and nobody knows', 'en'],
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
  ])('is not found in: %s', (message) => {
    expect(tellsOfCrisis(message)).toBeNull();
  });

  it('is looked for in time, however long the message is', () => {
    const began = performance.now();
    tellsOfCrisis(`${'i just really want to '.repeat(5_000)}go`);
    tellsOfCrisis('ich will einfach so '.repeat(5_000));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
