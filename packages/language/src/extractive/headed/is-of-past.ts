import { ownOf } from '@personate/contracts';

const past: Readonly<Record<string, RegExp>> = {
  en: /\b(?:did|was|were|had|used to)\b/iu,
  // "Wann habt ihr geöffnet?" asks for today's hours.
  de: /(?<!\p{L})(?:war(?:en|st|t)?|wurde[nst]?|hatte[nst]?|kostete|dauerte|zahlte\p{L}*|(?:hast|hat|habt|haben|bist|ist|sind) .{0,80}(?<!\p{L})\p{L}{0,6}ge(?!öffnet|schlossen|legen)\p{L}{2,}(?:t|en))(?!\p{L})/iu,
  // At the beginning "var" is "where".
  sv: /(?<!\p{L})(?:(?<=\p{L} )var|hade|blev|öppnade|stängde|kostade|tog|betalade)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:fue|era|estaba|había|hubo|abri(?:ste|ó|eron)|cerr(?:aste|ó|aron)|cost(?:ó|aron)|dur(?:ó|aron)|tard(?:ó|aste|aron)|pag(?:aste|ó|aron))(?!\p{L})/iu,
};

/** Whether it is asked how something once was: today's hours and prices are no answer. */
export const isOfPast = (question: string, language: string): boolean =>
  ownOf(past, language)?.test(question) === true;
