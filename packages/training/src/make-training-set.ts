import { createHash } from 'node:crypto';
import {
  emptyCounts,
  ExpectedError,
  leastExamples,
  type Document,
  type LeftOut,
  type PersonaVersion,
  type TrainingExample,
  type TrainingManifest,
  type TrainingSet,
} from '@personate/contracts';
import type { Touches } from '@personate/language';
import { holdOut, withinLimit, type Limit } from './hold-out.ts';
import { rulesFor } from './own-words.ts';
import { pairUp, type Pair } from './pair-up.ts';
import { compare, Threads } from './threads.ts';

/** Of both files together: a set comes in one answer, and is held in memory while it is made. */
const limit: Limit = { examples: 20_000, bytes: 32 * 1024 * 1024 };

export interface MakeTrainingSetInput {
  version: Pick<PersonaVersion, 'personaId' | 'version' | 'document'>;
  knowledgeRevision: number;
  /** Those that stand, of every stance. */
  documents: readonly Document[];
  /** Beyond the public. */
  groups: readonly string[];
  heldOutShare: number;
  offLimits: Touches | null;
  most?: Limit;
}

/**
 * Examples of how the persona writes, of its own documents and what they answer; no turn and no memory. The same input
 * makes the same bytes, in whatever order the documents come.
 * @throws ExpectedError `training.too-few`
 */
export function makeTrainingSet(input: MakeTrainingSetInput): TrainingSet {
  const { version, groups, heldOutShare, most = limit } = input;
  const persona = version.document;
  const rules = rulesFor(persona, { groups, offLimits: input.offLimits });
  const leftOut: TrainingManifest['leftOut'] = {};
  const count = (why: LeftOut, by = 1): void => {
    leftOut[why] = (leftOut[why] ?? 0) + by;
  };
  const documents = input.documents.filter(({ stance }) => stance !== 'about');
  const found = pairUp(documents, new Threads(documents), rules, (why) => count(why));
  const pairs = withinLimit(found, most);
  if (pairs.length < found.length) count('beyond-limit', found.length - pairs.length);
  const { train, heldOut } = holdOut(pairs, heldOutShare);
  if (train.length < leastExamples) throw tooFew(version.personaId, train.length, leftOut);

  const system = `You speak as ${persona.name}, a synthetic personality made of what ${persona.name} wrote. You write as ${persona.name} writes.`;
  const text = (of: readonly Pair[]): string =>
    of.map((pair) => `${JSON.stringify(exampleOf(pair, system))}\n`).join('');
  const files = { train: text(train), heldOut: text(heldOut) };
  const requests = pairs.flatMap(({ message, request }) => (message === null ? [request] : []));
  return {
    manifest: {
      format: 'personate-training-set',
      version: 1,
      persona: { id: version.personaId, name: persona.name },
      personaVersion: version.version,
      knowledgeRevision: input.knowledgeRevision,
      audience: [...rules.audience].toSorted(compare),
      knownUntil: rules.knownUntil,
      heldOutShare,
      system,
      requests: [...new Set(requests)].toSorted(compare),
      files: {
        train: describeFile(files.train, train.length),
        heldOut: describeFile(files.heldOut, heldOut.length),
      },
      counts: {
        answers: pairs.length - requests.length,
        posts: requests.length,
        bySource: countBy(pairs, ({ own }) => own.sourceId),
        byKind: countBy(pairs, ({ own }) => own.kind),
      },
      leftOut,
      documents: [
        ...train.flatMap((pair) => namesOf(pair, 'train')),
        ...heldOut.flatMap((pair) => namesOf(pair, 'heldOut')),
      ],
    },
    ...files,
  };
}

function exampleOf({ own, request }: Pair, system: string): TrainingExample {
  return {
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: request },
      { role: 'assistant', content: own.text.trim() },
    ],
  };
}

function describeFile(text: string, examples: number) {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { sha256, sizeBytes: Buffer.byteLength(text), examples };
}

function countBy<Key extends string>(
  pairs: readonly Pair[],
  keyOf: (pair: Pair) => Key,
): Partial<Record<Key, number>> & Record<string, number> {
  const counts = emptyCounts();
  for (const key of pairs.map(keyOf).toSorted(compare)) counts[key] = (counts[key] ?? 0) + 1;
  return counts as Partial<Record<Key, number>> & Record<string, number>;
}

function namesOf({ own, message }: Pair, file: 'train' | 'heldOut'): TrainingManifest['documents'] {
  const name = (document: Document, as: 'assistant' | 'user') => ({
    documentKey: document.documentKey,
    documentId: document.externalId,
    source: document.sourceId,
    hash: document.hash,
    as,
    file,
  });
  return [...(message === null ? [] : [name(message, 'user')]), name(own, 'assistant')];
}

function tooFew(
  personaId: string,
  examples: number,
  leftOut: TrainingManifest['leftOut'],
): ExpectedError {
  const reasons = Object.entries(leftOut).map(([why, n]) => `${why} ${n}`);
  const why = reasons.length === 0 ? '' : ` Left out: ${reasons.join(', ')}.`;
  return new ExpectedError(
    'unprocessable',
    'training.too-few',
    `The persona "${personaId}" has ${examples} examples of its own words to train on; at least ${leastExamples} are needed.${why}`,
    {
      fix: 'Ingest more that it wrote itself, or what it answered with it; groups beyond the public are taken where they are named and the key is given them.',
    },
  );
}
