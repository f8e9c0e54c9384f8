import type { Output } from '../output/output.ts';
import type { ToldAnswer } from './tell-answer.ts';

/** What the persona is, unless the answer has begun with it, as that of somebody living does. */
export function noteDisclosure({ answer, personate }: ToldAnswer, out: Output): void {
  const { disclosure } = personate;
  if (!answer.includes(disclosure)) out.note(out.paintNote('dim', disclosure));
}
