import yauzl from 'yauzl';
import { cardBroken, cardLimits, cardTooLarge } from './card-errors.ts';
import { isRecord, parseCardJson } from './parse-card-json.ts';
import { isPng } from './png-chunks.ts';

/** The card in a CHARX (a zip with `card.json`), and its main picture where that is a PNG. Other assets are left. */
export async function readCharx(
  bytes: Buffer,
  fileName: string,
): Promise<{ card: Record<string, unknown>; picture: Buffer | null; assets: number }> {
  const zip = await openZip(bytes, fileName);
  const entries = await listEntries(zip, fileName);
  const cardEntry = entries.get('card.json');
  if (cardEntry === undefined) throw cardBroken(fileName, 'it has no card.json');
  const card = parseCardJson(
    await unpack(zip, cardEntry, cardLimits.jsonBytes, fileName),
    fileName,
  );
  const icon = entries.get(mainIcon(card) ?? usualIcon);
  const image = icon === undefined ? null : await readPicture(zip, icon, fileName);
  return { card, picture: image, assets: entries.size - 1 - (image === null ? 0 : 1) };
}

function openZip(bytes: Buffer, fileName: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, strictFileNames: true };
    yauzl.fromBuffer(bytes, options, (error, zip) => {
      if (error) reject(explain(error, fileName));
      else resolve(zip);
    });
  });
}

function listEntries(zip: yauzl.ZipFile, fileName: string): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  return new Promise((resolve, reject) => {
    if (zip.entryCount > cardLimits.zipEntries) {
      reject(cardTooLarge(fileName, `it holds more than ${cardLimits.zipEntries} files`));
      return;
    }
    zip.on('error', (error: Error) => reject(explain(error, fileName)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: yauzl.Entry) => {
      if (entry.isEncrypted()) reject(cardBroken(fileName, 'it is locked with a password'));
      else {
        if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
        zip.readEntry();
      }
    });
    zip.readEntry();
  });
}

/** Where a portrait is put that the card does not name. */
export const usualIcon = 'assets/icon/images/main.png';

/** Where the card says its portrait is. */
export function mainIcon(card: Record<string, unknown>): string | undefined {
  const { data } = card;
  const assets = isRecord(data) && Array.isArray(data['assets']) ? data['assets'] : [];
  const icons = assets.filter(isRecord).filter(({ type }) => type === 'icon');
  const uri = (icons.find(({ name }) => name === 'main') ?? icons[0])?.['uri'];
  return typeof uri === 'string' ? /^embeded:\/\/(.+)$/.exec(uri)?.[1] : undefined;
}

async function readPicture(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  fileName: string,
): Promise<Buffer | null> {
  if (entry.uncompressedSize > cardLimits.pictureBytes) return null;
  const bytes = await unpack(zip, entry, cardLimits.pictureBytes, fileName);
  return isPng(bytes) ? bytes : null;
}

/** yauzl ends a stream with an error once it yields more than the directory states. */
async function unpack(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  limitBytes: number,
  fileName: string,
): Promise<Buffer> {
  if (entry.uncompressedSize > limitBytes)
    throw cardTooLarge(fileName, `"${entry.fileName.slice(0, 100)}" is larger than allowed`);
  try {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  } catch (error) {
    throw explain(error as Error, fileName);
  }
}

function explain(error: Error, fileName: string): Error {
  return cardBroken(fileName, `its zip cannot be read (${error.message.slice(0, 200)})`, error);
}
