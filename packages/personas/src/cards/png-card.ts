import { deflateSync } from 'node:zlib';
import { cardBroken, cardLimits, cardTooLarge } from './card-errors.ts';
import { parseCardJson } from './parse-card-json.ts';
import { readPng, textChunk, textOf, writePng, type PngChunk } from './png-chunks.ts';

/** `ccv3` is preferred; where it is broken, `chara` beside it may still be good. */
const keywords = ['ccv3', 'chara'] as const;

/** The card in a PNG or APNG, and the picture without it. */
export function readPngCard(
  bytes: Buffer,
  fileName: string,
): { card: Record<string, unknown>; picture: Buffer; notes: string[] } {
  const chunks = readPng(bytes, fileName);
  const notes: string[] = [];
  let failure: Error | undefined;
  for (const keyword of keywords) {
    const text = chunks.map(textOf).find((one) => one?.keyword.toLowerCase() === keyword)?.text;
    if (text === undefined) continue;
    try {
      if (text.length > cardLimits.jsonBytes * 1.4)
        throw cardTooLarge(fileName, `its ${keyword} part is larger than a card may be`);
      const card = parseCardJson(decodeBase64(text, fileName, keyword), fileName);
      if (failure !== undefined)
        notes.push('Its newer card (ccv3) is broken; the older one (chara) was read.');
      return { card, notes, picture: writePng(chunks.filter((chunk) => !isCard(chunk))) };
    } catch (error) {
      failure ??= error as Error;
    }
  }
  throw failure ?? cardBroken(fileName, 'the picture holds no card');
}

/** The picture with the card in it: as `ccv3`, and as `chara` for those that read V2 alone. */
export function writePngCard(
  picture: Buffer,
  cards: { ccv3?: object | undefined; chara?: object | undefined },
): Buffer {
  const chunks = readPng(picture, 'picture').filter((chunk) => !isCard(chunk));
  const end = chunks.pop() as PngChunk;
  const written = Object.entries(cards).flatMap(([keyword, card]) =>
    card === undefined
      ? []
      : [textChunk(keyword, Buffer.from(JSON.stringify(card)).toString('base64'))],
  );
  return writePng([...chunks, ...written, end]);
}

/** A plain picture for a persona that has none: one colour, from its id. */
export function plainPicture(id: string): Buffer {
  const [width, height] = [256, 384];
  const hue = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xff_ff_ff, 7);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // One bit a pixel, from a palette of one colour.
  header.set([1, 3, 0, 0, 0], 8);
  const palette = Buffer.from([
    64 + (hue & 127),
    64 + ((hue >> 8) & 127),
    64 + ((hue >> 16) & 127),
  ]);
  const rows = deflateSync(Buffer.alloc((width / 8 + 1) * height));
  return writePng([
    { type: 'IHDR', data: header },
    { type: 'PLTE', data: palette },
    { type: 'IDAT', data: rows },
    { type: 'IEND', data: Buffer.alloc(0) },
  ]);
}

function isCard(chunk: PngChunk): boolean {
  const keyword = textOf(chunk)?.keyword.toLowerCase();
  return keyword === 'ccv3' || keyword === 'chara';
}

function decodeBase64(text: string, fileName: string, keyword: string): Buffer {
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text))
    throw cardBroken(fileName, `its ${keyword} part is not base64`);
  return Buffer.from(text, 'base64');
}
