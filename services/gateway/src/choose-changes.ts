import {
  coversPath,
  ExpectedError,
  isChosen,
  type PersonaDocument,
  type PersonaProposal,
  type ProposalChoice,
} from '@personate/contracts';
import { applyChosen, diffPersona } from '@personate/personas';

/**
 * What becomes of the persona when only some of a proposal's changes are taken.
 * @throws ExpectedError `persona.change-unknown`, `persona.nothing-chosen`.
 */
export function chooseChanges(
  head: PersonaDocument,
  proposal: PersonaProposal,
  choice: ProposalChoice,
): { document: PersonaDocument; note: string } {
  const changes = diffPersona(head, proposal.document);
  const named = [...(choice.only ?? []), ...(choice.except ?? [])];
  const unknown = named.find((path) => !changes.some((change) => coversPath(path, change.path)));
  if (unknown !== undefined) throw changeUnknown(unknown);
  const taken = changes.filter(({ path }) => isChosen(choice, path));
  if (taken.length === 0) throw nothingChosen();
  return {
    document: applyChosen(head, proposal.document, (path) => isChosen(choice, path)),
    note: `${proposal.note} ${taken.length} of its ${changes.length} changes were accepted.`,
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
