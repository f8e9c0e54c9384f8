import { ExpectedError } from '@personate/contracts';

export function setMissing(setId: string): ExpectedError {
  return new ExpectedError('missing', 'common.missing', `There is no common set "${setId}".`, {
    fix: 'List them with GET /v1/common or `personate common list`.',
  });
}

export function setExists(setId: string): ExpectedError {
  return new ExpectedError(
    'conflict',
    'common.exists',
    `There is a common set "${setId}" already.`,
    {
      fix: 'Choose another id, or feed that one.',
      param: 'id',
    },
  );
}

export function setNotFed(setId: string): ExpectedError {
  return new ExpectedError(
    'conflict',
    'common.not-fed',
    `The common set "${setId}" holds nothing yet.`,
    {
      fix: `Feed it first: personate common ingest ${setId} <export or folder>.`,
    },
  );
}
