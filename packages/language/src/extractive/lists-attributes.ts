/** `[Name = keeps the light; Age = 40]`, `{Likes: gulls}`, `(Mood: dry)`: how character files note down qualities. */
const bracketed = /^\s*(?:[[{][^\][{}=:]{1,60}\s?[=:]|\([^()=:]{1,60}\s?=)/u;
/** `Personality("shy" + "kind")`, as W++ has it. */
const called = /\p{L}\(\s*["“][^()]*["”]\s*\)|["”]\s*\+\s*["“]/u;
/** `Coding Sensei = helps with code`; formulas have single letters and numbers on one side. */
const equated = /^\s*\p{L}[\p{L}'’ _-]{1,60}\s=\s["“'[(]?\p{L}{2,}/u;
/** The end of such a list, once it was split into sentences; `:]` is a smile. */
const tail = /^[^[{]*(?<![:;=])[\]}]["”’.!?…]*\s*$/u;

/** Whether it is a list of attributes as character cards have it, and no sentence that anybody says. */
export function listsAttributes(sentence: string): boolean {
  return [bracketed, called, equated, tail].some((pattern) => pattern.test(sentence));
}
