import { ownOf } from '@personate/contracts';
import { plainMessage, withoutGreeting } from './detect-occasion.ts';

/** `all`: whatever the user told; `one`: something of theirs that the question names. */
export type UserQuestion = 'all' | 'one';

interface UserWords {
  all: RegExp;
  one: RegExp;
  /** Asks for advice or the persona's view, though it says "I" or "my". */
  not: RegExp;
}

const byLanguage: Readonly<Record<string, UserWords>> = {
  en: {
    all: /\b(?:what|anything|something|everything|all) .*\b(?:know|remember|learn(?:ed|t)?|recall) about me\b|\bwhat (?:did|have) i (?:tell|told|said?|mention(?:ed)?)(?: to)? ?(?:you)?(?: (?:so far|before|about (?:me|myself)|last time|earlier))?$|\bdo you (?:remember|know) (?:me|who i am)$|^who am i$|\btell me (?:something |what you know )?about me\b/iu,
    one: /^(?:(?:so |and |but |hey |please )*(?:do|can|could|would) you (?:still )?(?:remember|recall|know|tell me|guess) )?(?:(?:what|who|where|which|when|how (?:many|old|long))(?: (?:is|are|was|were|am|do|does|did|have|has)\b|['’]s)? .*)\b(?:my|i|me|mine)\b|^do you (?:still )?(?:remember|recall|know) (?:my|what i|where i|who i|when i|how (?:old|many) .*\b(?:i|my)\b|that i)\b|\b(?:did|have) i (?:tell|told|mention|say|said)\b|\bwhat (?:did|have|had) i (?:tell|told|say|said)\b|^(?:am|do|did|have|was) i\b/iu,
    not: /\b(?:should|could|can|would|may|must) i\b|\bhow (?:do|can|could|should|would|did) i (?!.*\b(?:tell|say)\b)|\bif i\b|\bwhen i\b.*\byou\b|\b(?:tell|give|teach|show|help|advise|recommend|explain|ask|let|for|to|with|make|inspire|do|take|cost|get|need) me\b(?! (?:my|where i|who i|what i))|\b(?:your|yours|yourself)\b|\bwhat do you (?:think|say|feel)\b|\b(?:who|whom|what|where|when|which|how) (?:[\p{L}-]+ ){0,5}do i (?!(?:(?:usually|normally|actually|really|currently|still) )?(?:do(?:$| for (?:a living|work|money)| (?:at|in) )|live|work|study|teach|own|have(?! to\b)|like|love|prefer|hate|dislike|enjoy|come from|go to (?:school|work|university|college)|play|speak|eat|drink|drive|read|collect|look like|keep|want(?! to\b)|believe|think|fear)\b)|\bwould you (?!(?:still )?(?:remember|recall|know|tell me|guess)\b)|\bin my (?:place|position|shoes|case)\b|\bmy (?:question|turn)\b/iu,
  },
  de: {
    all: /\bwas (?:weißt|erinnerst) du (?:noch |alles |schon )*(?:über|von) mich?r?\b|\bwas habe ich dir (?:erzählt|gesagt)|\b(?:kennst|erinnerst) du (?:mich|dich an mich)(?: noch)?$|^wer bin ich$/iu,
    one: /^(?:(?:weißt|erinnerst) du (?:dich )?(?:noch )?,? ?)?(?:was|wer|wo|wie|wann|welche[rsn]?|woran|wogegen).*(?<!\p{L})(?:mein[e]?[mnrs]?|ich|mir|mich)(?!\p{L})|^weißt du (?:noch )?(?:meine?n?|wie ich|wo ich|was ich|wer ich)/iu,
    not: /\b(?:soll|sollte|kann|könnte|darf|muss) ich\b|\b(?:dein[e]?[mnrs]?|ihr[e]?[mnrs]?)\b|\b(?:erzähl|sag|gib|zeig|erklär)\p{L}* (?:du )?mir\b|\bwenn ich\b|\bwie (?:werde|lerne|mache|bekomme|komme) ich\b|\bwas (?:hältst|denkst|meinst) du\b/iu,
  },
  sv: {
    all: /(?<!\p{L})vad (?:vet|minns|kommer) du (?:ihåg )?om mig|vad har jag (?:berättat|sagt)|(?:minns|kommer) du (?:ihåg )?mig$|^vem är jag$/iu,
    one: /^(?:(?:minns|vet) du |kommer du ihåg )?(?:vad|vem|var|när|vilken|vilket|hur (?:många|gammal)).*(?<!\p{L})(?:min|mitt|mina|jag|mig)(?!\p{L})|^(?:minns|vet|kommer) du (?:ihåg )?(?:min|mitt|mina|vad jag|var jag)/iu,
    not: /(?<!\p{L})(?:ska|borde|kan|skulle|får|måste) jag|(?<!\p{L})(?:din|ditt|dina)(?!\p{L})|(?:berätta|säg|ge|visa|förklara) (?:för )?mig|om jag|hur (?:blir|lär|gör|får) jag|vad (?:tycker|tror) du/iu,
  },
  es: {
    all: /(?<!\p{L})qué (?:sabes|recuerdas) (?:de|sobre) mí|qué te (?:he contado|conté|dije|he dicho)|me recuerdas$|te acuerdas de mí$|^quién soy(?: yo)?$/iu,
    one: /^(?:(?:recuerdas|sabes|te acuerdas de) )?(?:qué|quién|dónde|cuándo|cuál|cómo|cuánt[oa]s).*(?<!\p{L})(?:mi|mis|yo|vivo|trabajo|llamo|soy|tengo)(?!\p{L})|^(?:recuerdas|sabes|te acuerdas de) (?:mi|mis|dónde vivo|cómo me llamo)/iu,
    not: /(?<!\p{L})(?:debo|debería|puedo|podría|tengo que)(?!\p{L})|(?<!\p{L})(?:tu|tus|tuyo)(?!\p{L})|(?:cuéntame|dime|dame|enséñame|explícame)|(?<!\p{L})si yo|qué (?:opinas|piensas|crees)/iu,
  },
};

/** Whether the question is for what this user told, not for what the persona knows of itself. */
export function asksAboutUser(question: string, language: string): UserQuestion | null {
  const words = ownOf(byLanguage, language);
  if (words === undefined) return null;
  const plain = withoutGreeting(plainMessage(question));
  if (words.all.test(plain)) return 'all';
  return words.one.test(plain) && !words.not.test(plain) ? 'one' : null;
}
