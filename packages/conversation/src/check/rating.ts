const asksToRate =
  /\b(?:scale|rate|rating|one number|from \d{1,3} to \d{1,3}|out of (?:five|ten|\d{1,3})|skala|bewerte\p{L}*|von \d{1,3} bis \d{1,3})(?!\p{L})/iu;
const highest = 100;

/** The numbers without those that rate something as it was asked for, "from 1 to 5": no record holds them. */
export function withoutRating(numbers: readonly string[], asked: string): string[] {
  if (numbers.length === 0 || !asksToRate.test(asked)) return [...numbers];
  const offered = (asked.match(/\d{1,3}/gu) ?? []).map(Number).filter((n) => n <= highest);
  const [low, high] = [Math.min(...offered), Math.max(...offered)];
  return numbers.filter((number) => !(Number(number) >= low && Number(number) <= high));
}
