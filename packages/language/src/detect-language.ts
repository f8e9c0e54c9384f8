import { ownOf } from '@personate/contracts';

/** The commonest function words of each language, without those that are a laugh elsewhere; a word in several lists counts for each of them. */
const functionWords: Readonly<Record<string, string>> = {
  en: 'the a an and or but of to in on at with for from is are was were be been am do does did have has had i you he she it we they me my your his her our their this that what which who where when why how not no so if then there about would could should can will shall may tell like any much many let us please than as by up out into because after before them him some all',
  de: 'der die das den dem des ein eine einen einem einer und oder aber von zu im in an am auf mit für aus ist sind war waren sein bin bist hat haben hatte ich du er sie es wir ihr mich dich mir dir mein meine dein deine deinen deiner sein seine was wer wo wann warum wie welche welcher welches nicht kein keine so wenn dann über würde kann kannst soll sollen wollen will magst gibt sich als auch noch schon mal denn man bitte nach beim vom zum zur',
  sv: 'den det en ett och eller men av till i på med för från är var vara har hade jag du han hon vi ni de mig dig min mitt mina din ditt dina sin vad vem var när varför hur vilken vilket inte ingen så om då skulle kan ska vill gillar tycker du finns som också där här att sig åt hos efter gjorde bor bodde talar pratar svenska engelska heter jobbar',
  es: 'el la los las un una unos y o pero de del a al en con por para es son era fue ser estar está estás soy eres han yo tú él ella nosotros me te mi mis tu tus su sus qué quién dónde cuándo por qué cómo cuál no si entonces sobre puede puedes quieres gusta hay que se lo le como más muy también hola cuéntame',
  fr: "le la les un une des et ou mais de du à au aux en avec pour par est sont était être suis es a ont je tu il elle nous vous ils me te moi toi mon ma mes ton ta tes son sa ses que quoi qui où quand pourquoi comment quel quelle ne pas si alors sur peux veux aimes y dans ce cette c'est qu'est-ce bonjour bonsoir parlez-vous parles-tu as-tu es-tu avez-vous êtes-vous français vous votre vos notre nos aimez pensez savez voulez pouvez êtes merci revoir quels quelles aussi très",
  it: 'il lo la i gli le un una uno e o ma di del della a al in con per da è sono era essere sei hanno io tu lui lei noi voi mi ti mio mia tuo tua tuoi suo sua che cosa chi dove quando perché come quale non se allora su puoi vuoi piace ci buongiorno buonasera grazie parli stai hai vorrei',
  nl: 'de het een en of maar van te in op aan met voor uit is zijn was waren ben bent heeft hebben had ik jij je hij zij wij jullie mij mijn jouw zijn haar wat wie waar wanneer waarom hoe welke niet geen als dan over zou kan kun wil vind er ook naar spreekt spreek goedemorgen goedendag dank',
  pt: 'o a os as um uma e ou mas de do da em no na com por para é são era ser está sou tem eu você ele ela nós me te meu minha seu sua que quem onde quando porque como qual não se então sobre pode quer gosta há olá obrigado obrigada fala falas vocês',
};

/** Words that are said alone in English chat as well: they tell of their language only beside others of it. */
const loose: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set(['man', 'die', 'hat', 'war', 'also']),
  es: new Set(['yo']),
};

/**
 * Languages in which no more can be said than that they are not spoken. Many others, of which there is no list here, share
 * short words with them: the part of a message's words that has to be of such a one before it is named.
 */
const onlyNamed: ReadonlySet<string> = new Set(['fr', 'it', 'nl', 'pt']);
const leastNamedShare = 0.45;

const lists = Object.entries(functionWords).map(
  ([language, words]) => [language, new Set(words.split(' '))] as const,
);

const scripts: ReadonlyArray<readonly [RegExp, string]> = [
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Devanagari}/u, 'hi'],
];

/** Letters that one language has and its neighbours here have not; each counts as half a word. */
const letters: ReadonlyArray<readonly [RegExp, string]> = [
  [/[ßẞ]|ü/iu, 'de'],
  [/å/iu, 'sv'],
  [/[ñ¿¡]/iu, 'es'],
  [/[œç]|ê/iu, 'fr'],
  [/[ãõ]/iu, 'pt'],
];

/**
 * The language of a short text by its function words: BCP 47, without region.
 * @param preferred The persona's languages: the first decides where the text says nothing, and they win ties.
 */
export function detectLanguage(text: string, preferred: readonly string[] = []): string {
  const sample = text.slice(0, 2000);
  const fallback = baseLanguage(preferred[0] ?? 'en');
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+(?:['’-][\p{L}]+)*/gu) ?? [];
  if (words.length === 0) return fallback;
  for (const [script, language] of scripts) {
    if ((sample.match(new RegExp(script, 'gu'))?.length ?? 0) > 2) return language;
  }
  const home = new Set(preferred.map(baseLanguage));
  const scores = new Map(
    [...scoresOf(sample, words)].map(([language, score]) => [
      language,
      score + (home.has(language) ? 0.4 : 0),
    ]),
  );
  let best = fallback;
  let bestScore = 0;
  for (const [language, score] of scores) {
    if (score > bestScore || (score === bestScore && language === fallback)) {
      best = language;
      bestScore = score;
    }
  }
  return home.has(best) || !isTooThin(best, bestScore, words.length) ? best : fallback;
}

/** A long text has more names and nouns: of more than twelve words, as many have to be of it as of twelve. */
function isTooThin(language: string, score: number, words: number): boolean {
  return onlyNamed.has(language) && score < leastNamedShare * Math.min(words, 12);
}

/** "Aimez-vous": French joins the pronoun to its verb. */
const joinedWords = (word: string, list: ReadonlySet<string>): string[] =>
  list.has(word) ? [word] : word.split('-');

/** How many words of each language the text holds, and half a word for a letter of its own. */
function scoresOf(sample: string, words: readonly string[]): Map<string, number> {
  const scores = new Map<string, number>();
  for (const [language, list] of lists) {
    const held = (
      language === 'fr' ? words.flatMap((word) => joinedWords(word, list)) : words
    ).filter((word) => list.has(word));
    const hits = held.every((word) => ownOf(loose, language)?.has(word) === true) ? 0 : held.length;
    const letter = letters.some(([mark, of]) => of === language && mark.test(sample)) ? 0.5 : 0;
    if (hits + letter > 0) scores.set(language, hits + letter);
  }
  return scores;
}

/** Words of a language that leave no doubt, and how far they must outnumber those of another one. */
const plain = { words: 2, lead: 2 };

/** Whether the text is in that language beyond doubt, and not in one of the others. */
export function isPlainlyIn(text: string, language: string, others: readonly string[]): boolean {
  const sample = text.slice(0, 2000);
  const script = scripts.find(([, of]) => of === language)?.[0];
  if (script !== undefined) {
    return (sample.match(new RegExp(script, 'gu'))?.length ?? 0) > 2;
  }
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+(?:['’-][\p{L}]+)*/gu) ?? [];
  const scores = scoresOf(sample, words);
  const score = scores.get(language) ?? 0;
  if (isTooThin(language, score, words.length)) return false;
  const rival = Math.max(0, ...others.map((other) => scores.get(baseLanguage(other)) ?? 0));
  return score >= plain.words && score >= plain.lead * rival;
}

/** `de-AT` → `de`. */
export function baseLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/u)[0] ?? 'en';
}

/** The language that a persona writes by itself. */
export function homeLanguage({
  persona: { voice },
}: {
  persona: { voice: { languages: readonly string[] } };
}): string {
  return baseLanguage(voice.languages[0] ?? 'en');
}
