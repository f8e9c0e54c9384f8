import { latestMs, type Passage } from '@personate/contracts';
import { sparseVector, termsOf, type EmbeddedPassage } from '@personate/knowledge';
import { z } from 'zod';
import { denseVector, termVector } from './collection-settings.ts';

/** What a point carries: the passage whole, and beside it what is filtered by. */
export interface PointPayload {
  /** As JSON in one value: Qdrant reads and sends it a third faster than as an object of twenty. */
  passage: string;
  /** The terms of its text, as `termsOf` gives them, with spaces between; absent in what was written before. */
  terms?: string;
  document: string;
  /** The passage's audience; nobody, while its document is not there whole. */
  seenBy: readonly string[];
  /** The last millisecond since 1970 that its time may mean; an undated passage lies before everything. */
  at: number;
  /** Greater with every writing: of two versions of a document the later one counts. */
  written: number;
  /** Vectors of its sentences, packed, in base64. */
  sentences?: string;
  tenant?: string;
}

export interface Point {
  id: string;
  vector: Record<string, number[] | { indices: number[]; values: number[] }>;
  payload: PointPayload & Record<string, unknown>;
}

/** Before everything that is dated, and exact as a float: 273,000 years before 1970. */
const undated = -(2 ** 53);

export function toPoint(
  passage: EmbeddedPassage,
  given: { id: string; averageLength: number; written: number; tenant: string | null },
): Point {
  const { vector, sentences, ...body } = passage;
  const { indices, values } = sparseVector(passage, given.averageLength);
  return {
    id: given.id,
    vector: {
      [denseVector]: Array.from(vector),
      [termVector]: { indices, values },
    },
    payload: {
      passage: JSON.stringify(wellFormed(body)),
      // A term that was cut may end in half a surrogate pair.
      terms: wellFormed(termsOf(passage).join(' ')),
      document: passage.documentKey,
      seenBy: wellFormed(passage.audience),
      at: passage.at === undefined ? undated : latestMs(passage.at, passage.atPrecision),
      written: given.written,
      ...(sentences === undefined ? {} : { sentences: Buffer.from(sentences).toString('base64') }),
      ...(given.tenant === null ? {} : { tenant: given.tenant }),
    },
  };
}

const storedSchema = z.object({
  // What was written before is an object.
  passage: z.union([z.string(), z.record(z.string(), z.unknown())]),
  terms: z.string().optional(),
  written: z.number(),
});

export interface StoredPassage {
  passage: Passage;
  written: number;
}

/** Null for a payload that is none of ours. */
export function fromPayload(payload: unknown): StoredPassage | null {
  const read = storedSchema.safeParse(payload);
  if (!read.success) return null;
  const { passage: stored, terms, written } = read.data;
  const passage = typeof stored === 'string' ? parsed(stored) : stored;
  // Written by us and read a hundred at a time: what tells ours from others' is checked, not every field.
  if (!isPassage(passage)) return null;
  if (terms !== undefined) termsOf.know(passage, terms === '' ? [] : terms.split(' '));
  return { passage, written };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const sentencesSchema = z.object({ sentences: z.string() });

/** Null for a payload without any. */
export function sentencesOf(payload: unknown): Uint8Array | null {
  const read = sentencesSchema.safeParse(payload);
  return read.success ? Buffer.from(read.data.sentences, 'base64') : null;
}

function isPassage(value: unknown): value is Passage {
  return (
    typeof value === 'object' &&
    value !== null &&
    'passageId' in value &&
    'documentKey' in value &&
    'text' in value &&
    typeof value.text === 'string'
  );
}

// Half a surrogate pair is no UTF-8, and Qdrant refuses the whole batch for it.
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The same value with U+FFFD for what no UTF-8 can hold. */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.replace(loneSurrogate, '\ufffd') as T;
  if (Array.isArray(value)) return value.map((item: unknown) => wellFormed(item)) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]: [string, unknown]) => [key, wellFormed(item)]),
    ) as T;
  return value;
}
