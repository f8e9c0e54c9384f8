/** What the shell is told. Scripts branch on it: never change a number. */
export const exitCodes = {
  done: 0,
  failed: 1,
  /** The command line itself was wrong; nothing was done. */
  usage: 2,
  /** Done, but not all of it could be read or used. */
  problems: 3,
  /** Ctrl-C, as shells count it. */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
