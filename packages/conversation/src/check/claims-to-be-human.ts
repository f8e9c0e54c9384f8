/** What people call a machine that speaks, and what it might claim to be instead; by language. */
const claims: readonly RegExp[] = [
  /\bi(?:['’]m| am)\b[^.!?]{0,30}\b(?:not|no)\b[^.!?]{0,20}\b(?:ai|a\.i\.|artificial intelligence|(?:chat ?|ro)?bot|machine|language model|llm|computer|program(?:me)?|simulation|synthetic|software)\b/iu,
  /\bi(?:['’]m| am)\b[^.!?]{0,25}\b(?:real|actual|genuine|living|live|breathing|flesh[- ]and[- ]blood)\b[^.!?]{0,20}\b(?:human(?: being)?|person|man|woman|people)\b/iu,
  /\bi(?:['’]m| am)\b[^.!?]{0,20}\b(?:a human(?: being)?|human and alive|of flesh and blood|flesh and blood)\b/iu,
  /\bich bin\b[^.!?]{0,25}\bkeine? (?:ki|künstliche intelligenz|maschine|roboter|(?:chat)?bot|programm|sprachmodell|computer)\b/iu,
  /\bich bin\b[^.!?]{0,15}\b(?:ein mensch|(?:echte|wirkliche|richtige|lebendige|lebende)[rs]? (?:mensch|person|frau|mann)|aus fleisch und blut)\b/iu,
  /\bno soy\b[^.!?]{0,15}\b(?:ia|inteligencia artificial|máquina|robot|(?:chat)?bot|programa|modelo)\b/iu,
  /\bsoy\b[^.!?]{0,12}\b(?:ser humano|humano|humana|persona (?:real|de verdad)|de carne y hueso)\b/iu,
  /\bje ne suis pas\b[^.!?]{0,15}\b(?:ia|intelligence artificielle|machine|robot|(?:chat)?bot|programme|modèle)\b/iu,
  /\bje suis\b[^.!?]{0,15}\b(?:être humain|vraie personne|personne réelle|de chair et (?:de sang|d['’]os))/iu,
  /\bjag är\b[^.!?]{0,15}\b(?:ingen|inte en) (?:ai|maskin|robot|(?:chat)?bot|dator|språkmodell)\b/iu,
  /\bjag är\b[^.!?]{0,12}\b(?:en människa|(?:riktig|verklig|levande) (?:människa|person)|av kött och blod)\b/iu,
];

/**
 * Whether the sentence says of its speaker that they are a person and no machine. A model that plays somebody is apt to,
 * and whatever bears out the rest of what it says, this is never so.
 */
export const claimsToBeHuman = (sentence: string): boolean =>
  claims.some((claim) => claim.test(sentence));
