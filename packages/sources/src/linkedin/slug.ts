/** A name as part of an id: letters and digits of any script, hyphens between them. */
export function slug(...parts: Array<string | undefined>): string {
  const slugs = parts.map((part) =>
    (part ?? '')
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 80),
  );
  return slugs.filter((part) => part !== '').join('-') || 'unnamed';
}
