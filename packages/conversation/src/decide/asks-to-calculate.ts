const frame =
  /^(?:(?:what['’]?s|what|how much|wie ?viel|was|vad|hur mycket|cuánto|cuál)(?: is| are| does| ist| sind| är| blir| es| son)?|calculate|compute|solve|berechne|rechne|räkna(?: ut)?|calcula)?\s*/iu;
const operators =
  /\b(?:times|plus|minus|divided by|multiplied by|to the power of|squared|cubed|the square root of|percent of|mal|geteilt durch|gånger|delat med|por|más|menos|entre|equals?|make|and|of|x)\b/giu;

/** Numbers and operators only: a sum is nothing that a persona knows of its life. */
export function asksToCalculate(question: string): boolean {
  const rest = question.replace(frame, '').replace(operators, ' ');
  return /\d/u.test(rest) && !/\p{L}/u.test(rest);
}
