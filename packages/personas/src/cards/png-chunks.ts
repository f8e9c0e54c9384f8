import { crc32 } from 'node:zlib';
import { cardBroken, cardLimits, cardTooLarge } from './card-errors.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export interface PngChunk {
  type: string;
  data: Buffer;
}

export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(signature);
}

/**
 * The chunks of a PNG or APNG up to IEND, by PNG (ISO/IEC 15948) section 5. Check sums are not looked at: editors
 * are known to write wrong ones. What follows IEND is no part of the picture.
 */
export function readPng(bytes: Buffer, fileName: string): PngChunk[] {
  const chunks: PngChunk[] = [];
  let at = signature.length;
  for (;;) {
    if (at + 12 > bytes.length) throw cardBroken(fileName, 'the picture ends in the middle');
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > bytes.length)
      throw cardBroken(fileName, 'the picture ends in the middle');
    if (!/^[A-Za-z]{4}$/.test(type)) throw cardBroken(fileName, 'the picture is damaged');
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) });
    if (type === 'IEND') return chunks;
    if (chunks.length > cardLimits.pngChunks)
      throw cardTooLarge(fileName, `the picture has more than ${cardLimits.pngChunks} parts`);
    at += 12 + length;
  }
}

export function writePng(chunks: readonly PngChunk[]): Buffer {
  return Buffer.concat([signature, ...chunks.map(({ type, data }) => chunkBytes(type, data))]);
}

function chunkBytes(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, sum]);
}

/** Keyword and text of a tEXt chunk; null for every other one. */
export function textOf({ type, data }: PngChunk): { keyword: string; text: string } | null {
  if (type !== 'tEXt') return null;
  const end = data.indexOf(0);
  if (end < 1 || end > 79) return null;
  return { keyword: data.toString('latin1', 0, end), text: data.toString('latin1', end + 1) };
}

export function textChunk(keyword: string, text: string): PngChunk {
  return { type: 'tEXt', data: Buffer.from(`${keyword}\0${text}`, 'latin1') };
}
