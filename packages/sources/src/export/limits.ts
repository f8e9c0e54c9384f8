/** What an export may be at most; every bound stands between a foreign archive and this machine. */
export interface ExportLimits {
  /** Files and folders inside, read or not. */
  maxEntries: number;
  /** Unpacked bytes of all files but pictures, sound and video, which are never read. */
  maxTotalBytes: number;
  /** Unpacked bytes of one file that is read. */
  maxFileBytes: number;
  /** Unpacked to packed size of one entry, looked at from `ratioFromBytes` on. */
  maxRatio: number;
  ratioFromBytes: number;
}

const mebibyte = 1024 ** 2;

export const defaultExportLimits: ExportLimits = {
  maxEntries: 200_000,
  maxTotalBytes: 4096 * mebibyte,
  maxFileBytes: 512 * mebibyte,
  maxRatio: 200,
  ratioFromBytes: 10_000_000,
};
