import type { Command } from 'commander';
import { exitCodes } from '../exit-code.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';

export function addCancel(program: Command, cli: Cli): void {
  program
    .command('cancel <persona> <ingestion>')
    .description('ask an ingestion to stop; what it has stored stays')
    .addHelpText('after', examples('personate cancel ada-m 6f1c…'))
    .action((persona: string, ingestion: string) =>
      cli.run(async ({ client, out }) => {
        const job = await client.ingestions.cancel(persona, ingestion);
        out.result(job, () => [
          job.status === 'running' || job.status === 'queued'
            ? 'Asked to stop; it does so after the batch it is at.'
            : `It has ended already: ${job.status}.`,
        ]);
        return exitCodes.done;
      }),
    );
}
