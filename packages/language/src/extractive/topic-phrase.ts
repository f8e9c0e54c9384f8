const leading =
  /^(?:please |so |and |but |well |now |hey |ok(?:ay)? )*(?:can|could|would|will) you (?:please )?(?:tell me|explain|describe|say)? ?/iu;
const about =
  /\b(?:about|regarding|concerning|on the (?:subject|topic) of|think of|opinion (?:of|on)|know of|heard of|explain(?: to me)?|describe|understand)\s+(?<topic>.+)$/iu;
const notNominal =
  /\b(?:is|are|was|were|be|been|am|do|does|did|done|have|has|had|can|could|will|would|should|shall|may|might|must|i|you|he|she|they|we|it|what|who|whom|where|when|why|how|which|that|if|whether|to|think|know|like|feel|use|used|make|get|go|me|us)\b/iu;

/** It hangs on what was said: "And of Queen Victoria?", "What about Mars?" */
const joining =
  /^(?:(?:and|but|so|or|then)[, ]+)*(?:(?:what|how) about |(?:of|about|on|for|with|in|at|to|from|by) (?=(?:the |your )?\p{Lu}))?/iu;
const wholeName =
  /^(?:the )?\p{Lu}[\p{L}\p{N}’'-]*(?: (?:of|de|van|von|der|the|\p{Lu}[\p{L}\p{N}’'-]*|\d{1,4}))*$/u;

/** What was asked last, without the one or two questions that it hangs on, and the names put behind it. */
function lastAsked(question: string): string {
  const parts = question
    .replace(/\s*\([^()]*\)\s*$/u, '')
    .split(/(?<=\p{L}{2}[?!.…]+)\s+(?=\P{Ll})/u)
    .map((part) => part.replace(/[\s?!.…]+$/u, '').trim());
  return parts.findLast((part) => part !== '') ?? '';
}

/**
 * A short noun phrase of an English question that fits after "about", told from the persona's side
 * ("your sister's wedding" → "my sister's wedding"); null where none is plain enough.
 */
export function topicPhrase(question: string, selfNames: readonly string[]): string | null {
  const asked = lastAsked(question.replace(/[“”"«»]/gu, ''));
  const bare = asked.replace(joining, '');
  const plain = bare.replace(leading, '').trim();
  if (plain.length === 0 || plain.length > 300) return null;
  // "And of Queen Victoria?": nothing but a name is left of it.
  if (bare !== asked && wholeName.test(plain)) return nominal(plain, selfNames);
  const explicit = about.exec(plain)?.groups?.['topic'];
  return (
    nominal(explicit, selfNames) ??
    nominal(lastObject(plain), selfNames) ??
    nominal(nameIn(plain), selfNames)
  );
}

function nominal(phrase: string | undefined, selfNames: readonly string[]): string | null {
  if (phrase === undefined) return null;
  const trimmed = phrase
    .replace(
      /\s+(?:today|nowadays|these days|right now|now|please|exactly|then|yet|ever|in general|for you|as well|too|yourself)$/iu,
      '',
    )
    .replace(/[,;:].*$/u, '')
    .trim();
  const words = trimmed.split(/\s+/u);
  if (trimmed === '' || words.length > 5 || trimmed.length > 48) return null;
  if (notNominal.test(trimmed.replace(/\b(?:your|my)\b/giu, ''))) return null;
  if (
    /^(?:it|them|him|her|there|here|something|anything|everything|yourself|that|this|one)$/iu.test(
      trimmed,
    )
  )
    return null;
  // "What was the first one about?"
  if (
    /^(?:the )?(?:first|last|next|other|best) ones?\b|\s(?:about|of|for|on|with|from)$/iu.test(
      trimmed,
    )
  )
    return null;
  if (selfNames.some((name) => name !== '' && name.toLowerCase() === trimmed.toLowerCase()))
    return null;
  return trimmed.replace(/\b(?:your|yours|my|mine)\b/giu, (word) => swapped(word));
}

function swapped(word: string): string {
  const swaps: Readonly<Record<string, string>> = {
    your: 'my',
    yours: 'mine',
    my: 'your',
    mine: 'yours',
  };
  return swaps[word.toLowerCase()] ?? word;
}

/** A run of capitals after the first word: "the Eiffel Tower", "World Cup 2018". */
function nameIn(plain: string): string | undefined {
  const match =
    /(?<=\s)(?<!\b(?:in|at|on|from|near|to|into|by|through) )(?<name>(?:the )?(?!I\b)\p{Lu}[\p{L}\p{N}'’-]*(?: (?:of|de|van|von|der|the) \p{Lu}[\p{L}'’-]*| \p{Lu}[\p{L}\p{N}'’-]*| \d{1,4}\b)*)/u.exec(
      plain,
    );
  const name = match?.groups?.['name'];
  return name === undefined || /['’]s$/u.test(name) ? undefined : name;
}

/** "What is the capital of Mongolia": what stands after the copula, to the end. */
function lastObject(plain: string): string | undefined {
  const match =
    /^(?:what|who|where)(?:['’]s| (?:is|are|was|were)) (?<object>(?:the|an?|your|my)\s(?:[\p{L}\p{N}'’-]+\s?){1,5})$/iu.exec(
      plain,
    );
  const object = match?.groups?.['object']?.trim();
  if (object === undefined) return undefined;
  return /(?:ed|ing|ly)$|\b(?:called|like|made|used)\b/iu.test(object) ? undefined : object;
}
