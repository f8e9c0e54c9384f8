/** Below it a reply is as plain as the persona's words can be told. */
const plainBelow = 0.15;
/** From it on its own lines are always taken; below, the fewer the lower. */
const ownFrom = 0.5;
/** From it on every reply shows a quirk, where there is one that fits. */
const fullFrom = 0.86;

export function isPlain(style: number): boolean {
  return style < plainBelow;
}

export function isFull(style: number): boolean {
  return style >= fullFrom;
}

/** Whether this turn's line is one of the persona's own, or one that is built in. */
export function takesOwnLine(style: number, seed: number): boolean {
  if (isPlain(style)) return false;
  return style >= ownFrom || seed % 100 < (100 * style) / ownFrom;
}

/** One in how many replies that may begin, or end, with a phrase of the persona's does; null: none. */
export function openingEvery(style: number): number | null {
  if (isPlain(style)) return null;
  if (isFull(style)) return 1;
  return style < ownFrom ? 6 : 3;
}

export function closingEvery(style: number): number | null {
  if (style < ownFrom) return null;
  return isFull(style) ? 1 : 9;
}
