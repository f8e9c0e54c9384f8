export interface Section {
  /** Headings it stands under, outermost first. */
  headings: string[];
  text: string;
}

const headingLine = /^(#{1,6})[ \t]+(\S.*?)[ \t]*$/u;
const fenceLine = /^ {0,3}(?:`{3,}|~{3,})/u;

/**
 * Cuts a text at its `# …` lines (not within fenced code). A heading without text of its own and without
 * headings below it becomes a section of its words, so that nothing is lost.
 */
export function sectionsOf(text: string): Section[] {
  const sections: Section[] = [];
  let path: Array<{ level: number; words: string; used: boolean }> = [];
  let lines: string[] = [];
  let fenced = false;

  const endSection = (): void => {
    const body = lines.join('\n');
    lines = [];
    if (body.trim() === '') return;
    for (const heading of path) heading.used = true;
    sections.push({ headings: path.map(({ words }) => words), text: body });
  };
  const leave = (level: number): void => {
    const left = path.filter((heading) => heading.level >= level);
    path = path.filter((heading) => heading.level < level);
    const unused = left.filter((heading) => !heading.used);
    if (unused.length === 0) return;
    for (const heading of path) heading.used = true;
    sections.push({
      headings: path.map(({ words }) => words),
      text: unused.map(({ words }) => words).join('\n'),
    });
  };

  for (const line of text.split('\n')) {
    if (fenceLine.test(line)) fenced = !fenced;
    const heading = fenced ? null : headingLine.exec(line);
    if (heading?.[1] === undefined || heading[2] === undefined) lines.push(line);
    else {
      endSection();
      leave(heading[1].length);
      path.push({ level: heading[1].length, words: heading[2], used: false });
    }
  }
  endSection();
  leave(1);
  return sections;
}
