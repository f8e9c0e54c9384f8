const encoder = new TextEncoder();

/**
 * A term's number in sparse vectors, 0..2^32-1: MurmurHash3 (x86, 32 bits, seed 0) of its UTF-8 bytes. The
 * same everywhere and for ever, since stored vectors hold it. Two terms of one vocabulary seldom share one:
 * of 100,000 terms about one pair does.
 * https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp
 */
export function termId(term: string): number {
  const bytes = encoder.encode(term);
  const view = new DataView(bytes.buffer);
  const whole = bytes.length - (bytes.length % 4);
  let hash = 0;
  for (let i = 0; i < whole; i += 4) {
    hash ^= mix(view.getUint32(i, true));
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  let tail = 0;
  for (let i = bytes.length - 1; i >= whole; i--) tail = (tail << 8) | (bytes[i] ?? 0);
  hash ^= mix(tail) ^ bytes.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function mix(block: number): number {
  const spread = Math.imul(block, 0xcc9e2d51);
  return Math.imul((spread << 15) | (spread >>> 17), 0x1b873593);
}
