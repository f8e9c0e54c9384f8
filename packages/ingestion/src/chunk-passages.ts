import type { Document, Passage } from '@personate/contracts';
import { chunkDocument, chunkerVersion } from '@personate/knowledge';
import { passageId, sha256 } from './identity.ts';
import { measureBy, passageTokens, type Window } from './measure-passage.ts';

/** Moves when cleaning or chunking does: documents with another one are chunked anew when they are met again. */
export const passagesVersion = `clean-1/${chunkerVersion}`;

/** How far a passage's neighbourhood reaches on each side. */
const reach = 2;

/**
 * The document's passages, each small enough for all the windows: the bundled model's among them, which says how large
 * a passage is whatever embeds it. In a document that stands in a thread, the neighbours are settled with the
 * thread.
 */
export async function chunkPassages(
  windows: readonly Window[],
  document: Document,
): Promise<Passage[]> {
  const chunks = await chunkDocument(document, {
    countTokens: measureBy(windows),
    maxTokens: passageTokens,
  });
  const ids = chunks.map((_, ordinal) => passageId(document.documentKey, ordinal));
  return chunks.map(({ text, headings }, ordinal) => ({
    passageId: ids[ordinal] as string,
    documentKey: document.documentKey,
    externalId: document.externalId,
    sourceId: document.sourceId,
    ordinal,
    text,
    headings,
    ...(document.title === undefined ? {} : { title: document.title }),
    ...(document.author === undefined ? {} : { author: document.author }),
    stance: document.stance,
    kind: document.kind,
    ...(document.at === undefined
      ? {}
      : { at: document.at, atPrecision: document.atPrecision ?? 'second' }),
    ...(document.thread === undefined ? {} : { thread: document.thread }),
    ...(document.url === undefined ? {} : { url: document.url }),
    language: document.language,
    audience: document.audience,
    before:
      document.thread === undefined
        ? ids.slice(Math.max(0, ordinal - reach), ordinal).toReversed()
        : [],
    after: document.thread === undefined ? ids.slice(ordinal + 1, ordinal + 1 + reach) : [],
    fingerprint: sha256(`${passagesVersion}\0${document.hash}\0${ordinal}`).slice(0, 32),
  }));
}
