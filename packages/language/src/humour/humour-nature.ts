import type { PersonaDocument } from '@personate/contracts';

const humorous =
  /humou?r|humorous|wit(?:ty)?\b|ironic|irony|sarcas|playful|deadpan|absurd|comic|jok(?:e|ing)|mock|tall tale|jest|droll|teas|fun(?:ny)?\b|witzig|ironisch|schalk|skämt|torr humor|irónic|gracios|broma/iu;
const humourless =
  /(?:no|without|little|never|not|rarely|seldom|kein\p{L}*|ohne|ingen|sin)(?: \p{L}+)? (?:humou?r|jok|irony|wit\b|fun)|humou?rless|never jokes|humorlos/iu;
/** What a voice that tells of its humour counts for, and a character that does. */
const told = { voice: 0.6, behaviour: 0.5 };
/** Laughing marks in a hundred own words, and share of texts with a picture, at which somebody is as merry as can be. */
const merry = { laughs: 0.8, emoji: 0.5 };
/** Marks show that somebody laughs, less that others do. */
const byMarks = 0.7;

/** How much humour is of this persona's nature, 0..1: what its modules say, and what was measured of its own texts. */
export function humourNature({ persona }: PersonaDocument): number {
  const { voice, traits, behaviours } = persona;
  const said = voice.humour ?? '';
  if (humourless.test(said)) return 0;
  const byTrait = traits
    .filter(({ name, note = '' }) => humorous.test(name) || /\bjoke|\bhumou?r/iu.test(note))
    .map(({ name, strength }) => (humourless.test(name) ? 0 : strength));
  const byVoice = said === '' ? 0 : told.voice;
  const byBehaviour = behaviours.some((one) => humorous.test(one) && !humourless.test(one))
    ? told.behaviour
    : 0;
  const { laughsPer100Words = 0, emojiRate = 0 } = voice.measured ?? {};
  const marked =
    byMarks * Math.min(1, Math.max(laughsPer100Words / merry.laughs, emojiRate / merry.emoji));
  return Math.max(0, byVoice, byBehaviour, marked, ...byTrait);
}
