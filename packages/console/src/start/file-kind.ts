/** Somebody whole, and no export of what somebody wrote. */
export type FileKind = 'pack' | 'character';

/** A character card, an elizaOS character, or a persona's YAML. */
const character = /\.(?:png|apng|charx|json|ya?ml)$/i;
/** The directory of a zip stands at its end; that of a pack has some ten entries. */
const directoryBytes = 64 * 1024;
/** An entry of the directory (46 bytes, then its name), at the top or in the one folder that wraps everything. */
const packEntry = /PK[^\w\s]{2}[\s\S]{42}(?:[^/]{1,255}\/)?pack\.json/;

/** A download is often renamed: a pack is known by its contents, a character by the end of its name. */
export async function fileKindOf(file: File): Promise<FileKind | null> {
  if (character.test(file.name)) return 'character';
  if (!(await latin1(file.slice(0, 2))).startsWith('PK')) return null;
  const end = await latin1(file.slice(Math.max(0, file.size - directoryBytes)));
  return packEntry.test(end) ? 'pack' : null;
}

const latin1 = async (part: Blob): Promise<string> =>
  new TextDecoder('latin1').decode(await part.arrayBuffer());
