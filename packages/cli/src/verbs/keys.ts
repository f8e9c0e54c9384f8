import { scopeSchema, type KeyRecord, type Scope } from '@personate/contracts';
import { Option, type Command } from 'commander';
import { exitCodes } from '../exit-code.ts';
import { formatDate } from '../output/format.ts';
import { table } from '../output/table.ts';
import { listOf } from '../program/arguments.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';

interface CreateOptions {
  name: string;
  scope: Scope[];
  persona?: string[];
  audience?: string[];
  vouchesForUser?: true;
  inlineCitations?: true;
}

export function addKeys(program: Command, cli: Cli): void {
  const group = program
    .command('keys')
    .description('keys for the HTTP API: what each may do, and for which personas');

  group
    .command('create')
    .description('make a key; it is printed this once')
    .requiredOption('--name <name>', 'what it is for')
    .addOption(
      new Option('--scope <scopes...>', 'what it may do; admin includes the others')
        .choices(scopeSchema.options)
        .makeOptionMandatory(),
    )
    .option('--persona <ids>', 'only these personas, separated by commas', listOf)
    .option('--audience <groups>', 'may see these groups’ documents too', listOf)
    .option('--vouches-for-user', 'its holder vouches for the `user` of its requests')
    .option('--inline-citations', 'citations as [1] in the text')
    .addHelpText(
      'after',
      examples(
        'personate keys create --name "web site" --scope chat --persona ada-m --vouches-for-user',
        'personate keys create --name importer --scope ingest review',
      ),
    )
    .action((options: CreateOptions) =>
      cli.run(async ({ client, out }) => {
        const made = await client.keys.create({
          name: options.name,
          scopes: options.scope,
          personas: options.persona ?? null,
          audience: options.audience ?? [],
          vouchesForUser: options.vouchesForUser === true,
          inlineCitations: options.inlineCitations === true,
        });
        out.result(made, () => [made.key]);
        out.note(
          `Key ${made.record.keyId} (${made.record.name}). It is not shown again: keep it now.`,
        );
        return exitCodes.done;
      }),
    );

  group
    .command('list')
    .description('every key’s rights, never the keys themselves')
    .addHelpText('after', examples('personate keys list'))
    .action(() =>
      cli.run(async ({ client, out }) => {
        const keys = await client.keys.list();
        out.result(keys, () => table(keys.map(lineOf)));
        return exitCodes.done;
      }),
    );

  group
    .command('revoke <keyId>')
    .description('revoke a key; it stops working at once')
    .addHelpText('after', examples('personate keys revoke 1d7e…'))
    .action((keyId: string) =>
      cli.run(async ({ client, out }) => {
        await client.keys.revoke(keyId);
        out.result({ keyId, status: 'revoked' }, () => [`Key ${keyId} is revoked.`]);
        return exitCodes.done;
      }),
    );
}

function lineOf(key: KeyRecord): string[] {
  return [
    key.keyId,
    key.name,
    key.scopes.join(','),
    key.personas === null ? 'every persona' : key.personas.join(','),
    formatDate(key.createdAt, 'day'),
    key.revokedAt === null ? '' : `revoked ${formatDate(key.revokedAt, 'day')}`,
  ];
}
