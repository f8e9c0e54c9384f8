import type { Status } from '@personate/contracts';
import type { Command } from 'commander';
import { exitCodes } from '../exit-code.ts';
import { formatBytes } from '../output/format.ts';
import { table } from '../output/table.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';

export function addStatus(program: Command, cli: Cli): void {
  program
    .command('status')
    .description('what the server runs on, and what could be better about it')
    .addHelpText('after', examples('personate status', 'personate status --json'))
    .action(() =>
      cli.run(async ({ client, server, out }) => {
        const status = await client.status();
        const { speaker } = status;
        const speaks =
          speaker.kind === 'extractive'
            ? 'extractive: no model, personas answer in their own recorded words'
            : `${speaker.model ?? 'a model'} at ${speaker.endpoint ?? 'its endpoint'}`;
        out.result(status, () => [
          ...table([
            ['Server', `${server.baseUrl}, Personate ${status.version}, ${status.form}`],
            ['Store', status.store.name],
            ['', out.paint('dim', status.store.change)],
            ['Embedder', embedderOf(status)],
            ['', out.paint('dim', status.embedder.change)],
            ['Speaker', speaks],
            ['', out.paint('dim', speaker.change)],
            ['Learns', `from a turn after ${status.quietMs / 1_000} s`],
            ['Uploads', `up to ${formatBytes(status.uploadLimitBytes)}`],
            ...(status.loading.length === 0 ? [] : [['Loading', status.loading.join(', ')]]),
          ]),
          ...status.suggestions.flatMap(({ message, fix }) => [
            '',
            out.paint('yellow', message),
            `  ${fix}`,
          ]),
        ]);
        return exitCodes.done;
      }),
    );
}

function embedderOf({ embedder: { name, dimensions } }: Status): string {
  return dimensions === null ? name : `${name}, ${dimensions} dimensions`;
}
