import type { Doubt } from './statement.ts';

/** Not meant, not certain, or told by somebody else: such a clause is not read at all. */
const unsure =
  /\b(?:if|unless|whether|would|wouldn't|could|might|may|wish|wished|hope|maybe|perhaps|probably|possibly|supposedly|as if|as though|were to|used to|almost|nearly|not sure|wenn|falls|würde|würden|wäre|wären|hätte|hätten|könnte|könnten|vielleicht|wahrscheinlich|möglicherweise|angeblich|ob|als ob|beinahe|fast)\b/iu;
/** What is wished for may be said with "would". */
const wish =
  /^(?:please |bitte )|\b(?:i would|i'd) (?:prefer|rather have) (?:\p{L}+ ){0,2}(?:answers|replies)\b/iu;
const reported =
  /\b(?!(?:i|ich|we|wir)\b)\p{L}+(?:'s|s)? (?:said|says|say|told|tells|claims?|claimed|thinks?|thought|believes?|wrote|writes|asked|asks|sagt\p{L}*|meint\p{L}*|behauptet\p{L}*|erzählt\p{L}*|schrieb|schreibt|glaubt|fragt\p{L}*)\b|\b(?:according to|laut|angeblich|i heard|i read|ich habe gehört|ich habe gelesen)\b/iu;

/** "on the 3rd of May", "in May" */
const monthOfMay = /\bMay\b|\b(?:of|in|since|until|next|this|\d{1,2}(?:st|nd|rd|th)?) may\b/gu;

export function isUncertain(clause: string): boolean {
  return (
    (unsure.test(clause.replaceAll(monthOfMay, '')) && !wish.test(clause)) || reported.test(clause)
  );
}

const orders =
  /\b(?:ignore|disregard|forget|vergiss|ignorier\p{L}*) (?:all |any |everything |alle |alles )?(?:of )?(?:your|the|previous|prior|above|earlier|deine?n?|die|bisherigen|vorherigen|was du)\b|\b(?:you are now|from now on,? (?:you|always|never|act|answer as)|act as|behave (?:as|like)|pretend (?:to be|you)|your (?:new|real|true) (?:name|rules?|instructions?|role|job|task|purpose)|(?:new|system) (?:instructions?|prompt|rules?)|ab (?:jetzt|sofort) (?:bist|heißt|antwortest) du|du bist (?:ab )?(?:jetzt|nun)|verhalte dich|tu so als)\b/iu;
const taught =
  /\b(?:remember|note|know|keep in mind|don't forget|merk dir|denk daran|vergiss nicht)\b.{0,12}\b(?:that )?,?\s*(?:dass )?(?:you|you're|you've|your|du|dein\p{L}*)\b/iu;
const aboutPersona =
  /^(?:\p{L}+,? ){0,3}(?:you were born|you (?:really |actually |secretly )?(?:live|lived|work|worked|grew up|studied|died|married|hate|own|invented|won|killed|stole) |you(?:'re| are) (?:really |actually |secretly |not )?(?:from|born|married|divorced|dead|a (?:real )?(?:human|person|man|woman|liar|criminal|murderer|thief))\b|your (?:name|birthday|wife|husband|mother|father|son|daughter|dog|cat|job|favou?rite \p{L}+) (?:is|was)\b|du (?:wurdest|bist) .{0,30}geboren|du (?:wohnst|lebst|arbeitest|hasst|heißt) |dein(?:e)? (?:name|geburtstag|frau|mann|mutter|vater|sohn|tochter|hund|katze|beruf) (?:ist|war|heißt)\b)/iu;
const related =
  /^(?:\p{L}+,? ){0,2}(?:i'm|i am|this is|ich bin) (?:really |actually |in fact |wirklich )?(?:your|the|dein\p{L}*|der|die) (?:\p{L}+ )?(?:creator|maker|developer|author|owner|operator|administrator|admin|boss|master|brother|sister|mother|father|son|daughter|wife|husband|best friend|old friend|schöpfer\p{L}*|entwickler\p{L}*|besitzer\p{L}*|betreiber\p{L}*|chef\p{L}*|bruder|schwester|mutter|vater|sohn|tochter|frau|mann|freund\p{L}*)\b|\b(?:we|you and i) (?:met|first met|know each other|went to school)\b|\bwir (?:kennen uns|haben uns)\b/iu;

/** What a clause tries to plant; undefined for what is only talk. */
export function doubtOf(clause: string, personaName: string): Doubt | undefined {
  if (orders.test(clause)) return 'instruction';
  if (taught.test(clause) || aboutPersona.test(clause)) return 'claim-about-persona';
  if (related.test(clause) || claimsToBe(clause, personaName)) return 'claim-of-identity';
  return undefined;
}

function claimsToBe(clause: string, personaName: string): boolean {
  const said =
    /\b(?:i'm|i am|my name is|my name's|ich bin|ich heiße|mein name ist) (?:really |actually |the real )?(.{1,80})$/iu.exec(
      clause,
    );
  const name = personaName.trim().toLowerCase();
  return name !== '' && (said?.[1]?.toLowerCase().startsWith(name) ?? false);
}
