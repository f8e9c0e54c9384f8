import { describe, expect, it } from '@jest/globals';
import { askedOfThem } from './asked-of-them.ts';
import type { Told } from './choose-memories.ts';

const memory = (slot: string, text: string): Told => ({ id: 'm', slot, text, quote: text });
const memories = [
  memory('home', 'The user lives in Kiel.'),
  memory('name', "The user's name is Anna."),
  memory('age', 'The user was 34 years old on 2026-01-05.'),
  memory('job', 'The user works as a nurse.'),
  memory('pet.goat', 'The user has two goats.'),
  memory('fear.spiders', 'The user is afraid of spiders.'),
  memory('origin', 'The user is from Graz.'),
];

describe('what is asked of the user is found, whatever the order of the words', () => {
  it.each([
    ['Where do I live?', 'home'],
    ['Do you remember where I live?', 'home'],
    ['Do you still know how old I am?', 'age'],
    ['Do you know what I am called?', 'name'],
    ['Do you recall where I come from?', 'origin'],
    ['Which animals do I keep?', 'pet.goat'],
    ['What am I afraid of?', 'fear.spiders'],
    ['Weißt du noch, wo ich wohne?', 'home'],
    ['Weißt du, wie ich heiße?', 'name'],
    ['Weißt du noch, wie alt ich bin?', 'age'],
    ['Welche Tiere habe ich?', 'pet.goat'],
    ['Wovor habe ich Angst?', 'fear.spiders'],
    ['Weißt du noch, als was ich arbeite?', 'job'],
  ])('%s (%s)', (question, slot) => {
    const fitting = memories.filter((told) => askedOfThem(question)?.fits(told) === true);
    expect(fitting.map((told) => told.slot)).toEqual([slot]);
  });
});
