import { createHash } from 'node:crypto';

/**
 * What a stored turn and the same two messages in a client's history have in common. Clients trim, re-wrap and keep
 * the inline markers (`[1]`) that their key may have asked for.
 */
export function historyDigest(question: string, answer: string): string {
  const digest = createHash('sha256');
  return digest.update(plain(question)).update('\0').update(plain(answer)).digest('hex');
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\[\d{1,3}\]/g, '')
    .replaceAll(/[\s\0]+/g, '');
}
