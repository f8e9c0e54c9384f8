/** What operating systems leave behind, and whatever hides itself (`.git`, `.obsidian`, `._x`). */
const litter = new Set(['__macosx', 'thumbs.db', 'desktop.ini', 'node_modules']);

export function isVisible(path: string): boolean {
  return path
    .split('/')
    .every((part) => part !== '' && !part.startsWith('.') && !litter.has(part.toLowerCase()));
}

/** Folders that belong to a format's own layout: alone at the top, they are not a wrapping. */
const layoutFolders = new Set(['data', '_posts']);

/** The one folder that wraps everything, with its `/`, or '' where there is none. */
export function wrappingFolder(paths: readonly string[]): string {
  const first = paths[0] ?? '';
  const end = first.indexOf('/');
  if (end === -1) return '';
  const folder = first.slice(0, end + 1);
  if (layoutFolders.has(folder.slice(0, -1))) return '';
  return paths.every((path) => path.startsWith(folder)) ? folder : '';
}

const media = new Set(
  'jpg jpeg png gif webp heic avif bmp tif tiff svg ico mp4 m4v mov avi mkv webm mpg mp3 m4a aac wav ogg oga opus flac woff woff2 ttf otf'.split(
    ' ',
  ),
);

/** Pictures, sound, video: never read, so their size does not count. */
export function isMedia(path: string): boolean {
  return media.has(extensionOf(path));
}

/** Lower-case, without the dot; '' where there is none. */
export function extensionOf(path: string): string {
  const name = baseNameOf(path);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

export function baseNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Code-unit order, the same on every machine. */
export function byPath(a: { path: string }, b: { path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
