import type { Export } from '../source.ts';

/** The first bytes of a file, for judging what it is. */
export async function readHead(
  files: Export,
  path: string,
  bytes: number,
  signal: AbortSignal,
): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of await files.open(path, signal)) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
    if (length >= bytes) break;
  }
  return decodeText(Buffer.concat(chunks).subarray(0, bytes)).text;
}

/** A whole small file; null when it holds more than `maxBytes`. */
export async function readBytes(
  files: Export,
  path: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of await files.open(path, signal)) {
    length += (chunk as Buffer).length;
    if (length > maxBytes) return null;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

export interface DecodedText {
  text: string;
  /** `binary` when it is no text at all; `windows-1252` when it is not Unicode and was taken as the usual other. */
  encoding: 'utf-8' | 'utf-16' | 'windows-1252' | 'binary';
}

export function decodeText(bytes: Buffer): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  if (bytes.includes(0)) return { text: '', encoding: 'binary' };
  try {
    // Streaming mode forgives a character that is cut off at the end, as that of a head may be.
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return { text: decoder.decode(bytes, { stream: true }), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}
