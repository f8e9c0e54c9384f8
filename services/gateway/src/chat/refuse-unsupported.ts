import { ExpectedError, type ChatRequest } from '@personate/contracts';

/**
 * Refuses what a persona cannot do and the client could not do without. What only tunes a model (`top_p`, `seed`,
 * `stop`, `logit_bias`, penalties, `tools` that may be left alone) is ignored, so that stock clients work.
 * @throws ExpectedError `chat.parameter-unsupported`.
 */
export function refuseUnsupported(request: ChatRequest): void {
  if ((request.n ?? 1) !== 1) {
    throw unsupported('n', 'A persona gives one answer.', 'Leave `n` out, or set it to 1.');
  }
  const format = request.response_format?.type ?? 'text';
  if (format !== 'text') {
    throw unsupported(
      'response_format',
      'A persona answers in plain text.',
      'Leave `response_format` out.',
    );
  }
  if (demandsTool(request.tool_choice)) {
    throw unsupported(
      'tool_choice',
      'A persona calls no tools.',
      'Leave `tool_choice` out, or set it to "auto" or "none".',
    );
  }
  if (request.modalities?.some((modality) => modality !== 'text') === true) {
    throw unsupported('modalities', 'A persona answers in text.', 'Leave `modalities` out.');
  }
}

function demandsTool(choice: unknown): boolean {
  return choice === 'required' || (typeof choice === 'object' && choice !== null);
}

function unsupported(param: string, message: string, fix: string): ExpectedError {
  return new ExpectedError('invalid', 'chat.parameter-unsupported', message, { fix, param });
}
