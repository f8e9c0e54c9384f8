import { ownOf } from '@personate/contracts';

/** Grief, illness, death, violence, loss: what nobody jests about unasked. By language; English stands for the rest too. */
const painful: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:di(?:e[ds]?|es|ying)|dead|deaths?|bur(?:y|ied|ial)|graves?|graveyard|funerals?|coffin|mourn\p{L}*|grie(?:f|ve\p{L}*)|widow\p{L}*|orphan\p{L}*|ill(?:ness(?:es)?)?|diseases?|cancer|tumou?r|leuk\p{L}+|dementia|alzheimer\p{L}*|stroke|heart attack|hospice|hospital|chemotherapy|diagnos\p{L}+|miscarr\p{L}+|stillb\p{L}+|suicid\p{L}*|kill(?:ed|s|ing)? (?:myself|himself|herself|yourself)|(?:was|were|been|being|got) killed|murder\p{L}*|rap(?:e[ds]?|ist)|abus(?:e[ds]?|ive|ing)|molest\p{L}*|tortur\p{L}*|genocide|holocaust|massacre|terroris\p{L}*|depress(?:ed|ion|ing)|self-harm|addict\p{L}*|overdos\p{L}*|alcoholi\p{L}*|drown(?:ed|ing)|accident(?:s)?|divorc\p{L}+|abandon(?:ed|ment)|heartbr\p{L}+|betray\p{L}*|cr(?:y|ied|ying)|tears|wept|weep\p{L}*|pass(?:ed|ing) away|los(?:t|ing|e|s of|s) (?:(?:of )?(?:your|my|his|her|our|their|a|the) )?(?:\p{L}+ )?(?:mother|father|mum|mom|dad|parents?|sister|brother|son|daughter|wife|husband|child|children|baby|friend|grand\p{L}+|uncle|aunt|partner|dog|cat|job|home|house|sight|everything|her|him|them)|lonel(?:y|iness)|miss (?:him|her|them|your \p{L}+)|war|refugee\p{L}*|starv\p{L}+|famine|slave\p{L}*|allerg\p{L}*|worst (?:day|moment|time) of your life|saddest|regret (?:most|the most)|afraid of dying)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:tot|tote[nrs]?|tod|todes\p{L}*|sterb\p{L}*|starb(?:en)?|gestorben|begr(?:ä|a)b\p{L}*|beerdig\p{L}*|friedhof|grab|trauer\p{L}*|krank(?:heit\p{L}*)?|krebs|tumor|demenz|schlaganfall|herzinfarkt|krankenhaus|selbstmord|umbringen|ermordet|vergewaltig\p{L}*|missbrauch\p{L}*|krieg|unfall|verlor(?:en|st)?|verlust|scheidung|geschieden|einsam\p{L}*|depress\p{L}*|weinen?|geweint|tränen|vermisst|traurig\p{L}*|allergi\p{L}*)(?!\p{L})/iu,
  sv: /(?<!\p{L})(?:dö[dr]?|döda|döden|dog|dött|begrav\p{L}*|grav(?:en)?|sorg\p{L}*|sörj\p{L}*|sjuk\p{L}*|cancer|självmord|mörda\p{L}*|våldt\p{L}*|krig(?:et)?|olycka(?:n)?|förlora\p{L}*|skil(?:d|smässa)|ensam\p{L}*|deprim\p{L}*|gråt\p{L}*|grät|tårar|saknar|ledsen|allergi\p{L}*)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:muert[eoa]s?|mor(?:ir|ía|í)|muri(?:ó|eron)|mueres?|entierro|enterr\p{L}*|tumba|funeral|luto|duelo|enferm\p{L}*|cáncer|suicid\p{L}*|asesin\p{L}*|viol(?:ó|ada|ación)|guerra|accidente|perd(?:iste|ió|í|er) (?:a )?(?:tu|su|mi)|divorci\p{L}*|sol(?:edad)|deprim\p{L}*|llor\p{L}*|lágrimas|echas de menos|trist\p{L}*|alergi\p{L}*)(?!\p{L})/iu,
};

export function isPainful(text: string, language: string): boolean {
  return (ownOf(painful, language)?.test(text) ?? false) || (painful['en']?.test(text) ?? false);
}

/** Someone who jests, or wants to be made to laugh. */
const jesting =
  /(?<!\p{L})(?:ha(?:ha)+|he(?:he)+|lol|lmao|rofl|xd|jaja(?:ja)*)(?!\p{L})|[😂🤣😆😄😅😉😜🙃😁]|(?<!\S)[;:]-?[)DP](?!\p{L})|\b(?:just |only )?(?:kidding|joking|teasing)\b/iu;
const wantsLaughter =
  /(?<!\p{L})(?:fun(?:ny|niest)|hilarious|jokes?|humou?r(?:ous)?|laugh(?:ed|s|ing|ter)?|silliest|most ridiculous|lustig\p{L}*|witz\p{L}*|lachen|gelacht|rolig\p{L}*|skämt|skratta\p{L}*|gracios\p{L}*|divertid\p{L}*|chistes?|re[ií](?:r|ste)?)(?!\p{L})/iu;

export function isJesting(text: string): boolean {
  return jesting.test(text);
}

export function wantsToLaugh(text: string): boolean {
  return wantsLaughter.test(text);
}
