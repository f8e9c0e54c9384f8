import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readConversations } from '../recall/read-conversations.ts';
import { openBench } from '../recall/open-bench.ts';
import { casesOf, readGeneralQuestions } from './cases.ts';
import { askedOfPersonas } from './persona-cases.ts';
import { rowsOf, type Asked, type Row } from './rows.ts';
import { openSpeaker, speakersIn } from './speakers.ts';

export interface CollectOptions {
  /** Folder of conversations. */
  folder: string;
  /** Folder of personas with probes. */
  personas: string;
  /** A folder to keep what was asked in, a file a persona: those that are there are not asked again. */
  kept?: string | undefined;
  /** Only these personas. */
  only?: string[] | undefined;
}

/** Asks everybody everything, and says on standard error how far it is. */
export async function collectRows(options: CollectOptions): Promise<Row[]> {
  const { folder, personas, kept, only = [] } = options;
  const { signal } = new AbortController();
  const bench = await openBench('memory');
  const general = readGeneralQuestions();
  const speakers = (await readConversations(folder)).flatMap(speakersIn);
  const asked: Asked[] = [
    ...speakers.map((speaker) => ({
      group: speaker.conversation.name,
      conversation: true,
      document: speaker.document,
      open: () => openSpeaker({ ...bench, signal }, speaker),
      cases: casesOf(speaker, speakers, general),
    })),
    ...askedOfPersonas(personas, bench.embedder, general, signal),
  ];
  const rows: Row[] = [];
  for (const one of asked) {
    const { id } = one.document;
    if (only.length > 0 && !only.includes(id)) continue;
    const file = kept === undefined ? null : join(kept, `${id}.json`);
    if (file !== null && existsSync(file)) {
      rows.push(...(JSON.parse(readFileSync(file, 'utf8')) as Row[]));
      continue;
    }
    const own = await rowsOf(bench.embedder, one, signal);
    rows.push(...own);
    console.error(`asked ${id}: ${own.length}`);
    if (kept === undefined || file === null) continue;
    mkdirSync(kept, { recursive: true });
    writeFileSync(file, JSON.stringify(own));
  }
  await bench.close();
  return rows;
}
