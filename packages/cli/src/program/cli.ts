import { createPersonateClient, type PersonateClient } from '@personate/client';
import type { Command } from 'commander';
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
    this.exitCode = await work({ client, server, out: this.output(), io: this.#io });
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
