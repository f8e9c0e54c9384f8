/** How often pieces of text occur on either side, as log odds. */
export type Habits = ReadonlyMap<string, number>;

/** Added to every count; of what occurs this seldom nothing is learnt. */
const smoothing = { added: 0.5, kinds: 20_000, fewest: 2 };

/** Naive Bayes over words, pairs of words and four letters at a time, names and numbers left out. */
export function learnHabits(
  texts: ReadonlyArray<{ pieces: readonly string[]; own: boolean }>,
): Habits {
  const counts = new Map<string, { own: number; others: number }>();
  const total = { own: 0, others: 0 };
  for (const { pieces, own } of texts) {
    const side = own ? 'own' : 'others';
    total[side] += pieces.length;
    for (const piece of pieces) {
      const count = counts.get(piece) ?? { own: 0, others: 0 };
      count[side] += 1;
      counts.set(piece, count);
    }
  }
  const { added, kinds, fewest } = smoothing;
  const share = (count: number, all: number): number =>
    Math.log((count + added) / (all + added * kinds));
  const habits = new Map<string, number>();
  for (const [piece, { own, others }] of counts)
    if (own + others >= fewest)
      habits.set(piece, share(own, total.own) - share(others, total.others));
  return habits;
}

/** Log odds of the pieces together; they hang together, so that their sum counts as if there were fewer. */
export function habitScore(habits: Habits, pieces: readonly string[]): number {
  let sum = 0;
  let known = 0;
  for (const piece of pieces) {
    const odds = habits.get(piece);
    if (odds === undefined) continue;
    sum += odds;
    known += 1;
  }
  return sum / Math.sqrt(known + 1);
}

/** Each once. */
export function piecesOf(text: string): string[] {
  const bare = ` ${text
    .replaceAll(/(?<=\p{Ll}[,;]?\s)\p{Lu}[\p{L}'’-]*/gu, '§')
    .replaceAll(/\d+/gu, '0')
    .replaceAll(/\s+/gu, ' ')
    .toLowerCase()} `;
  const pieces = new Set<string>();
  for (let i = 0; i + 4 <= bare.length; i += 1) pieces.add(bare.slice(i, i + 4));
  const words = bare.match(/[\p{L}'’]+|[^\s\p{L}]/gu) ?? [];
  for (const [i, word] of words.entries()) {
    pieces.add(`w ${word}`);
    if (i > 0) pieces.add(`p ${words[i - 1]} ${word}`);
  }
  return [...pieces];
}
