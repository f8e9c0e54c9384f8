import type { AnswerTurnDeps } from '../../packages/conversation/src/index.ts';
import { toneTexts } from '../../packages/conversation/src/tone/tone-texts.ts';
import type { Embedder } from '../../packages/knowledge/src/index.ts';
import { fitTone, type ToneHead, type ToneUnit } from '../../packages/language/src/index.ts';
import { embedCached, type LoadedPersona } from '../../scripts/load-persona-folder.ts';

/** A head that has seen half of the persona's texts, and those texts. */
export interface Judge {
  head: ToneHead;
  seen: readonly string[];
}

/** Four judges, each of one half of the persona's own texts and of nobody's lines: one has read neither side of a pair. */
export async function openJudges(
  { deps, embedder }: { deps: AnswerTurnDeps; embedder: Embedder },
  input: { personas: ReadonlyMap<string, LoadedPersona>; id: string; signal: AbortSignal },
): Promise<Judge[]> {
  const { personas, id, signal } = input;
  const persona = (personas.get(id) as LoadedPersona).document;
  const others = [...personas.keys()].filter((other) => other !== id);
  const found = await toneTexts(deps, { persona, others, signal });
  const own = [...found.own, ...found.lines];
  const plain = found.others.filter(isPlainLine);
  const halfOf = halves([...own, ...plain].map(({ group }) => group));
  const withVectors = async (units: readonly ToneUnit[]) => {
    const vectors = await embedCached(
      units.map(({ text }) => text),
      embedder,
      signal,
    );
    return units.map((unit, n) => ({ ...unit, vector: vectors[n] as Float32Array }));
  };
  const opposite = await withVectors(found.others.filter((unit) => !isPlainLine(unit)));
  const judges: Judge[] = [];
  for (const [ofOwn, ofPlain] of sides) {
    const seen = own.filter(({ group }) => halfOf.get(group) === ofOwn);
    const seenPlain = plain.filter(({ group }) => halfOf.get(group) === ofPlain);
    const head = await fitTone(
      {
        own: await withVectors(seen),
        others: [...opposite, ...(await withVectors(seenPlain))],
        language: found.language,
      },
      signal,
    );
    judges.push({ head, seen: [...seen, ...seenPlain].map(({ text }) => text) });
  }
  return judges;
}

const sides = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

const isPlainLine = ({ group }: ToneUnit): boolean => group.startsWith('plain:');

function halves(groups: readonly string[]): Map<string, number> {
  return new Map([...new Set(groups)].toSorted().map((group, place) => [group, place % 2]));
}

/** The judge that has read least of what both replies say. */
export function fairJudge(judges: readonly Judge[], replies: readonly string[]): Judge {
  const read = ({ seen }: Judge): number =>
    seen.reduce(
      (sum, text) => sum + (replies.some((reply) => reply.includes(text)) ? text.length : 0),
      0,
    );
  return judges.toSorted((a, b) => read(a) - read(b))[0] as Judge;
}
