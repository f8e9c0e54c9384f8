const now =
  /(?<!\p{L})(?:since|seit|sedan|desde)(?!\p{L})[^.!?]*\d{4}|(?<!\p{L})(?:I|[Ww]e|[Ii]ch|[Jj]ag)(?:['’](?:m|re|ve))?(?: (?:am|are|have been))? (?:now|currently|arbeite (?:jetzt|zurzeit)|arbetar nu)(?!\p{L})|(?<!\p{L})(?:current|present) (?:job|position|work|post|employer)(?!\p{L})|[Aa]hora trabajo/u;
const ended =
  /(?<!\p{L})(?:from|between|von|från|de|desde)(?!\p{L})[^.!?]*(?<!\p{L})(?:to|until|till|and|bis|till|a|hasta)(?!\p{L})[^.!?]*\d{4}|(?<!\p{L})(?:until|till|bis|hasta)(?!\p{L})[^.!?]*\d{4}|(?<!\p{L})(?:formerly|former|used to work|left (?:that|the) job|retired)(?!\p{L})|(?<!\p{L})(?:I|[Ii]ch|[Jj]ag) (?:worked|arbeitete|arbetade)(?!\p{L})/u;

/**
 * Whether a sentence on somebody's work tells of a position that stands (it has a beginning and no end, or is said to be
 * the one of now) or of one that ended; null: it does not say.
 */
export function workStanding(sentence: string): 'now' | 'ended' | null {
  if (ended.test(sentence)) return 'ended';
  return now.test(sentence) ? 'now' : null;
}
