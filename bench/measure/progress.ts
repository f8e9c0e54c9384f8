/** A line that a person watches while the bench runs; never part of its result. */
export function progress(message: string): void {
  process.stderr.write(`${message}\n`);
}
