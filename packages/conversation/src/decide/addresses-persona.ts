const secondPerson =
  /(?<!\p{L})(?:you|your|yours|yourself|du|dich|dir|dein\p{L}*|din|ditt|dina|dig|tú|tu|tus|te|ti|usted)(?!\p{L})|(?<!\p{L})(?:eres|tienes|vives|crees|piensas|sabes|recuerdas|hiciste|naciste|creciste|trabajas|prefieres)(?!\p{L})/giu;
/** Asks the persona to tell something, not for something of the persona's. */
const merelyAsked =
  /\b(?:can|could|would|will|do|did) you (?:please |kindly |perhaps |maybe )?(?:tell|explain|describe|show|say|know|give|name|list|help|write|translate|define|recommend|heard?)\b|\bhow (?:do|would) you (?:say|spell|pronounce|write|translate|calculate|define)\b|\bthank you\b|\b(?:kannst|könntest|weißt) du(?: mir)?\b|(?<!\p{L})(?:kan|vet) du(?!\p{L})|(?<!\p{L})(?:puedes|podrías|sabes)(?!\p{L})/giu;

/**
 * Whether the question is for the persona's own life or views: "your boat", "did you", or its name; not "can you
 * explain".
 */
export function addressesPersona(question: string, selfNames: readonly string[]): boolean {
  const rest = question.replace(merelyAsked, ' ');
  const words = new Set(question.match(/\p{L}+/gu) ?? []);
  const named = selfNames.flatMap((name) => name.match(/\p{Lu}\p{L}+/gu) ?? []);
  return rest.search(secondPerson) !== -1 || named.some((name) => words.has(name));
}
