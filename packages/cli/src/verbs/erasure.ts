import type { Erasure } from '@personate/contracts';
import type { Command } from 'commander';
import { CliError, usageError } from '../cli-error.ts';
import { exitCodes } from '../exit-code.ts';
import { formatCounts } from '../output/format.ts';
import { table } from '../output/table.ts';
import type { Cli } from '../program/cli.ts';
import { examples } from '../program/examples.ts';

const yes = ['--yes', 'do it: what is erased cannot be brought back'] as const;

export function addErasure(program: Command, cli: Cli): void {
  const group = program
    .command('erasure')
    .description('erase a user, a document or a persona whole, with a receipt that can be checked');

  group
    .command('user <user>')
    .description('erase a user, as requests name them, from every persona')
    .option(...yes)
    .addHelpText('after', examples('personate erasure user ada@example.org --yes'))
    .action((user: string, options: { yes?: true }) =>
      cli.run(async ({ client, out }) => {
        agreed(options, `everything that any persona keeps of ${user}`);
        const receipt = await client.users.erase(user);
        out.result(receipt, () => receiptLines(receipt));
        return exitCodes.done;
      }),
    );

  group
    .command('document <persona> <documentKey>')
    .description('erase a document; search shows the keys')
    .option(...yes)
    .addHelpText('after', examples('personate erasure document ada-m 0b2c9a52-… --yes'))
    .action((persona: string, documentKey: string, options: { yes?: true }) =>
      cli.run(async ({ client, out }) => {
        agreed(options, `the document ${documentKey} of ${persona}`);
        const { erasureId } = await client.knowledge.removeDocument(persona, documentKey);
        if (erasureId === undefined) throw noReceipt();
        const receipt = await client.erasures.get(erasureId);
        out.result(receipt, () => receiptLines(receipt));
        return exitCodes.done;
      }),
    );

  group
    .command('persona <persona>')
    .description('erase a persona with its documents, versions, conversations and memories')
    .option(...yes)
    .addHelpText('after', examples('personate erasure persona ada-m --yes'))
    .action((persona: string, options: { yes?: true }) =>
      cli.run(async ({ client, out }) => {
        agreed(options, `${persona} with all that it knows`);
        const receipt = await client.erasures.persona(persona);
        out.result(receipt, () => receiptLines(receipt));
        return exitCodes.done;
      }),
    );

  group
    .command('list')
    .description('receipts, newest first')
    .addHelpText('after', examples('personate erasure list'))
    .action(() =>
      cli.run(async ({ client, out }) => {
        const items = await client.erasures.list();
        out.result({ items }, () =>
          items.length === 0
            ? ['Nothing was erased yet.']
            : table(
                items.map(({ erasureId, scope, status, personaId, requestedAt }) => [
                  erasureId,
                  scope,
                  personaId ?? '',
                  status,
                  requestedAt,
                ]),
              ),
        );
        return exitCodes.done;
      }),
    );

  group
    .command('show <erasure>')
    .description('a receipt')
    .addHelpText('after', examples('personate erasure show 5d1f0c1e-…'))
    .action((erasure: string) =>
      cli.run(async ({ client, out }) => {
        const receipt = await client.erasures.get(erasure);
        out.result(receipt, () => receiptLines(receipt));
        return exitCodes.done;
      }),
    );

  group
    .command('verify <erasure>')
    .description('count anew what is left of the erased; exits with 3 when there is something')
    .addHelpText('after', examples('personate erasure verify 5d1f0c1e-…'))
    .action((erasure: string) =>
      cli.run(async ({ client, out }) => {
        const check = await client.erasures.check(erasure);
        out.result(check, () => [
          check.whole ? 'Nothing is left of it.' : 'It is not gone whole:',
          ...table(Object.entries(check.remaining).map(([what, n]) => [`  ${what}`, String(n)])),
        ]);
        return check.whole ? exitCodes.done : exitCodes.problems;
      }),
    );
}

function agreed(options: { yes?: true }, what: string): void {
  if (options.yes === true) return;
  throw usageError(`This erases ${what}, for good.`, 'Say --yes to do it.');
}

function receiptLines(receipt: Erasure): string[] {
  const { erasureId, scope, personaId, status } = receipt;
  const { gone, edited } = removedOf(receipt);
  const marked = scope === 'document' ? (receipt.removed[markedRuns] ?? 0) : 0;
  return [
    ...table([
      ['Erasure', erasureId],
      ['Of', personaId === null ? scope : `${scope}, ${personaId}`],
      ['Status', status === 'done' ? 'done' : 'under way; it goes on by itself'],
      ['Removed', formatCounts(gone)],
      ...(Object.keys(edited).length === 0
        ? []
        : [['Kept, without its words', formatCounts(edited)]]),
      ...(marked === 0 ? [] : [['Models tuned on it', `${marked}, not used any more`]]),
    ]),
    '',
    `Check it: personate erasure verify ${erasureId}`,
  ];
}

/** With a document these go as a whole; whatever else its receipt counts is kept, and only lost the document's words. */
const whollyOfDocument = new Set(['documents', 'passages', 'vectors']);
/** Their models keep what they learnt. */
const markedRuns = 'trainingRuns';

function removedOf({ scope, removed }: Erasure) {
  const isGone = ([what]: [string, number]) => scope !== 'document' || whollyOfDocument.has(what);
  const isMarked = (what: string) => scope === 'document' && what === markedRuns;
  const counts = Object.entries(removed).filter(([what, n]) => n > 0 && !isMarked(what));
  return {
    gone: Object.fromEntries(counts.filter(isGone)),
    edited: Object.fromEntries(counts.filter((one) => !isGone(one))),
  };
}

function noReceipt(): CliError {
  return new CliError('cli.no-receipt', 'It was erased, but the server gave no receipt.', {
    fix: 'Bring the server up to the version of this command.',
  });
}
