import { ExpectedError } from '@personate/contracts';

/** What a card may be at most: it comes from strangers. */
export const cardLimits = {
  fileBytes: 64 * 1024 ** 2,
  /** The card itself, without pictures. */
  jsonBytes: 4 * 1024 ** 2,
  pictureBytes: 16 * 1024 ** 2,
  pngChunks: 20_000,
  zipEntries: 10_000,
  /** Members and items of the card, and how deep they nest. */
  values: 200_000,
  depth: 64,
} as const;

export function cardUnknown(fileName: string): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'card.unknown',
    `"${fileName}" is no character card and no character that is known here.`,
    {
      fix: 'Hand over a character card V2 or V3 (JSON, PNG, APNG or CHARX), an elizaOS character JSON, or a persona’s YAML.',
    },
  );
}

export function cardBroken(fileName: string, why: string, cause?: unknown): ExpectedError {
  return new ExpectedError('unprocessable', 'card.broken', `"${fileName}" is broken: ${why}.`, {
    fix: 'Export the card once more from where it comes from; a picture must not have been re-saved or converted, which drops the card.',
    cause,
  });
}

export function cardTooLarge(fileName: string, what: string): ExpectedError {
  return new ExpectedError('too-large', 'card.too-large', `"${fileName}": ${what}.`, {
    fix: 'Leave out pictures and other assets, or move a large lorebook into `personate ingest`.',
  });
}

export function idNeeded(name: string): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'card.id-needed',
    `No id can be made of the name ${JSON.stringify(name.slice(0, 100))}.`,
    { fix: 'Say which id it shall have: `--as ID` (the `as` field of the API).', param: 'as' },
  );
}
