import { ExpectedError, joinSignals } from '@personate/contracts';
import type { StructuredRequest } from '@personate/language';
import type { AnswerTurnDeps } from '../deps.ts';
import type { AspectModel } from './aspect-settings.ts';

/**
 * What an aspect's model says, in time and of the schema; null for anything else: the embedded way is as good as it was.
 * @throws the signal's reason
 */
export async function askAspectModel<Value>(
  { log }: Pick<AnswerTurnDeps, 'log'>,
  model: AspectModel,
  request: StructuredRequest<Value>,
  { timeoutMs, personaId, signal }: { timeoutMs: number; personaId: string; signal: AbortSignal },
): Promise<Value | null> {
  const limit = AbortSignal.timeout(timeoutMs);
  const { signal: either, release } = joinSignals(signal, limit);
  try {
    const { value } = await model.ask(request, either);
    return value;
  } catch (error) {
    signal.throwIfAborted();
    const foreseen = error instanceof ExpectedError || limit.aborted;
    const code = error instanceof ExpectedError ? error.code : limit.aborted ? 'model.late' : '';
    log.warn(
      { personaId, aspect: request.name, code, ...(foreseen ? {} : { err: error }) },
      'an aspect went without its model',
    );
    return null;
  } finally {
    release();
  }
}
