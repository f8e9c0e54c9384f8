import TestSequencer from '@jest/test-sequencer';

const rank = ({ path }) =>
  /\/(?:packages|services)\/[^/]+\/src\//.test(path)
    ? 2
    : /\/(?:packages|services)\//.test(path)
      ? 1
      : 0;

/**
 * In a fresh clone no test's time is known, and Jest would begin with the largest files: the few that start whole
 * servers are short ones, and a last of them that nobody else runs beside cost half a minute.
 */
export default class LongestFirst extends TestSequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return sorted.some(({ duration }) => duration !== undefined)
      ? sorted
      : sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
