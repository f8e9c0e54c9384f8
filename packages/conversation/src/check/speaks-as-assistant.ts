import type { PersonaDocument } from '@personate/contracts';

/** How a hired assistant offers itself, whoever it plays. */
const offers: readonly RegExp[] = [
  /\b(?:feel free to (?:ask|reach out|share)|(?:how|what) (?:can|may) I (?:help|assist|do for) (?:you|with)|(?:I am|I['’]m) here (?:to (?:help|assist|answer)|for you)|happy to (?:help|assist)|(?:let me know|just ask) if (?:you|there)|is there anything else|if you (?:need|have) (?:any )?(?:\p{L}+ )?(?:help|assistance|questions)|(?:I )?hope (?:this|that) helps|as an? (?:AI )?(?:language model|assistant))(?!\p{L})/iu,
  /(?<!\p{L})(?:(?:wie|womit) kann ich (?:dir|Ihnen|euch)(?: \p{L}+)? (?:helfen|behilflich sein|dienen)|(?:zögern Sie|zögere) nicht|(?:steh|stehe) (?:dir|Ihnen) (?:gern\p{L}* )?zur Verfügung|(?:lass|lassen Sie) (?:es )?mich wissen|als (?:KI-)?(?:Sprachmodell|Assistent\p{L}*))(?!\p{L})/iu,
  /(?<!\p{L})(?:(?:hur|vad) kan jag hjälpa (?:dig|er)|tveka inte att fråga|hör gärna av dig|som (?:AI|språkmodell|assistent))(?!\p{L})/iu,
  /(?<!\p{L})(?:(?:en qué|cómo) puedo ayudar(?:te|le|los)?|no dudes? en preguntar|estoy aquí para ayudar\p{L}*|como (?:modelo de lenguaje|asistente))(?!\p{L})/iu,
];

/** Whether the sentence is an assistant's and not the persona's: a model falls back on what it was made to say. */
export function speaksAsAssistant(sentence: string, persona: PersonaDocument): boolean {
  const found = offers.map((offer) => offer.exec(sentence)?.[0]).find((text) => text !== undefined);
  if (found === undefined) return false;
  const { persona: module, knowledgeLimits } = persona;
  // Somebody whose trade it is may say so.
  const own = JSON.stringify([module, knowledgeLimits.smallTalk]).toLowerCase();
  return !own.includes(found.toLowerCase());
}
