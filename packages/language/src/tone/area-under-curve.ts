/** How often one of its own scores higher than one of others'; ties count half. A half where one side is empty. */
export function areaUnderCurve(scored: ReadonlyArray<{ own: boolean; score: number }>): number {
  const own = scored.filter((one) => one.own);
  const others = scored.filter((one) => !one.own);
  let won = 0;
  for (const high of own)
    for (const low of others)
      won += high.score > low.score ? 1 : high.score === low.score ? 0.5 : 0;
  const pairs = own.length * others.length;
  return pairs === 0 ? 0.5 : won / pairs;
}
