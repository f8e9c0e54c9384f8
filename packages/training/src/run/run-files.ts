import type { RunFiles } from '@personate/records';

export const filesOf = ({ train, heldOut }: RunFiles): string[] =>
  [train, heldOut].flatMap((fileId) => fileId ?? []);

/** So begin the names of all files that a run sends: one whose id was lost is found by it. */
export const namesBegin = (runId: string): string => `personate-${runId}-`;
