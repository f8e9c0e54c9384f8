import type { PersonaDocument } from '@personate/contracts';
import { detectLanguage } from './detect-language.ts';
import {
  allForeignLines,
  foreignLinesOf,
  foreignStatement,
} from './extractive/phrases/foreign-lines.ts';
import { allPhrases, hasPhrases, phrasesOf } from './extractive/phrases/phrases.ts';

type Disclosing = Pick<PersonaDocument, 'name' | 'disclosure' | 'persona'>;

/**
 * One sentence that says that a machine speaks, in the reply's language: the persona's own disclosure where it is
 * written in it, else a line of ours, else the disclosure as it is.
 */
export function discloseIn(persona: Disclosing, language: string): string {
  const { name, disclosure } = persona;
  if (detectLanguage(disclosure, persona.persona.voice.languages) === language) return disclosure;
  if (hasPhrases(language)) return phrasesOf(language).disclosed(name);
  const foreign = foreignLinesOf(language);
  return foreign === null ? disclosure : foreignStatement(foreign);
}

/** The text without the disclosure that it begins with; null where it begins with none. */
export function withoutDisclosure(persona: Disclosing, text: string): string | null {
  const begun = text.trimStart();
  const line = linesOf(persona).find((one) => begun.startsWith(one));
  return line === undefined ? null : begun.slice(line.length).trimStart();
}

function linesOf({ name, disclosure }: Disclosing): string[] {
  return [
    disclosure,
    ...allPhrases().map((phrases) => phrases.disclosed(name)),
    ...allForeignLines().map(foreignStatement),
  ];
}
