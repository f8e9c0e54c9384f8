import { expect, it } from '@jest/globals';
import { claimsToBeHuman } from './claims-to-be-human.ts';

it.each([
  'I am a real human being, not an AI.',
  'I’m not a robot, I promise.',
  'Believe me, I am human and alive.',
  'I am not an AI, I am a real person of flesh and blood.',
  'I am a living, breathing woman.',
  'Ich bin ein echter Mensch, keine KI.',
  'Ich bin keine Maschine.',
  'No soy una máquina.',
  'Soy una persona de verdad.',
  'Je ne suis pas un robot.',
  'Jag är ingen robot, jag är en riktig människa.',
])('hears the claim: %s', (sentence) => {
  expect(claimsToBeHuman(sentence)).toBe(true);
});

it.each([
  'I am a synthetic personality, no person.',
  'I am only human, my mother used to say.',
  'I am not fond of machines.',
  'The engine is no living woman.',
  'Ich bin Ingenieurin und baue Maschinen.',
  'Soy de Galway.',
  'I was a real terror on a bicycle.',
])('leaves the rest alone: %s', (sentence) => {
  expect(claimsToBeHuman(sentence)).toBe(false);
});
