import { latestMs, type Passage } from '@personate/contracts';
import { sparseVector, type EmbeddedPassage } from '@personate/knowledge';
import { z } from 'zod';
import { denseVector, termVector } from './collection-settings.ts';

/** What a point carries: the passage whole, and beside it what is filtered by. */
export interface PointPayload {
  passage: Passage;
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
      passage: wellFormed(body),
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
  // Written by us and read a hundred at a time: what tells ours from others' is checked, not every field.
  passage: z.custom<Passage>(isPassage),
  written: z.number(),
});
export type StoredPassage = z.infer<typeof storedSchema>;

/** Null for a payload that is none of ours. */
export function fromPayload(payload: unknown): StoredPassage | null {
  const read = storedSchema.safeParse(payload);
  return read.success ? read.data : null;
}

const sentencesSchema = z.object({
  passage: z.object({ passageId: z.string() }),
  sentences: z.string().optional(),
});

/** Of the payload no more than whose sentences they are; null for a payload that is none of ours. */
export function sentencesOf(payload: unknown): z.infer<typeof sentencesSchema> | null {
  const read = sentencesSchema.safeParse(payload);
  return read.success ? read.data : null;
}

function isPassage(value: unknown): boolean {
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
