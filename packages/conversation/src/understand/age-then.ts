import { profileQuestionOf, type ChatMessage, type ProfileQuestion } from '@personate/language';

const past = /(?<!\p{L})(?:were|warst|waren)(?!\p{L})/iu;
const aYear = /(?<![\p{N}.,])(1[0-9]{3}|20[0-9]{2})(?![\p{N}%]|[.,]\p{N})/u;

const ownAge =
  /(?<!\p{L})(?:I was (?:only |just |already |about )?(?:\d{1,2}|\p{L}+)(?:-\p{L}+)? years (?:old|of age)|(?:at the age of|aged) \p{L}+|when I was (?:only |just |already )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|\p{L}+ty(?:-\p{L}+)?)(?!\p{L}))/u;

/** "How old were you then?", where the reply just given says it: what is reckoned from a year may be one more. */
export function asksAgeJustTold(
  asked: string,
  history: readonly ChatMessage[],
  language: string,
): boolean {
  if (language !== 'en' || profileQuestionOf(asked, language)?.slot !== 'age') return false;
  const reply = history.findLast(({ role }) => role === 'assistant')?.content ?? '';
  return past.test(asked) && ownAge.test(reply.slice(0, 2000));
}

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
