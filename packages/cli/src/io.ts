import type { Readable, Writable } from 'node:stream';
import type { Settings } from './settings.ts';

export type OutStream = Writable & { isTTY?: boolean; columns?: number };

/** Ctrl-C: whoever subscribed last is told; when nobody is there to be told, the command ends. */
export interface Interrupts {
  /** @returns how to unsubscribe. */
  subscribe(handler: () => void): () => void;
}

/** Everything the command has of the world around it. */
export interface Io {
  stdin: Readable & { isTTY?: boolean };
  /** Results. */
  stdout: OutStream;
  /** Progress, notes and errors. */
  stderr: OutStream;
  settings: Settings;
  /** What relative paths are relative to. */
  cwd: string;
  /** The repository: its data folder is found from any other folder too. */
  root: string;
  /** What Node is given to run a move: a program of the services, which the command knows by its place only. */
  moveProgram: readonly string[];
  version: string;
  nodeVersion: string;
  interrupts: Interrupts;
}
