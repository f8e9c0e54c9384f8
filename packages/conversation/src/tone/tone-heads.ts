import { ExpectedError, type ToneReport } from '@personate/contracts';
import type { Embedder } from '@personate/knowledge';
import { trainTone, type ToneHead, type ToneText, type ToneUnit } from '@personate/language';
import type { AnswerTurnDeps, ServingPersona } from '../deps.ts';
import { toneTexts } from './tone-texts.ts';

export interface ToneDeps extends Pick<AnswerTurnDeps, 'personas' | 'knowledge' | 'log'> {
  /** The one behind `similarity`: what is scored is embedded by it. */
  embedder: Pick<Embedder, 'embed'>;
  /** Active personas, for the other side. */
  list(): Promise<Array<{ id: string; status: string }>>;
}

interface Kept {
  version: number;
  revision: number;
  head: ToneHead | null;
}

const fewest = { own: 30, others: 30 };
const mostKept = 200;
const batch = 16;
/** Of a training that nobody waits for. */
const backgroundMs = 10 * 60_000;

/**
 * The tone heads of the personas that were asked for, each of one version and knowledge revision; kept in this process,
 * for they are made of texts that may be erased, and made anew in seconds.
 */
export class ToneHeads {
  readonly #deps: ToneDeps;
  readonly #kept = new Map<string, Kept>();
  /** One at a time: nobody waits for it. */
  #training: Promise<void> | null = null;

  constructor(deps: ToneDeps) {
    this.#deps = deps;
  }

  /** The persona's head as it serves now; null while it is being trained, or where there is too little to train one on. */
  ready({ version, knowledgeRevision }: ServingPersona): ToneHead | null {
    const kept = this.#kept.get(version.personaId);
    if (kept?.version === version.version && kept.revision === knowledgeRevision) return kept.head;
    this.#kept.delete(version.personaId);
    this.#trainBehind(version.personaId);
    return null;
  }

  /**
   * Trains and measures it.
   * @param maySee whose texts may stand on the other side.
   * @throws ExpectedError `persona.too-little-for-tone`, and what opening the persona throws.
   */
  async train(
    personaId: string,
    { maySee, signal }: { maySee: (personaId: string) => boolean; signal: AbortSignal },
  ): Promise<ToneReport> {
    const { version, knowledgeRevision } = await this.#deps.personas.serving(personaId);
    const everybody = await this.#deps.list();
    const others = everybody
      .filter(({ id, status }) => id !== personaId && status === 'active' && maySee(id))
      .map(({ id }) => id);
    const found = await toneTexts(this.#deps, { persona: version.document, others, signal });
    const { language, own, lines, against } = found;
    const enough = own.length + lines.length >= fewest.own && found.others.length >= fewest.others;
    if (!enough) {
      this.#keep(personaId, { version: version.version, revision: knowledgeRevision, head: null });
      throw tooLittle(own.length + lines.length, found.others.length);
    }
    const mine = await this.#embed([...own, ...lines], signal);
    const theirs = await this.#embed(found.others, signal);
    const trained = await trainTone({ own: mine, others: theirs, language }, signal);
    this.#keep(personaId, {
      version: version.version,
      revision: knowledgeRevision,
      head: trained.head,
    });
    return {
      personaId,
      version: version.version,
      knowledgeRevision,
      language,
      pieces: { own: own.length, lines: lines.length, others: trained.others },
      against,
      areaUnderCurve: trained.areaUnderCurve,
      areaByStyle: trained.areaByStyle,
    };
  }

  /** Resolves once no training is under way. */
  async settled(): Promise<void> {
    await this.#training;
  }

  #trainBehind(personaId: string): void {
    if (this.#training !== null) return;
    const signal = AbortSignal.timeout(backgroundMs);
    this.#training = this.train(personaId, { maySee: () => true, signal })
      .then(() => undefined)
      .catch((error: unknown) => {
        // Its replies are as good as without it.
        const code = error instanceof ExpectedError ? error.code : 'internal';
        const told = error instanceof ExpectedError ? {} : { err: error };
        this.#deps.log.info({ personaId, code, ...told }, 'no tone was learnt');
      })
      .finally(() => {
        this.#training = null;
      });
  }

  #keep(personaId: string, kept: Kept): void {
    this.#kept.delete(personaId);
    this.#kept.set(personaId, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break;
      this.#kept.delete(oldest);
    }
  }

  /** In small batches, behind what somebody waits for. */
  async #embed(units: readonly ToneUnit[], signal: AbortSignal): Promise<ToneText[]> {
    const embedded: ToneText[] = [];
    for (let from = 0; from < units.length; from += batch) {
      const some = units.slice(from, from + batch);
      const vectors = await this.#deps.embedder.embed(
        some.map(({ text }) => text),
        signal,
      );
      embedded.push(
        ...some.flatMap((unit, n) => {
          const vector = vectors[n];
          return vector === undefined ? [] : [{ ...unit, vector }];
        }),
      );
    }
    return embedded;
  }
}

function tooLittle(own: number, others: number): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'persona.too-little-for-tone',
    `A tone takes ${fewest.own} pieces of its own texts and ${fewest.others} of others' in the same language; there are ${own} and ${others}.`,
    {
      fix: 'Ingest more of its own words, or write typical responses and small talk; for a language other than English, have another persona that speaks it.',
    },
  );
}
