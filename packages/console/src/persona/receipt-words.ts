/** What a receipt counts, in words; what nobody but the server knows of is counted together. */
const words: Readonly<Record<string, string>> = {
  documents: 'documents',
  passages: 'passages',
  vectors: 'vectors of passages',
  versions: 'versions',
  proposals: 'drafts and proposals',
  files: 'files, such as its portrait',
  interviews: 'interviews',
  turns: 'questions with their answers',
  conversations: 'conversations',
  memories: 'things that it remembered of people',
  runs: 'runs of learning from conversations',
  ingestions: 'reports of what was added',
  tasks: 'calculations',
  attachments: 'shared sets that it used',
};

/** The receipt's counts as lines to read: what is none is left out. */
export function receiptLines(removed: Readonly<Record<string, number>>): Array<[string, number]> {
  const counts = Object.entries(removed).filter(([, count]) => count > 0);
  const told = counts.flatMap(([what, count]): Array<[string, number]> => {
    const said = Object.hasOwn(words, what) ? words[what] : undefined;
    return said === undefined ? [] : [[said, count]];
  });
  const rest = counts
    .filter(([what]) => !Object.hasOwn(words, what))
    .reduce((sum, [, count]) => sum + count, 0);
  return rest === 0 ? told : [...told, ['entries of the server’s own keeping', rest]];
}
