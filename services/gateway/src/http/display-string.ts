/** A header stays far below what servers and proxies take. */
const mostCharacters = 2_000;

/**
 * A text as a header's value in ASCII: a Display String of RFC 9651 (section 4.1.11). Quotes, percent signs and what
 * is no printable ASCII stand as lower-case hexadecimal bytes of their UTF-8; what is too long is cut.
 */
export function displayString(text: string): string {
  let value = '';
  for (const character of text) {
    const written = Array.from(new TextEncoder().encode(character), escaped).join('');
    if (value.length + written.length > mostCharacters) break;
    value += written;
  }
  return `%"${value}"`;
}

function escaped(byte: number): string {
  const plain = byte > 0x1f && byte < 0x7f && byte !== 0x22 && byte !== 0x25;
  return plain ? String.fromCharCode(byte) : `%${byte.toString(16).padStart(2, '0')}`;
}
