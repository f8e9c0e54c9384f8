/** Where what follows makes it another thing: "I don't want to live in London". */
const here = String.raw`(?=\s*(?:$|[.,;:!?…)\n])|\s+(?:any ?more|any longer|and|but|because|or|so|mehr|und|aber|weil|längre|och|men|más|y|pero|porque)(?!\p{L}))`;

const byLanguage: ReadonlyArray<readonly [language: string, pattern: RegExp]> = [
  [
    'en',
    new RegExp(
      String.raw`(?<!\p{L})(?:kill(?:ing)? myself(?! laughing)|(?:end|ending|take|taking) my (?:own )?life(?!\p{L}| in)|suicidal|self[- ]harm(?:ing)?|(?:commit|committing|thinking (?:about|of)|think (?:about|of)|considering|attempted?|attempting) suicide|i (?:(?:just|really|often|sometimes|still) )*(?:want(?:ed)? to|wanna|could just) (?:die|be dead|end it(?: all)?|hurt myself|harm myself|cut myself)${here}|i (?:(?:just|really) )*(?:do not|don['’]?t|no longer) (?:even )?want to (?:live|be alive|be here|exist|go on|wake up)${here}|i wish i (?:was|were) (?:dead|never born)|i(?:['’]m| am) (?:going|planning|about) to (?:hurt|harm|cut) myself|(?:nothing|no reason)(?: left)? to live for|(?:everybody|everyone|the world) would be better off without me)`,
      'iu',
    ),
  ],
  [
    'de',
    new RegExp(
      String.raw`(?<!\p{L})(?:mich um(?:zu)?bringen|(?:bringe|bring) mich um|mir (?:das|mein) leben (?:zu )?nehmen|(?:selbstmord|suizid)(?:gedanken| begehen)|(?:denke|nachdenke) (?:oft |ständig |gerade |viel )*(?:an|über) (?:selbstmord|suizid)|ich (?:will|möchte|mag) (?:(?:einfach|nur|so|am liebsten) )*(?:sterben|tot sein)${here}|ich (?:will|möchte|mag) (?:(?:einfach|so) )*nicht mehr(?: (?:leben|da sein|aufwachen))?${here}|ich wäre (?:lieber|am liebsten) tot|(?:mich|mir) selbst (?:verletzen|etwas antun)|mir etwas an(?:zu)?tun)(?!\p{L})`,
      'iu',
    ),
  ],
  [
    'sv',
    new RegExp(
      String.raw`(?<!\p{L})(?:ta livet av mig|ta mitt (?:eget )?liv|begå självmord|självmordstankar|tänker på självmord|jag (?:vill|skulle vilja) (?:(?:bara|helst) )*dö${here}|jag (?:vill|orkar) inte (?:leva|finnas|vakna)(?: (?:längre|mer))?${here}|skada mig själv|jag önskar att jag vore död)(?!\p{L})`,
      'iu',
    ),
  ],
  [
    'es',
    new RegExp(
      String.raw`(?<!\p{L})(?:suicidarme|matarme(?! de risa)|quitarme la vida|(?:pensando|pienso) en (?:el suicidio|suicidarme)|quiero morir(?:me)?${here}|no quiero (?:seguir )?vivi(?:r|endo)(?: más)?${here}|ojalá estuviera muert[oa]|hacerme daño|autolesion\p{L}*)(?!\p{L})`,
      'iu',
    ),
  ],
];

const mostCharacters = 6_000;

/**
 * The language in which somebody tells, anywhere in the message, that they think of killing or hurting themselves; null
 * when nobody does. It errs on the side of hearing it: a needless word of help costs a line.
 */
export function tellsOfCrisis(message: string): string | null {
  const plain = message.slice(0, mostCharacters).normalize('NFKC').replace(/\s+/gu, ' ');
  return byLanguage.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}
