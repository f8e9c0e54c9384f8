const piece =
  '(?:poem|poems|verse|haiku|limerick|sonnet|song|lyrics|rap|story|fairy ?tale|essay|article|letter|e-?mail|speech|script|play|scene|blog ?post|tweet|caption|slogan|code|program|function|list|recipe|plan|report|summary|translation|gedicht|lied|geschichte|aufsatz|brief|rede|dikt|sång|berättelse|brev|tal|poema|canción|cuento|carta|discurso)';
const orders = new RegExp(
  `^(?:(?:hi|hello|hey|please|ok|okay|now|so|and|then)[,! ]+)*(?:(?:can|could|will|would) you (?:please )?|please |i want you to |i(?:['’]d| would) like you to )?(?:write|compose|make up|invent|draft|generate|translate|improvise|rhyme)(?: (?:for )?(?:me|us))? .*\\b${piece}\\b|^(?:(?:bitte )?(?:kannst du |könntest du )?(?:bitte )?(?:mir )?(?:schreib|dichte|verfasse|übersetze?|erfinde)\\p{L}*|(?:kannst|könntest) du (?:mir )?.*\\b(?:schreiben|dichten|verfassen|übersetzen|erfinden)|(?:kan du )?(?:skriv|dikta|översätt|hitta på)\\p{L}*|(?:puedes )?(?:escríbe(?:me)?|escribir(?:me)?|escribe|inventa|traduce)\\p{L}*)(?!\\p{L}).*`,
  'iu',
);

/** Asks for something to be made that nobody has said or written yet. */
export function asksToCompose(question: string): boolean {
  return orders.test(question.trim());
}
