/** The form in which words are counted: case and the shape of apostrophes do not matter. */
export function foldWord(written: string): string {
  return written.normalize('NFKC').toLowerCase().replaceAll('’', "'");
}
