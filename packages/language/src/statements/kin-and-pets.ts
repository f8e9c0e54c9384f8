import { ownOf } from '@personate/contracts';

/** People around somebody, and how they are told about. German words give the English one. */
const kin: Record<string, string> = {
  ...same(`wife husband partner girlfriend boyfriend fiancée fiancé mother mom mum father dad son daughter brother sister
    grandmother grandma grandfather grandpa aunt uncle cousin niece nephew boss neighbour neighbor colleague teacher
    friend roommate flatmate`),
  'best friend': 'best friend',
  frau: 'wife',
  mann: 'husband',
  ehefrau: 'wife',
  ehemann: 'husband',
  partnerin: 'partner',
  freundin: 'friend',
  freund: 'friend',
  verlobte: 'fiancée',
  verlobter: 'fiancé',
  mutter: 'mother',
  mama: 'mother',
  vater: 'father',
  papa: 'father',
  sohn: 'son',
  tochter: 'daughter',
  bruder: 'brother',
  schwester: 'sister',
  oma: 'grandmother',
  großmutter: 'grandmother',
  opa: 'grandfather',
  großvater: 'grandfather',
  tante: 'aunt',
  onkel: 'uncle',
  cousine: 'cousin',
  nichte: 'niece',
  neffe: 'nephew',
  chef: 'boss',
  chefin: 'boss',
  nachbar: 'neighbour',
  nachbarin: 'neighbour',
  kollege: 'colleague',
  kollegin: 'colleague',
  mitbewohner: 'flatmate',
  mitbewohnerin: 'flatmate',
};

const plurals: Record<string, string> = {
  puppy: 'puppies',
  pony: 'ponies',
  goose: 'geese',
  sheep: 'sheep',
  fish: 'fish',
};

const pets: Record<string, string> = {
  ...same(
    `dog puppy cat kitten rabbit hamster parrot horse pony bird budgie tortoise turtle snake lizard rat ferret goat hen chicken
    duck goose pig cow sheep donkey fish bee`,
  ),
  ...Object.fromEntries(Object.entries(plurals).map(([one, many]) => [many, one])),
  hund: 'dog',
  hündin: 'dog',
  welpe: 'puppy',
  katze: 'cat',
  kater: 'cat',
  kätzchen: 'kitten',
  kaninchen: 'rabbit',
  hase: 'rabbit',
  papagei: 'parrot',
  pferd: 'horse',
  vogel: 'bird',
  wellensittich: 'budgie',
  schildkröte: 'tortoise',
  schlange: 'snake',
  ratte: 'rat',
  ziege: 'goat',
  huhn: 'hen',
  ente: 'duck',
  gans: 'goose',
  schwein: 'pig',
  kuh: 'cow',
  schaf: 'sheep',
  esel: 'donkey',
  fisch: 'fish',
  biene: 'bee',
  hunde: 'dog',
  welpen: 'puppy',
  katzen: 'cat',
  hasen: 'rabbit',
  papageien: 'parrot',
  pferde: 'horse',
  vögel: 'bird',
  wellensittiche: 'budgie',
  schildkröten: 'tortoise',
  schlangen: 'snake',
  ratten: 'rat',
  ziegen: 'goat',
  hühner: 'hen',
  enten: 'duck',
  gänse: 'goose',
  schweine: 'pig',
  kühe: 'cow',
  schafe: 'sheep',
  fische: 'fish',
  bienen: 'bee',
};

export const kinPattern = Object.keys(kin)
  .toSorted((a, b) => b.length - a.length)
  .join('|');
export const petPattern = Object.keys(pets)
  .toSorted((a, b) => b.length - a.length)
  .join('|');

export function kinWord(word: string): string {
  return ownOf(kin, word.toLowerCase()) ?? word.toLowerCase();
}

export function petWord(word: string): string {
  return ownOf(pets, word.toLowerCase()) ?? word.toLowerCase();
}

export function pluralPet(pet: string): string {
  return ownOf(plurals, pet) ?? `${pet}s`;
}

export function isPet(word: string): boolean {
  return Object.hasOwn(pets, word.toLowerCase());
}

function same(words: string): Record<string, string> {
  return Object.fromEntries(words.split(/\s+/).map((word) => [word, word]));
}
