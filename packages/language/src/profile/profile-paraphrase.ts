import { ownOf } from '@personate/contracts';
import type { ProfileQuestion, ProfileSlot } from './profile-question.ts';

const bySlot: Readonly<Partial<Record<ProfileSlot, string>>> = {
  age: 'I was born on, in the town of. My birthday is.',
  birthday: 'I was born on, in the town of. My birthday is.',
  birthplace: 'I was born on, in the town of. My birthday is.',
  residence: 'I live in. We live in. My house. My home.',
  occupation: 'My work. I work as. My job is. My trade.',
  marriage: 'My wife. My husband. We married. Our wedding.',
  children: 'My children. My son. My daughter.',
  siblings: 'My brother. My sister. I was an only child.',
  pets: 'My dog. My cat. I had a cat. My animals.',
  school: 'I went to school. I studied. My degree. I was taught by.',
  love: 'I fell in love with. I was in love. I loved. My wife. My husband. We married.',
  height: 'I am six feet tall. My height.',
  languages: 'I speak several languages. I learned French, German and Italian.',
  fears: 'I am afraid of. I was frightened. Fear.',
};

const habits: Readonly<Record<string, string>> = {
  gamble: 'I gambled. I bet on horses and lost money.',
  drink: 'I drink beer and wine. I drank.',
  pray: 'I pray. I go to church.',
  cook: 'I cook and bake. My favourite dish.',
  run: 'I run every morning.',
};

/** The question in words as somebody would answer it, in the language that the embedder knows. */
export function paraphraseProfile({ slot, of }: ProfileQuestion): string | null {
  if (slot === 'name-of') return `My ${of} is called. My ${of}'s name was. My ${of}.`;
  if (slot === 'favourite') return `My favourite ${of}. I like ${of} best.`;
  if (slot === 'habit') return ownOf(habits, of) ?? `I ${of}. I like to ${of}.`;
  return bySlot[slot] ?? null;
}
