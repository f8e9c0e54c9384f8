import {
  coversPath,
  ExpectedError,
  isChosen,
  type PersonaDocument,
  type PersonaProposal,
  type PersonaVersion,
  type ProposalChoice,
} from '@personate/contracts';
import { applyChosen, diffPersona, findConflicts } from '@personate/personas';

/**
 * What becomes of the head when a proposal is accepted: the changes from its base that are chosen, and nothing else.
 * @throws ExpectedError `persona.change-unknown`, `persona.nothing-chosen`, `persona.proposal-unfit`;
 *   `persona.proposal-stale`, unless forced.
 */
export function mergeProposal(
  sides: { base: PersonaVersion; head: PersonaVersion; proposal: PersonaProposal },
  { force, ...choice }: ProposalChoice & { force: boolean },
): { document: PersonaDocument; note: string } {
  const { base, head, proposal } = sides;
  const changes = diffPersona(base.document, proposal.document);
  const named = [...(choice.only ?? []), ...(choice.except ?? [])];
  const unknown = named.find((path) => !changes.some((change) => coversPath(path, change.path)));
  if (unknown !== undefined) throw changeUnknown(unknown);
  const taken = changes.filter(({ path }) => isChosen(choice, path));
  if (taken.length === 0 && changes.length > 0) throw nothingChosen();
  if (!force) {
    const conflicts = findConflicts(taken, diffPersona(base.document, head.document));
    if (conflicts.length > 0) throw stale(base.version, conflicts);
  }
  const documents = { base: base.document, after: proposal.document, onto: head.document };
  return {
    document: applyChosen(documents, (path) => isChosen(choice, path)),
    note:
      taken.length === changes.length
        ? proposal.note
        : `${proposal.note} ${taken.length} of its ${changes.length} changes were accepted.`,
  };
}

function changeUnknown(path: string): ExpectedError {
  return new ExpectedError(
    'invalid',
    'persona.change-unknown',
    `The proposal changes nothing at "${path}".`,
    {
      fix: 'Take the paths from the proposal’s `changes`; the beginning of one stands for all below it.',
      param: 'only',
    },
  );
}

function nothingChosen(): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'persona.nothing-chosen',
    'None of the proposal’s changes is left to accept.',
    { fix: 'Leave out less, or dismiss the proposal.' },
  );
}

function stale(base: number, conflicts: readonly string[]): ExpectedError {
  const shown = conflicts.slice(0, 10).map((path) => `"${path.slice(0, 200)}"`);
  const others = conflicts.length - shown.length;
  return new ExpectedError(
    'conflict',
    'persona.proposal-stale',
    `Since version ${base}, which the proposal was made for, the persona was changed otherwise where the proposal changes it too: ${shown.join(', ')}${others > 0 ? ` and at ${others} more` : ''}.`,
    {
      fix: 'Leave these out with `except`, take the proposal’s side there with `force`, or dismiss it and derive anew.',
    },
  );
}
