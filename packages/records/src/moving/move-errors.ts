import { ExpectedError } from '@personate/contracts';

export const targetNotEmpty = (holds: readonly string[]): ExpectedError =>
  new ExpectedError(
    'conflict',
    'move.target-not-empty',
    `The database that is moved to holds something already: ${holds.join(', ')}. Nothing was changed.`,
    {
      fix: 'Name an empty database. One that holds nothing of worth is emptied by dropping and creating it; for the compose cluster `scripts/move --replace` does that.',
    },
  );

export const targetInUse = (clients: number): ExpectedError =>
  new ExpectedError(
    'conflict',
    'move.target-in-use',
    `Others are connected to the database that is moved to: ${clients} of them. Nothing was changed.`,
    {
      fix: 'Stop gateway, ingestion and evolution, and whatever else is connected, until the move is done.',
    },
  );

export const otherMove = (): ExpectedError =>
  new ExpectedError(
    'conflict',
    'move.of-another',
    'The database that is moved to holds half of another installation.',
    { fix: 'End that move first, or begin anew with --anew: what came so far is deleted then.' },
  );

export const workUnfinished = (jobs: number): ExpectedError =>
  new ExpectedError(
    'conflict',
    'move.work-unfinished',
    `${jobs} sources of the start folder are still being read: they lie on this machine only.`,
    {
      fix: 'Start the installation, wait until they are read (`personate ingestions <persona>`), stop it, then move.',
    },
  );

export const moveDiffers = (tables: readonly string[]): ExpectedError =>
  new ExpectedError(
    'unprocessable',
    'move.differs',
    `What came is not what is there, in ${tables.join(', ')}: the installation ran between the two parts of the move. It is not finished, and no service starts on it.`,
    { fix: 'Move again with --anew.' },
  );
