/** Kinds of words that published studies relate to temperament. Ours, English; each is a list of whole words. */
const closed = {
  firstPerson: `i i'm i've i'd i'll me my mine myself`,
  secondPerson: `you you're you've you'd you'll your yours yourself`,
  articles: `a an the`,
  prepositions: `about above across after against along among around at before behind below beneath beside between beyond by
down during for from in inside into near of off on onto out over past since through toward towards under until up upon with
within without to`,
  negations: `no not never none nobody nothing nowhere neither nor cannot can't don't doesn't didn't won't wouldn't shouldn't couldn't
isn't aren't wasn't weren't haven't hasn't hadn't ain't without`,
  tentative: `maybe perhaps possibly probably presumably apparently guess suppose might seem seems seemed somewhat unsure
hopefully almost nearly sometimes somehow kinda sorta`,
} as const;
const open = {
  positive: `good great happy glad love loved loves lovely nice wonderful beautiful best better fun enjoy enjoyed joy excellent
perfect proud pleased pleasure amazing awesome sweet kind warm smile smiled laugh laughed delight delighted hope hoped thank
thanks grateful gentle fine excited exciting cheerful friendly fortunate lucky peace pretty brave bright charming win won
success successful favourite favorite`,
  negative: `bad sad angry anger hate hated awful terrible horrible worst worse afraid fear fears worry worried worries anxious
hurt pain painful cry cried lonely tired sick ill wrong fail failed failure lost lose loss problem problems difficult trouble
stress stressed upset annoyed annoying ugly guilty shame ashamed death dead died grief miserable unhappy depressed disappointed
scared nervous poor stupid cruel`,
  anger: `angry anger hate hated hates furious rage annoyed annoying stupid idiot damn hell fight cruel kill enemy fool ridiculous`,
  social: `friend friends family mother father sister brother wife husband son daughter we us our ours they them together people
everyone everybody talk talked talking told tell said say says call called meet met visit party guest neighbour neighbor
colleague team share shared`,
  achievement: `work worked works working goal goals plan plans finish finished win won success achieve achieved effort best
practice practise improve improved learn learned learnt better earn earned complete completed master progress succeed try tried`,
} as const;

export type WordCategory = keyof typeof closed | keyof typeof open | 'longWords';

/** The categories that a folded word is of. */
export const wordCategories: ReadonlyMap<string, readonly WordCategory[]> = byWord();

function byWord(): Map<string, WordCategory[]> {
  const words = new Map<string, WordCategory[]>();
  for (const [name, list] of Object.entries({ ...closed, ...open })) {
    for (const word of list.split(/\s+/u)) {
      words.set(word, [...(words.get(word) ?? []), name as WordCategory]);
    }
  }
  return words;
}
