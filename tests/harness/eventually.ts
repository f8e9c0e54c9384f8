/** Asking on leads nowhere. */
export class Hopeless extends Error {}

/** Asks until the answer is one, with a bound. */
export async function eventually<Answer>(
  what: string,
  boundMs: number,
  ask: () => Promise<Answer | undefined>,
): Promise<Answer> {
  const end = Date.now() + boundMs;
  let last: unknown;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      if (error instanceof Hopeless) throw error;
      last = error;
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${what}: not within ${boundMs} ms`, { cause: last });
}
