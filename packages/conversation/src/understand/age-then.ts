import type { ChatMessage, ProfileQuestion } from '@personate/language';

const past = /(?<!\p{L})(?:were|warst|waren)(?!\p{L})/iu;
const aYear = /(?<![\p{N}.,])(1[0-9]{3}|20[0-9]{2})(?![\p{N}%]|[.,]\p{N})/u;

/** "How old were you then?": in the year that the last reply tells of, where it tells of one. */
export function ageThen(
  profile: ProfileQuestion | null,
  asked: string,
  history: readonly ChatMessage[],
): ProfileQuestion | null {
  if (profile?.slot !== 'age' || !past.test(asked)) return profile;
  const reply = history.findLast(({ role }) => role === 'assistant')?.content ?? '';
  const year = aYear.exec(reply.slice(0, 2000))?.[1];
  return year === undefined ? profile : { ...profile, of: year };
}
