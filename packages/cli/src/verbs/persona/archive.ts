import type { Command } from 'commander';
import { exitCodes } from '../../exit-code.ts';
import type { Cli } from '../../program/cli.ts';
import { examples } from '../../program/examples.ts';

export function addArchive(group: Command, cli: Cli): void {
  group
    .command('archive <id>')
    .description('take a persona out of service; nothing of it is lost')
    .addHelpText('after', examples('personate persona archive ada-m'))
    .action((id: string) =>
      cli.run(async ({ client, out }) => {
        await client.personas.archive(id);
        out.result({ personaId: id, status: 'archived' }, () => [
          `${id} is archived. Put it back: personate persona unarchive ${id}`,
        ]);
        return exitCodes.done;
      }),
    );

  group
    .command('unarchive <id>')
    .description('put an archived persona back into service')
    .addHelpText('after', examples('personate persona unarchive ada-m'))
    .action((id: string) =>
      cli.run(async ({ client, out }) => {
        await client.personas.unarchive(id);
        out.result({ personaId: id, status: 'active' }, () => [`${id} is in service again.`]);
        return exitCodes.done;
      }),
    );
}
