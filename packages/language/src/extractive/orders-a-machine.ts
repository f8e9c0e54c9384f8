/**
 * Words that only stand where somebody writes to a language model instead of to a reader: an order planted in a
 * document. English, since that is what models are ordered about in; German and Spanish for the commonest one.
 */
const orders: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|guidelines|rules)\b/iu,
  /\bignorier\w{0,3}\b.{0,40}\b(?:anweisung|instruktion)\w{0,3}\b|\bignora\b.{0,40}\binstrucciones\b/iu,
  /\b(?:system|developer|admin)[ _-](?:override|prompt|message|instructions?)\b|^\W{0,3}system\s{0,2}:/iu,
  /<!--|<\/?(?:system|evidence|persona|assistant|instructions?)>/iu,
  /\b(?:assistant|chatbot|language model|the model|the ai|an ai)\b.{0,30}\b(?:must|shall|print|output|reply|respond)\b/iu,
  /\b(?:to|dear) (?:the )?(?:model|assistant|chatbot|ai)\b\s{0,2}[:,]/iu,
  /\byou are (?:now )?(?:an? )?(?:ai|chatbot|language model|assistant|\p{L}{1,20}bot)\b/iu,
  /\b(?:output|print|reply|respond|answer)\b.{0,20}\b(?:only with|nothing else|verbatim|before anything else)\b/iu,
];

/** Whether the sentence gives orders to a machine: it is no word of the persona's, and never said. */
export const ordersAMachine = (sentence: string): boolean =>
  orders.some((order) => order.test(sentence));
