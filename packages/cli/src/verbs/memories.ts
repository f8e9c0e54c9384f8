import type { Command } from 'commander';
import { exitCodes } from '../exit-code.ts';
import { formatDate } from '../output/format.ts';
import { table } from '../output/table.ts';
import { wholeNumber } from '../program/arguments.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';

interface MemoriesOptions {
  user?: string;
  forget?: string;
  limit: number;
}

export function addMemories(program: Command, cli: Cli): void {
  program
    .command('memories <persona>')
    .description('what a persona remembers of a user, newest first; or forget one of it')
    .option('--user <id>', 'whose; without it everybody’s, which takes a key that may review')
    .option('--forget <memory>', 'delete this one')
    .option('--limit <n>', 'at most so many', wholeNumber(1, 500), 100)
    .addHelpText(
      'after',
      examples(
        'personate memories mara-lindqvist --user anna',
        'personate memories mara-lindqvist --user anna --forget 2f0c…',
      ),
    )
    .action((persona: string, options: MemoriesOptions) =>
      cli.run(async ({ client, out }) => {
        const { limit, forget } = options;
        const whose = options.user === undefined ? {} : { user: options.user };
        if (forget !== undefined) {
          await client.memories.delete(persona, forget, whose);
          out.result({ personaId: persona, memoryId: forget, status: 'deleted' }, () => [
            'Forgotten.',
          ]);
          return exitCodes.done;
        }
        const memories = await client.memories.list(persona, { ...whose, limit });
        out.result(memories, () =>
          memories.length === 0
            ? ['Nothing is remembered.']
            : table(
                memories.map((memory) => [
                  memory.memoryId,
                  formatDate(memory.createdAt, 'day'),
                  memory.userId,
                  memory.status === 'active' ? memory.trust : memory.status,
                  memory.text,
                ]),
              ),
        );
        return exitCodes.done;
      }),
    );
}
