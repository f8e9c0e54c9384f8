import type { SearchResult } from '@personate/contracts';

/** A row of a curriculum vitae, as its first sentence says it: it answers what somebody did where and when, and no more. */
export const isCareerEntry = ({ kind, text }: Pick<SearchResult, 'kind' | 'text'>): boolean =>
  kind === 'career' &&
  /^I (?:have )?(?:worked (?:as|at|on the project)|studied|volunteered|did|took the course|received the honour)(?!\p{L})/u.test(
    text,
  ) &&
  /(?<!\p{L})(?:from|since|in|until) (?:\p{Lu}\p{Ll}+ )?\d{4}/u.test(text.split('\n')[0] ?? '');

/** Whether the question may be answered by one. */
export const asksCareer = (question: string): boolean =>
  /(?<!\p{L})(?:work\p{L}*|jobs?|career|employ\p{L}*|position|profession|compan(?:y|ies)|firm|business|yard|boss|colleagues?|project\p{L}*|stud(?:y|ied|ies|ent)|school|college|university|degree|course|train\p{L}*|qualif\p{L}*|certificat\p{L}*|award|prize|honou?rs?|volunteer\p{L}*|do|did|become|became|found\p{L}*|start\p{L}*|when|where|how long|year|arbeit\p{L}*|beruf|studi\p{L}*|schule|wann|wo|jobb\p{L}*|arbet\p{L}*|plugga\p{L}*|skola|när|var|trabaj\p{L}*|estudi\p{L}*|cuándo|dónde)(?!\p{L})/iu.test(
    question,
  ) || /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(question);
