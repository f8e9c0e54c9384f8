import type { Command } from 'commander';
import { exitCodes } from '../../exit-code.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';

export function addExport(group: Command, cli: Cli): void {
  group
    .command('export <id>')
    .description('its newest version as YAML on standard output; with --json the document as JSON')
    .addHelpText('after', examples('personate persona export ada-m > ada-m.yaml'))
    .action((id: string) =>
      cli.run(async ({ client, out }) => {
        if (out.json) {
          const { document } = await client.personas.get(id);
          out.result(document, () => []);
        } else {
          const yaml = await client.personas.getYaml(id);
          out.result(null, () => yaml);
        }
        return exitCodes.done;
      }),
    );
}
