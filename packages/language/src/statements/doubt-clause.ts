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
  /\b(?:ignore|disregard|forget|override|vergiss|vergessen sie|ignorier\p{L}*) (?:all |any |alle |alles )?(?:of )?(?:your |the |my |these |deine |die |diese )?(?:(?:previous|prior|above|earlier|other|bisherigen|vorherigen|obigen) )?(?:instructions?|rules?|prompts?|persona|training|guidelines|documents|anweisung\p{L}*|regeln?|vorgaben|dokumente)\b|\b(?:forget|ignore) everything (?:you|above|before)\b|\bvergiss alles\b|\b(?:you are now (?:an?|the|called|no|my)\b|from now on,? (?:you|always|never|act|answer as)|act as (?:an?|if)|behave (?:as|like)|pretend (?:to be|you)|your (?:new|real|true) (?:name|rules?|instructions?|role|job|task|purpose)|(?:new|system) (?:instructions?|prompt|rules?)|ab (?:jetzt|sofort) (?:bist|heißt|antwortest) du|du bist (?:ab )?(?:jetzt|nun) (?:ein|eine|der|die)|verhalte dich wie|tu so als)\b/iu;

/** What may stand before a claim. */
const lead =
  '(?:(?:please|no|but|and|so|actually|really|in fact|the truth is|well|wait|bitte|nein|aber|eigentlich|in wahrheit),? )*';
const remember =
  "(?:(?:remember|note|keep in mind|don't forget|merk dir|denk daran|vergiss nicht),? (?:that |dass )?)";
/** Facts that only the persona's documents can tell. */
const facts = [
  "you(?:'re| are| were) (?:really |actually |secretly |not |now )?(?:born|from|married|divorced|dead|in love)\\b",
  "you(?:'re| are| were) (?:really |actually |secretly |not )?an? (?:real )?(?:human|person|man|woman|liar|criminal|murderer|thief|robot|machine)\\b",
  'you (?:really |actually |secretly |once )?(?:live|lived|work|worked|grew up|studied|died|hate|own|invented|won|killed|stole) ',
  'your (?:real |true |full )?(?:name|birthday|age|job|nationality) (?:is|was)\\b',
  "your (?:wife|husband|mother|father|son|daughter|brother|sister|dog|cat)(?:'s name is| is called| is named| was called)\\b",
  'du (?:wurdest|bist|warst) .{0,30}geboren',
  'du (?:in .{1,30} geboren|wohnst|lebst|arbeitest|hasst|heißt)\\b',
  'deine? (?:name|geburtstag|beruf) (?:ist|war)\\b',
  'deine? (?:frau|mann|mutter|vater|sohn|tochter|hund|katze) heißt\\b',
].join('|');
/** Praise ("you are a star") is none, unless it is to be remembered. */
const taught = "you(?:'re| are| were) (?:an? |the )|du bist (?:ein|eine|der|die) ";
const claim = new RegExp(`^${lead}(?:${remember}?(?:${facts})|${remember}(?:${taught}))`, 'iu');

const relation =
  'creator|maker|developer|author|owner|operator|administrator|admin|boss|master|brother|sister|mother|father|son|daughter|wife|husband|friend|schöpfer\\p{L}*|entwickler\\p{L}*|besitzer\\p{L}*|betreiber\\p{L}*|chef\\p{L}*|bruder|schwester|mutter|vater|sohn|tochter|frau|mann|freund\\p{L}*';
const related = new RegExp(
  `^(?:\\p{L}+,? ){0,2}(?:i'm|i am|this is|ich bin) (?:really |actually |in fact |wirklich )?(?:your|dein\\p{L}*) (?:\\p{L}+ )?(?:${relation})(?!\\p{L})|\\b(?:we|you and i) (?:first met|met (?:in|at|on) [\\p{L}\\d]|know each other|went to school together)|\\bwir kennen uns\\b`,
  'iu',
);

/** What a clause tries to plant; undefined for what is only talk. */
export function doubtOf(clause: string, personaName: string): Doubt | undefined {
  if (orders.test(clause)) return 'instruction';
  if (claim.test(clause)) return 'claim-about-persona';
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
