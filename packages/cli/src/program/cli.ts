import { createPersonateClient, PersonateError, type PersonateClient } from '@personate/client';
import type { Command } from 'commander';
import { CliError } from '../cli-error.ts';
import { exitCodes, type ExitCode } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { Output } from '../output/output.ts';
import { findServer, serverUrl, type FoundServer } from '../server/find-server.ts';
import { patientFetch } from '../server/patient-fetch.ts';

/** What every verb works with. */
export interface Context {
  client: PersonateClient;
  server: FoundServer;
  out: Output;
  io: Io;
}
/** For what must work without a server or a key. */
export interface BareContext {
  baseUrl: string;
  findServer(): Promise<FoundServer>;
  out: Output;
  io: Io;
}

/** One run of the program: its options, and what it comes to. */
export class Cli {
  readonly #program: Command;
  readonly #io: Io;
  #output: Output | undefined;
  exitCode: ExitCode = exitCodes.done;

  constructor(program: Command, io: Io) {
    this.#program = program;
    this.#io = io;
  }

  /** Runs a verb with a client; what it gives back is the exit code. */
  async run(work: (context: Context) => Promise<ExitCode>): Promise<void> {
    const server = await this.#server();
    const { baseUrl, apiKey } = server;
    const client = createPersonateClient({ baseUrl, apiKey, fetch: patientFetch });
    try {
      this.exitCode = await work({ client, server, out: this.output(), io: this.#io });
    } catch (error) {
      throw toldOfKey(error, server);
    }
  }

  async runBare(work: (context: BareContext) => Promise<ExitCode>): Promise<void> {
    const baseUrl = await serverUrl(this.#io, this.#options().url);
    const find = () => this.#server();
    this.exitCode = await work({ baseUrl, findServer: find, out: this.output(), io: this.#io });
  }

  /** One for the whole run, so that it knows whether the JSON value was written. */
  output(): Output {
    this.#output ??= new Output(this.#io, { json: this.#options().json === true });
    return this.#output;
  }

  #server(): Promise<FoundServer> {
    return findServer(this.#io, this.#options().url);
  }

  #options(): { json?: true; url?: string } {
    return this.#program.opts();
  }
}

/** A refused key is told by where it was taken from: a variable that is set somewhere goes before the data folder. */
export function toldOfKey(error: unknown, { baseUrl, keyFrom }: FoundServer): unknown {
  if (!(error instanceof PersonateError) || error.code !== 'key.invalid') return error;
  const message = `The server at ${baseUrl} does not know the key that ${keyFrom} holds.`;
  const isVariable = /^PERSONATE_\w+$/.test(keyFrom);
  const fix = isVariable
    ? `Set ${keyFrom} to a key of that server, or unset it to use the key of the data folder (admin.key).`
    : 'Is that server another one? Set PERSONATE_API_KEY to a key of it, or PERSONATE_DATA_DIR to its data folder.';
  return new CliError(error.code, message, { fix, cause: error });
}
