import { wordsOf } from './split-sentences.ts';

const stop = new Set(
  'a an the and or but if then of at by for with about to from in on is are was were be been being am do does did have has had i me my you your he him his she her it its we us our they them their this that these those what which who whom when where why how will would can could should as not no so than too very there here just der die das und oder in im am an auf mit für von zu ist sind war ich du er sie es wir mein dein was wer wo wann wie warum nicht ein eine den det och att på är jag du vi en ett som för med av el la los las un una y o de en que es son por para con mi tu su'.split(
    ' ',
  ),
);

/** Content words, lightly stemmed: what ranks sentences where no analyser is given. */
export function plainTerms(text: string): string[] {
  return wordsOf(text)
    .map((word) => word.toLowerCase().replace(/['’]s$/u, ''))
    .filter((word) => !stop.has(word))
    .map((word) =>
      word.length > 4 ? word.replace(/(?:ingly|edly|ing|ies|ied|es|ed|s|ly)$/u, '') : word,
    );
}
