/** A sentence of the description, its `code` set as such. */
export function Words({ text }: { text: string }) {
  return (
    text
      .split('`')
      // oxlint-disable-next-line react/no-array-index-key -- The pieces of one sentence have nothing else.
      .map((piece, i) => (i % 2 === 1 ? <code key={i}>{piece}</code> : piece))
  );
}
