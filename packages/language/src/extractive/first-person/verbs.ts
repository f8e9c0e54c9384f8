import { ownOf } from '@personate/contracts';

const irregular: Readonly<Record<string, string>> = {
  is: 'am',
  has: 'have',
  does: 'do',
  goes: 'go',
  "isn't": 'am not',
  "hasn't": "haven't",
  "doesn't": "don't",
  'isn’t': 'am not',
  'hasn’t': 'haven’t',
  'doesn’t': 'don’t',
};

/** Verbs whose -s form is safe to see as a verb after "and" or a comma, where a plural noun could stand. */
const commonVerbs = new Set(
  'add admire advise agree allow answer appear argue arrive ask avoid bake become begin believe belong breathe bring build buy call care carry catch celebrate change choose claim climb close collect come compare complain compose consider continue cook create cry dance deal decide defend describe design despise develop die dislike draw dream drive eat edit enjoy enter exercise expect explain explore fall fear feel fight find fish follow forget gather get give go grow happen hate hear help hold hope imagine improve include insist keep kick know laugh lead learn leave let like listen live look lose love maintain make mean meet mention move need offer open own paint pay perform play prefer prepare produce promise protect prove put raise reach read refuse remain remember repair reply restore return ride run sail say search see seem sell send serve set share show sing sit skate sleep smile solve speak spend stand start stay stop study support swim take talk teach tell tend think train translate travel treat try turn understand use visit volunteer wait wake walk want wash watch wear win work worry write'.split(
    ' ',
  ),
);

/**
 * A third person's verb for the first: `has` → `have`, `writes` → `write`; null where it is no such verb.
 * @param certain It stands right after the subject, so that it can only be a verb; else the common ones alone are taken.
 */
export function firstPersonVerb(verb: string, certain: boolean): string | null {
  const lower = verb.toLowerCase();
  const fixed = ownOf(irregular, lower);
  if (fixed !== undefined) return fixed;
  const stem = thirdPersonStem(lower);
  if (stem === null) return null;
  return certain || commonVerbs.has(stem) ? stem : null;
}

const notVerbs = new Set(
  'was as this its thus perhaps always sometimes afterwards besides upwards across'.split(' '),
);

function thirdPersonStem(verb: string): string | null {
  if (!/[^su]s$/u.test(verb) || verb.includes("'") || verb.includes('’') || notVerbs.has(verb))
    return null;
  if (verb.endsWith('ies') && verb.length > 4) return `${verb.slice(0, -3)}y`;
  if (/(?:sh|ch|ss|x|zz|o)es$/u.test(verb)) return verb.slice(0, -2);
  return verb.slice(0, -1);
}
