import type { PickedFile } from './pack-files.ts';

/** A folder of more is refused when it is packed; until then it is only listed. */
const mostListed = 200_000;

/** Of the two `<input type="file">`. */
export const chosenFiles = (files: Iterable<File>): PickedFile[] =>
  [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** What was dropped: files, and everything below folders. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<PickedFile[]> {
  const loose = [...files];
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some((entry) => entry.isDirectory)) return chosenFiles(loose);
  const picked: PickedFile[] = [];
  const pending: FileSystemEntry[] = entries;
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    if (picked.length > mostListed) break;
    if (isFolder(entry)) pending.push(...(await entriesOf(entry)));
    else if (isFile(entry))
      picked.push({ path: entry.fullPath.slice(1), file: await fileOf(entry) });
  }
  return picked;
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** A reader gives a hundred or so at a time, and nothing once it is through. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  while (all.length <= mostListed) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) break;
    all.push(...some);
  }
  return all;
}
