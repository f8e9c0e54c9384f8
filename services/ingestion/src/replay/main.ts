import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { explain, readConfig } from '@personate/chassis';
import { readLedger } from './read-ledger.ts';
import { runErasures, runRevocations } from './run-replay.ts';

// Steps of a restore, before anything serves; the ledger comes line by line on the standard input. With --check it is
// read and nothing else, with --revocations keys and consents are withdrawn again, without both what it names is erased.
try {
  const { values } = parseArgs({
    options: {
      check: { type: 'boolean', default: false },
      revocations: { type: 'boolean', default: false },
    },
  });
  const lines = linesOf(process.stdin);
  const said = values.check ? await check() : await replay();
  process.stderr.write(`${said}\n`);

  /** Begun when it is read: what comes before somebody listens would be lost. */
  async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
    yield* createInterface({ input });
  }
  async function check(): Promise<string> {
    let entries = 0;
    for await (const _ of readLedger(lines)) entries += 1;
    return `The ledger is whole: ${entries} entries.`;
  }
  async function replay(): Promise<string> {
    const { config } = readConfig(process.env, ['DATABASE_URL']);
    if (values.revocations) {
      const { keys, consents } = await runRevocations(config, lines);
      return `${keys} keys revoked again, ${consents} consents withdrawn again.`;
    }
    const { entries, erased } = await runErasures(config, lines);
    return `${entries} erasures in the ledger, ${erased} of them done again.`;
  }
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
