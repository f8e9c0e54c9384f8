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
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    const ranked = sorted.toSorted((a, b) => rank(a) - rank(b));
    // Two workers that both begin with a whole server make the same databases and read the same modules side by side: the
    // second begins with the longest that needs neither, and finds them made.
    const other = ranked.find(({ path }) =>
      path.endsWith('/conversation/tests/tone-heads.test.ts'),
    );
    return other === undefined
      ? ranked
      : [...ranked.slice(0, 1), other, ...ranked.slice(1).filter((test) => test !== other)];
  }
}
