import { ExpectedError } from '@personate/contracts';
import type { RunError } from '@personate/records';

export const errorOf = ({ code, located, fix }: ExpectedError): RunError => ({
  code,
  message: located,
  fix,
});

export const documentErased: RunError = {
  code: 'training.document-erased',
  message: 'A document of its set was erased while it was under way.',
  fix: 'Start another run: its set will be without that document.',
};

export const cancelledThere: RunError = {
  code: 'training.cancelled-there',
  message: 'The job was cancelled at the endpoint.',
  fix: 'Start another run, unless that was meant.',
};

export const jobFailed = (reason: string): RunError => ({
  code: 'training.job-failed',
  message: `The endpoint could not tune the model (${reason}).`,
  fix: 'Look at the job in the provider’s own console, then start another run.',
});

export function tooLong(): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'training.too-long',
    'The run took more than three days.',
    {
      fix: 'Look at the job in the provider’s own console, then start another run.',
    },
  );
}

export function notConfigured(): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'training.not-configured',
    'No training endpoint is configured.',
    {
      fix: 'Set PERSONATE_TRAINING_BASE_URL, and PERSONATE_TRAINING_API_KEY where it needs one, start the server anew, then start another run.',
    },
  );
}
