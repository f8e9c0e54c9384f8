import { ownOf } from '@personate/contracts';
import { wordsOf } from '../split-sentences.ts';

/** They ask, point or judge, and name nothing that a sentence could hold. */
const empty: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(
    'a about actually after again all already also always am an and another any anybody anyone anything are as at away back bad be beautiful because become became been before being best better big but by call called came can colour color come comes cost costs could did do does done else ever exactly far feel fine first for from fun get gets getting good got great had happen happened happens happy hard has have he heavy her here hers high him his how i if important in interesting into is it its itself just kind know last later like likely long look many maybe me mine more most much must my name named never next nice no not now of off often old older on one ones only or other our out over own people place please possible rather real really s said say sense she should since so some somebody someone something sort still stop such sure t tall than that the their them then there these they thing things think this those time to together too true turn turned until up upon us use used very view was way we weigh well went were what when where which who whom whose why will with without worth would year years yes yet you young younger your yours yourself fast tall wide deep day days',
  ),
  de: words(
    'aber alle alles alt als am an auch auf aus bei bin bis da dabei dafür damals damit dann das dass davon dazu dein deine deinem deinen deiner dem den denn der des die dies diese dieser dir doch dort du ein eine einem einen einer er es etwas euch für gab geht genau gerade gern gewesen ging gut habe haben hast hat hatte hattest heißt hieß ich ihm ihn ihnen ihr ihre im immer in ist ja jetzt kam kann kannst lange mal man mehr mein mich mir mit nach nein nicht noch nun nur oder oft schon sehr sein seine sich sie sind so und uns viel viele vom von vor war wann waren warst warum was welche welcher wem wen wenn wer werden weshalb wie wieso wieviel wird wo wofür woher wohin wurde zu zum zur älter jünger',
  ),
  sv: words(
    'alla allt att av blev bli blir bra de dem den denna deras dess det detta dig din dina ditt du där då efter ej eller en er ett från fick för gjorde gör ha hade han hans har henne hennes heter hette hon honom hos hur här i inte ja jag kan kom kommer kunde man med mer mig min mina mycket många nej ni nu när någon något och också om oss på sa sedan sig sin ska skulle som så till under upp ut vad var varför vara varit vart varifrån vem vems vi vid vilka vilken vilket är äldre än yngre gammal gick går länge',
  ),
  es: words(
    'a al algo allí antes aquí así años bien como con cosa cuál cuándo cuánta cuántas cuánto cuántos cómo de del desde después donde dónde e el ella ellas ellos en era eran eres es esa ese eso esta estaba este esto está fue ha había hace hacer han hasta hay he hizo la las le les llama llamaba lo los mayor me menor mi muy más no nos o para pasó pero por porque que quién quiénes qué se ser si sin sobre son su sus sí también te tenía tiene tu tus tú un una uno y ya él',
  ),
};

/**
 * The words of a question that its answer must have something to do with, in lower case: not those that only ask, and
 * not those by which it names whom it is about.
 */
export function askedWords(asked: string, language: string, about: readonly string[]): string[] {
  // "Who encouraged you to start it?": who did matters, not to what.
  const [main = asked] = asked.split(/ to (?=\p{Ll}+)/u);
  const plain = main.replace(/\b(?:tell (?:me|us)|part of)\b/giu, ' ');
  const words = contentWords(plain, language, about);
  return words.length > 0 ? words : contentWords(asked, language, about);
}

function contentWords(asked: string, language: string, about: readonly string[]): string[] {
  const named = new Set(about.flatMap((name) => wordsOf(name.toLowerCase())));
  return [
    ...new Set(
      wordsOf(asked.toLowerCase())
        .map((word) => word.replace(/['’]s$/u, ''))
        .filter(
          (word) =>
            word.length > 1 &&
            !/['’]/u.test(word) &&
            ownOf(empty, language)?.has(word) !== true &&
            !named.has(word),
        ),
    ),
  ];
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
