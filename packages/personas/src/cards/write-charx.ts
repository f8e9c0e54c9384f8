import { ZipFile } from 'yazl';
import { mainIcon, usualIcon } from './charx.ts';

/** Never now: the same card gives the same file. */
const mtime = new Date(Date.UTC(2000, 0, 1));

export async function writeCharx(
  card: Record<string, unknown>,
  picture: Buffer | null,
): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(JSON.stringify(card, null, 2)), 'card.json', { mtime });
  if (picture !== null) zip.addBuffer(picture, pathOf(card), { mtime, compress: false });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Where the card says its portrait is, unless that leads out of the archive. */
function pathOf(card: Record<string, unknown>): string {
  const named = mainIcon(card);
  const fine =
    named !== undefined && /^(?!\/|[a-z]:)[^\\\0]+$/i.test(named) && named !== 'card.json';
  return fine && !named.split('/').some((part) => part === '..' || part === '') ? named : usualIcon;
}
