import {
  ExpectedError,
  improvisedSource,
  mayAnswer,
  type PersonaDocument,
} from '@personate/contracts';
import {
  baseLanguage,
  detectLanguage,
  homeLanguage,
  linesOfNobody,
  moduleUnits,
  neutralTexts,
  toneUnits,
  type ToneUnit,
} from '@personate/language';
import { samplePassages } from '../calibrate/sample-passages.ts';
import type { AnswerTurnDeps } from '../deps.ts';

type Deps = Pick<AnswerTurnDeps, 'personas' | 'knowledge'>;

export interface ToneTexts {
  language: string;
  /** Pieces of its documents, then of its modules' lines. */
  own: ToneUnit[];
  lines: ToneUnit[];
  /** The lines that are built in among them: a voice that is nobody's. */
  others: ToneUnit[];
  /** Personas that gave texts to the other side. */
  against: string[];
}

const most = { own: 600, lines: 200, each: 100, passages: 400, others: 6 };
const directions = 200;

/**
 * What a persona says, and what others do, in the language that it speaks by itself: texts that everybody may read, cut
 * to about what is said at a time. Of the others' nothing is kept or told but the weights that come of them all.
 */
export async function toneTexts(
  deps: Deps,
  input: { persona: PersonaDocument; others: readonly string[]; signal: AbortSignal },
): Promise<ToneTexts> {
  const { persona, signal } = input;
  const language = homeLanguage(persona);
  const own = await unitsOf(deps, persona, { language, wanted: most.own, signal });
  const neutral =
    baseLanguage(language) === 'en'
      ? neutralTexts.flatMap((text, n) => toneUnits(text, `neutral:${n}`, 'en'))
      : [];
  const plain = linesOfNobody(baseLanguage(language)).flatMap((line) =>
    toneUnits(line, `plain:${line}`, language),
  );
  const others: ToneUnit[] = [...neutral, ...plain.map((unit) => ({ ...unit, unmeasured: true }))];
  const against: string[] = [];
  for (const other of input.others) {
    if (against.length >= most.others) break;
    const units = await unitsOfOther(deps, other, { language, signal });
    if (units.length === 0) continue;
    others.push(...units);
    against.push(other);
  }
  return { language, own, lines: spread(moduleUnits(persona), most.lines), others, against };
}

/** None of one that cannot be opened, that nobody consents to, or that speaks another language. */
async function unitsOfOther(
  deps: Deps,
  other: string,
  { language, signal }: { language: string; signal: AbortSignal },
): Promise<ToneUnit[]> {
  try {
    const { version, consent } = await deps.personas.serving(other);
    const { document } = version;
    if (!mayAnswer(consent) || homeLanguage(document) !== language) return [];
    const units = await unitsOf(deps, document, { language, wanted: most.each, signal });
    return spread([...units, ...moduleUnits(document)], most.each).map((unit) => ({
      ...unit,
      group: `${other}:${unit.group}`,
    }));
  } catch (error) {
    // Archived meanwhile, or its embedder is away: it is not what is measured.
    signal.throwIfAborted();
    if (!(error instanceof ExpectedError)) throw error;
    return [];
  }
}

async function unitsOf(
  deps: Pick<Deps, 'knowledge'>,
  persona: PersonaDocument,
  options: { language: string; wanted: number; signal: AbortSignal },
): Promise<ToneUnit[]> {
  const { language, wanted, signal } = options;
  const { store, embedder } = await deps.knowledge.open(persona.id, signal);
  const passages = await samplePassages(store, {
    dimensions: embedder.dimensions,
    wanted: Math.min(most.passages, wanted),
    stance: 'by',
    directions,
    signal,
  });
  const { languages } = persona.persona.voice;
  const units = passages
    // A model worded it.
    .filter(({ sourceId }) => sourceId !== improvisedSource)
    .filter(({ text }) => detectLanguage(text, languages) === language)
    .flatMap(({ text, documentKey }) => toneUnits(text, documentKey, language));
  return spread(units, wanted);
}

/** So many of them, from all over. */
function spread<Item>(items: readonly Item[], wanted: number): Item[] {
  if (items.length <= wanted) return [...items];
  return Array.from(
    { length: wanted },
    (_, n) => items[Math.floor((n * items.length) / wanted)] as Item,
  );
}
