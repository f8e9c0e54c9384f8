import type { Command } from 'commander';
import { exitCodes } from '../exit-code.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';

export function addLogin(program: Command, cli: Cli): void {
  program
    .command('login')
    .description('print an address of the console that logs in once, within ten minutes')
    .addHelpText('after', examples('personate login', 'xdg-open "$(personate login)"'))
    .action(() =>
      cli.run(async ({ client, server, out }) => {
        const { token, expiresAt } = await client.session.mintToken();
        // In the fragment, which browsers send to no server and no log.
        const url = `${server.baseUrl}/#token=${encodeURIComponent(token)}`;
        out.result({ url, expiresAt }, () => [url]);
        if (!out.json) out.note('It logs in once, within ten minutes.');
        return exitCodes.done;
      }),
    );
}
