/** Verbs by any of which the same is asked in such a question: "Who knows the code?", "Who has the code?" */
const english: ReadonlyArray<string> = [
  'bring brings bringing brought take takes taking took',
  'know knows has have holds keeps',
  'buy buys purchase purchases get gets',
  'start starts begin begins',
  'close closes shut shuts',
  'finish finishes end ends',
  'send sends post posts mail mails ship ships',
  'ring rings call calls phone phones',
  'mend mends repair repairs fix fixes',
  'come comes arrive arrives',
];

const deedsOf = new Map<string, ReadonlySet<string>>();
for (const line of english) {
  const verbs = line.split(' ');
  for (const verb of verbs) deedsOf.set(verb, new Set(verbs));
}

/** Whether both are verbs of the same deed. */
export const isSameDeed = (a: string, b: string): boolean => deedsOf.get(a)?.has(b) === true;
