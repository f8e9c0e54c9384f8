import type { CandidateQuery } from '@personate/knowledge';
import type { Schemas } from '@qdrant/js-client-rest';
import { wellFormed } from './passage-point.ts';

type Condition = Schemas['Condition'];

/** What the asker may see: the tenant's, for one of their groups, and nothing later than was asked for. */
export function visibleTo(
  { audience, asOf }: Pick<CandidateQuery, 'audience' | 'asOf'>,
  tenant: string | null,
): Condition[] {
  return [
    ...ofTenant(tenant),
    { key: 'seenBy', match: { any: wellFormed([...audience]) } },
    ...(asOf === undefined ? [] : [{ key: 'at', range: { lte: Date.parse(asOf) } }]),
  ];
}

/** All passages of these documents, whoever may see them. */
export function ofDocuments(
  documentKeys: readonly string[],
  tenant: string | null,
): Schemas['Filter'] {
  return { must: [...ofTenant(tenant), { key: 'document', match: { any: [...documentKeys] } }] };
}

export function ofTenant(tenant: string | null): Condition[] {
  return tenant === null ? [] : [{ key: 'tenant', match: { value: tenant } }];
}
