import { ExpectedError } from '@personate/contracts';
import type { Survey } from './survey-export.ts';

const shownCandidates = 10;

/** @throws ExpectedError `ingestion.self-unknown` when somebody was named who wrote nothing in the export. */
export function refuseUnknownSelf(survey: Survey, named: string | undefined): void {
  if (!survey.selfUnknown || named === undefined) return;
  const near = nearest(named, survey.candidates);
  throw new ExpectedError(
    'unprocessable',
    'ingestion.self-unknown',
    `None of the export's authors is called "${named}". It has: ${listed(survey)}.`,
    {
      fix: `${near === undefined ? '' : `Did you mean "${near}"? `}Give --self NAME (the \`self\` field of the API) as the export has it; where nothing in it is by the persona, leave it out and state the stance (about, to) of the source.`,
      param: 'self',
    },
  );
}

/** @throws ExpectedError `ingestion.self-needed` when a document's stance hangs on who self is. */
export function requireSelf(survey: Survey): void {
  if (!survey.needsSelf) return;
  throw new ExpectedError(
    'unprocessable',
    'ingestion.self-needed',
    `The export does not say which of its authors is the persona. It has: ${listed(survey)}.`,
    {
      fix: 'Say who it is with --self NAME (the `self` field of the API), or state the stance of the whole source.',
      param: 'self',
    },
  );
}

function listed({ candidates }: Survey): string {
  return candidates
    .slice(0, shownCandidates)
    .map(({ name, documents }) => `${name} (${documents})`)
    .join(', ');
}

/** Who differs in case, accents or punctuation only, or whose name holds every word that was written. */
function nearest(named: string, candidates: Survey['candidates']): string | undefined {
  const wanted = wordsOf(named);
  if (wanted.length === 0) return undefined;
  const names = candidates.map(({ name }) => ({ name, words: wordsOf(name) }));
  const same = names.find(({ words }) => words.join('') === wanted.join(''));
  const longer = names.find(({ words }) => wanted.every((word) => words.includes(word)));
  return (same ?? longer)?.name;
}

function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
