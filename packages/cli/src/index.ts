export { exitCodes, type ExitCode } from './exit-code.ts';
export type { Interrupts, Io, OutStream } from './io.ts';
export { runPersonate } from './run-personate.ts';
export { readSettings, type Settings } from './settings.ts';
