import { es } from './phrases-es.ts';
import type { Phrases } from './phrases.ts';

/** To somebody who says "usted". */
export const esFormal: Phrases = {
  ...es,
  speakOnly: (languages) =>
    `Lo siento, aquí solo puedo responder en ${languages}. ¿Me lo pregunta usted así?`,
  askIn: (language) =>
    `Casi todo lo que sé está escrito en ${language}; pruebe a preguntármelo así.`,
};
