import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface Line {
  id: string;
  session?: string;
  time?: string;
  author?: string;
  text: string;
}

export interface Question {
  id: string;
  text: string;
  kind: string;
  answerable: boolean;
  relevant: string[];
}

export interface Conversation {
  name: string;
  corpus: Line[];
  questions: Question[];
}

/** The folder itself, or every folder in it, that holds `corpus.jsonl` and `questions.jsonl`. */
export async function readConversations(folder: string): Promise<Conversation[]> {
  const holds = (path: string): boolean => existsSync(join(path, 'corpus.jsonl'));
  const folders = holds(folder)
    ? ['.']
    : readdirSync(folder)
        .filter((name) => holds(join(folder, name)))
        .toSorted();
  if (folders.length === 0) throw new Error(`no corpus.jsonl in ${folder} or in its folders`);
  const conversations: Conversation[] = [];
  for (const name of folders)
    conversations.push({
      name,
      corpus: await readLines<Line>(join(folder, name, 'corpus.jsonl')),
      questions: await readLines<Question>(join(folder, name, 'questions.jsonl')),
    });
  return conversations;
}

async function readLines<T>(file: string): Promise<T[]> {
  const values: T[] = [];
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') }))
    if (line.trim() !== '') values.push(JSON.parse(line) as T);
  return values;
}
