/** Where a pack holds the persona's own files. */
export const packedFolder = 'files/';

/** What may be there, with its media type; anything else in a pack is not read. */
export const packedFiles: Readonly<Record<string, string>> = {
  'probes.yaml': 'application/yaml',
  'portrait.png': 'image/png',
};

/** What a pack may hold at most, beside its knowledge: it may come from a stranger. */
export const packLimits = {
  headBytes: 64 * 1024,
  versions: 10_000,
  versionsBytes: 64 * 1024 ** 2,
  fileBytes: 16 * 1024 ** 2,
} as const;
