import {
  ExpectedError,
  requireConsent,
  type ToneReport,
  type ToneRequest,
} from '@personate/contracts';
import type { Embedder } from '@personate/knowledge';
import { trainTone, type ToneHead } from '@personate/language';
import type { AnswerTurnDeps, ServingPersona } from '../deps.ts';
import { embedUnits } from './embed-units.ts';
import { ErasureLook, type ErasureLookDeps } from './erasure-look.ts';
import { sampleTexts } from './sample-texts.ts';
import { scoreTexts } from './score-texts.ts';
import { toneTexts } from './tone-texts.ts';

export interface ToneDeps extends Pick<AnswerTurnDeps, 'personas' | 'knowledge'>, ErasureLookDeps {
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

interface TrainInput {
  maySee: (personaId: string) => boolean;
  asked?: ToneRequest;
  signal: AbortSignal;
}

const nothing: ToneRequest = { groups: [], samples: 0 };
const fewest = { own: 30, others: 30 };
const mostKept = 200;
/** Of a training that nobody waits for. */
const backgroundMs = 10 * 60_000;
/** A training that failed is not tried again before. */
const restMs = 60_000;

/**
 * The tone heads of the personas that were asked for, each of one version and knowledge revision; kept in this process,
 * for they are made of texts that may be erased, and made anew in seconds.
 */
export class ToneHeads {
  readonly #deps: ToneDeps;
  readonly #erasures: ErasureLook;
  readonly #kept = new Map<string, Kept>();
  /** Until when not to try again, by persona. */
  readonly #resting = new Map<string, number>();
  /** One at a time: nobody waits for it. */
  #training: Promise<void> | null = null;
  /** Counts what was forgotten: a training that began before keeps nothing. */
  #forgotten = 0;

  constructor(deps: ToneDeps) {
    this.#deps = deps;
    this.#erasures = new ErasureLook(deps, () => this.forget());
  }

  /**
   * The head of the persona's newest version as it serves now; null for an older version, while it is being trained, or
   * where there is too little to train one on.
   */
  ready({ version, knowledgeRevision }: ServingPersona): ToneHead | null {
    const { personaId } = version;
    this.#erasures.lookBehind();
    const kept = this.#kept.get(personaId);
    if (kept?.revision === knowledgeRevision) {
      if (version.version === kept.version) return kept.head;
      // Pinned by who asked: the others go on with the head.
      if (version.version < kept.version) return null;
    }
    this.#kept.delete(personaId);
    this.#trainBehind(personaId);
    return null;
  }

  /** Of all personas: what was erased of one may be in the heads of others. */
  forget(): void {
    this.#kept.clear();
    this.#forgotten += 1;
  }

  /**
   * Trains and measures it, and scores other texts by it.
   * @param maySee whose texts may stand on the other side.
   * @throws ExpectedError `persona.too-little-for-tone`, `persona.consent-*`, and what opening the persona throws.
   */
  async train(
    personaId: string,
    { maySee, asked = nothing, signal }: TrainInput,
  ): Promise<ToneReport> {
    await this.#erasures.look();
    const began = this.#forgotten;
    const { version, knowledgeRevision, consent } = await this.#deps.personas.serving(personaId);
    requireConsent(personaId, consent);
    const keep = (head: ToneHead | null): void => {
      if (this.#forgotten === began)
        this.#keep(personaId, { version: version.version, revision: knowledgeRevision, head });
    };
    const everybody = await this.#deps.list();
    const others = everybody
      .filter(({ id, status }) => id !== personaId && status === 'active' && maySee(id))
      .map(({ id }) => id);
    const found = await toneTexts(this.#deps, { persona: version.document, others, signal });
    const { language, own, lines, against } = found;
    const enough = own.length + lines.length >= fewest.own && found.others.length >= fewest.others;
    if (!enough) {
      keep(null);
      throw tooLittle(own.length + lines.length, found.others.length);
    }
    const { embedder } = this.#deps;
    const mine = await embedUnits(embedder, [...own, ...lines], signal);
    const theirs = await embedUnits(embedder, found.others, signal);
    const trained = await trainTone({ own: mine, others: theirs, language }, signal);
    await this.#erasures.look();
    keep(trained.head);
    const { groups } = asked;
    const scores = await scoreTexts(embedder, { trained, groups, signal });
    return {
      personaId,
      version: version.version,
      knowledgeRevision,
      language,
      pieces: { own: own.length, lines: lines.length, others: trained.others },
      against,
      areaUnderCurve: trained.areaUnderCurve,
      areaByStyle: trained.areaByStyle,
      heldOut: trained.heldOut,
      scores,
      samples: sampleTexts(own, asked.samples),
    };
  }

  /** Resolves once no training is under way. */
  async settled(): Promise<void> {
    await this.#erasures.settled();
    await this.#training;
  }

  #trainBehind(personaId: string): void {
    if (this.#training !== null || this.#deps.now().getTime() < (this.#resting.get(personaId) ?? 0))
      return;
    const signal = AbortSignal.timeout(backgroundMs);
    this.#training = this.train(personaId, { maySee: () => true, signal })
      .then(() => void this.#resting.delete(personaId))
      .catch((error: unknown) => {
        // Its replies are as good as without it.
        this.#resting.delete(personaId);
        this.#resting.set(personaId, this.#deps.now().getTime() + restMs);
        dropOldest(this.#resting);
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
    dropOldest(this.#kept);
  }
}

function dropOldest(kept: Map<string, unknown>): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
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
