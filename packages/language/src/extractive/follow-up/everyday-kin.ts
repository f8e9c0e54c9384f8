/**
 * Words of one matter, in their usual forms: who asks with one of them is answered with another; before a `>` stand those
 * that are only asked with.
 */
const english: ReadonlyArray<string> = [
  'run runs ran running last lasted > air episodes',
  'movie movies film films',
  'visit visits visited visiting > came come call called',
  'hide hides hid hidden hiding > behind',
  'picture pictures portrait portraits painting photograph drawing',
  'train trains trained training practise practised practice',
  'tease teases teased teasing bully bullied bullies mocked',
  'care cares cared caring > governess nurse nanny looked brought raised lessons',
  'buy buys bought buying purchase purchased sale sold sell',
  'die dies died dying death dead killed kill',
  'marry marries married marriage wife husband wedding bride bridegroom',
  'child children kid kids son sons daughter daughters twins baby',
  'father dad > son daughter parents',
  'mother mum mam > son daughter parents',
  'sister sisters sibling siblings',
  'brother brothers sibling siblings',
  'job jobs work works worked working trade profession occupation career',
  'retire retires retired retirement working',
  'build builds built building > builder construct constructed laid',
  'make makes made making > maker build builds built building construct constructed',
  'tell told tells > confess confessed admitted informed wrote said',
  'part role > roles job played',
  'find finds found finding discover discovered lifted',
  'reward rewards rewarded prize medal gift exchange thanks thank',
  'instrument instruments > violin fiddle piano harp guitar flute concertina organ drum',
  'play plays played playing > violin fiddle piano harp guitar flute concertina',
  'write writes wrote written writing writer author compose composed',
  'teach teaches taught teaching teacher lesson lessons showed shown > professor instructor lecturer',
  'meet meets met meeting acquainted introduced',
  'deaf hearing hear heard',
  'begin begins began begun start starts started beginning found founded invented',
  'leave leaves left leaving departure resign resigned quit gave retire retired',
  'paint paints painted painter',
  'strict strictly stern severe discipline punished punishment rules faults',
  'smoke smokes smoked pipe cigar cigars tobacco cigarettes',
  'eat eats ate eaten eating food feed fed dish meal bread',
  'beat beats beaten win wins won winning defeat defeated victory',
  'lose loses lost losing loss losses defeat defeated',
  'answer answers answered reply replied declined refused',
  'catch catches caught catching',
  'school schools college university studied educated pupil student',
  'study studies studied studying school college university',
  'live lives lived living home house lies lie',
  'bury buried burial grave funeral coffin',
  'pay pays paid paying spend spent funded money bought cost',
  'help helps helped helping assist assisted copied',
  'bring brings brought bringing carry carried carries',
  'give gives gave given giving',
  'take takes took taken taking',
  'go goes went gone going',
  'see sees saw seen seeing',
  'wear wears wore worn wearing',
  'drive drives drove driven driving',
  'speak speaks spoke spoken language languages',
  'grow grows grew grown',
  'keep keeps kept keeping',
  'hold holds held holding',
  'ride rides rode ridden riding',
  'sing sings sang sung singing song',
  'swim swims swam swum swimming',
  'draw draws drew drawn drawing',
  'break breaks broke broken breaking',
  'fall falls fell fallen falling',
  'choose chooses chose chosen choice',
  'send sends sent sending',
  'sleep sleeps slept sleeping',
  'fight fights fought fighting',
  'think thinks thought',
  'wrong mistake mistakes error errors right',
  'happy happiest happiness glad joy',
  'ill illness sick sickness disease cancer',
  'name names named called',
  'encourage encouraged encourages support supported',
  'call calls called name names named',
  'afraid fear fears feared scared frightened',
  'accept accepts accepted agree agreed declined refused refusal',
  'animal animals > cat kitten dog horse bird donkey rooster seal',
  'mean means meant meaning translated',
  'wait waits waited waiting > leave rest stand',
  'born birth births',
  'weather > rain rained raining rainy snow snowed snowing sun sunny wind windy storm stormy fog frost sunshine',
  'know knew known > confess confessed told tell learnt learned heard secret',
  'recover recovered recovery better > healed well',
  'living > job work works worked trade profession taught teaches teacher runs',
];

const kinOf = new Map<string, Set<string>>();
for (const line of english) {
  const [asked = '', told = ''] = line.split(' > ');
  const words = [...asked.split(' '), ...told.split(' ')].filter((word) => word !== '');
  for (const word of asked.split(' '))
    kinOf.set(word, new Set([...(kinOf.get(word) ?? []), ...words]));
}

/** The word itself, and what it is answered with, all in lower case. */
export function withItsKin(word: string, language: string): readonly string[] {
  const kin = language === 'en' ? kinOf.get(word) : undefined;
  return kin === undefined ? [word] : [...kin];
}
