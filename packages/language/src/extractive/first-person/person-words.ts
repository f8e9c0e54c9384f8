export type Gender = 'she' | 'he' | 'they';

const female =
  'mother mum mom mamma sister wife daughter aunt niece grandmother grandma granny girl woman lady queen princess countess baroness duchess mrs miss ms madame mistress governess nurse widow heroine actress girlfriend bride stepmother godmother dame'.split(
    ' ',
  );
const male =
  'father dad papa brother husband son uncle nephew grandfather grandpa boy man gentleman lord king prince count baron duke mr sir monsieur master widower hero actor boyfriend groom stepfather godfather earl fisherman'.split(
    ' ',
  );
/** Common European given names; anybody else's gender is taken as unknown. */
const femaleNames =
  'ada agnes alice amelia amy andrea anita ann anna annabella anne annie astrid augusta barbara beatrice berta birgit brigitte britta carla carmen carol caroline catherine cecilia charlotte christina clara claire dina diana dora dorothy edith eleanor elena elisabeth elizabeth ella ellen elsa emily emma erika eva eve fanny florence frida gertrud grace greta gudrun hanna hannah harriet heidi helen helena hilda ida inga ingeborg ingrid irene isabel isabella jane jean jennifer jenny joan johanna josephine julia karen karin kate katharina kathrin kerstin kristina laura lena lilian linda linnea lisa lise louise lucia lucy magdalena margaret margareta maria marie marianne martha mary matilda maud mia monica nancy nina nora olga olivia pamela patricia paula petra pia rachel rebecca rita rosa rose ruth sara sarah sigrid silvia sofia sonja sophia sophie stella susan susanna sylvia teresa theresa tina ulla ulrike ursula vera victoria viola virginia wilma wilhelmina'.split(
    ' ',
  );
const maleNames =
  'aaron adam albert alexander alfred allen anders andreas andrew anton antonio arne arnold arthur august augustus axel ben benjamin bernard bernhard bertil bill björn bob bo bruce carl carlos charles chris christian christopher claus colin daniel david dennis dick dirk donald douglas edgar edward edwin einar elias emil eric erik ernest ernst eugene ewan felix ferdinand francis frank franz frederick fredrik friedrich fritz georg george gerald gerhard gilbert giovanni gordon göran gösta gunnar gustav günter hans harald harold harry heinrich helmut henri henrik henry herbert hermann hugo ian isaac ivan jack jacob jakob james jan jens jim joachim joe johan johann john jon jonas jonathan josef joseph juan jürgen karl keith kenneth klaus knut konrad kurt lars lasse laurence lee leo leonard leif lennart louis ludwig luis luke magnus malcolm manuel mark markus martin matthew max michael miguel mike mikael moritz nicholas niels nils norman olaf olof oliver olle oscar oskar otto patrick paul pedro per percy pete peter philip pierre pontus ralph ray rasmus raymond richard robert roger roland ronald rolf rudolf samuel sam sebastian sigurd simon sixten stan stefan stephen steve steven sven ted theodore thomas thor tim tobias tom tommy torsten ulf ulrich victor viktor vincent walter werner wilhelm william winston wolfgang woronzow'.split(
    ' ',
  );

const genders = new Map<string, Gender>([
  ...[...female, ...femaleNames].map((word) => [word, 'she'] as const),
  ...[...male, ...maleNames].map((word) => [word, 'he'] as const),
]);
const names = new Set([...femaleNames, ...maleNames]);

/** The gender a word tells of a person: a relative, a title, a common given name. */
export function genderOfWord(word: string): Gender | null {
  return genders.get(word.toLowerCase()) ?? null;
}

export function isGivenName(word: string): boolean {
  return names.has(word.toLowerCase());
}

/** Which pronoun a text uses oftenest: the persona's, if the text is on the persona. */
export function pronounOf(text: string): Gender | null {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const she = count(/\b(?:she|her|hers|herself)\b/giu);
  const he = count(/\b(?:he|him|his|himself)\b/giu);
  if (she === he) return null;
  return she > he ? 'she' : 'he';
}
