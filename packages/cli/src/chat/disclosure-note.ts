import type { Output } from '../output/output.ts';
import type { ToldAnswer } from './tell-answer.ts';

/** What the persona is, unless the answer has begun by saying so, as the first one of somebody living does. */
export function noteDisclosure({ personate }: ToldAnswer, out: Output): void {
  if (personate.disclosed === undefined) out.note(out.paintNote('dim', personate.disclosure));
}
