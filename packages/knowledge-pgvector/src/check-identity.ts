import { ExpectedError } from '@personate/contracts';
import type { GenerationSpec } from '@personate/knowledge';
import type { TableState } from './knowledge-schema.ts';

/** @throws ExpectedError `knowledge.identity-mismatch` when the table holds vectors of another space. */
export function checkIdentity(
  spec: GenerationSpec,
  state: Pick<TableState, 'embeddingIdentity' | 'dimensions'>,
): void {
  if (state.embeddingIdentity === spec.embeddingIdentity && state.dimensions === spec.dimensions)
    return;
  throw new ExpectedError(
    'unprocessable',
    'knowledge.identity-mismatch',
    `Generation ${spec.generation} of ${spec.personaId} was embedded by ${state.embeddingIdentity}, not by ${spec.embeddingIdentity}.`,
    { fix: `Make its store anew: personate knowledge rebuild ${spec.personaId}` },
  );
}
