import {
  evaluationPartNames,
  type AspectChoice,
  type BlindGuesses,
  type Evaluation,
  type EvaluationPartName,
  type Probes,
} from '@personate/contracts';
import { speakerName, speakerOf } from './speaker-name.ts';
import { openAsker, type EvaluationClient, type Reply } from './ask.ts';
import type { ReplyJournal } from './journal.ts';
import type { Judge } from './judge/judge.ts';
import { Pace } from './pace.ts';
import { asPart, type Part, type Scope } from './part.ts';
import { blindPart } from './parts/blind.ts';
import { candourPart } from './parts/candour.ts';
import { citationsPart } from './parts/citations.ts';
import { consistencyPart } from './parts/consistency.ts';
import { driftPart } from './parts/drift.ts';
import { injectionPart } from './parts/injection.ts';
import { probesPart } from './parts/probes.ts';
import { quotationsPart } from './parts/quotations.ts';
import { stylePart } from './parts/style.ts';
import { timePart } from './parts/time.ts';
import { traitsPart } from './parts/traits.ts';
import { plannedReplies } from './planned-replies.ts';
import { sample } from './sample.ts';
import { Tally } from './tally.ts';

const parts: Readonly<Record<EvaluationPartName, Part>> = {
  probes: probesPart,
  citations: citationsPart,
  candour: candourPart,
  quotations: quotationsPart,
  time: timePart,
  injection: injectionPart,
  consistency: consistencyPart,
  drift: driftPart,
  traits: traitsPart,
  style: stylePart,
  blind: blindPart,
};

export interface EvaluateInput {
  personaId: string;
  /** Another version than the head. */
  version?: number;
  probes: Probes;
  /** All of them by default. */
  only?: readonly EvaluationPartName[];
  /** None by default: what passes is then decided by documents and by form alone. */
  judge?: { model: string; ask: Judge };
  /** What readers of a blind test guessed. */
  blind?: readonly BlindGuesses[];
  /** Aspects other than the persona's own: what each does is seen by leaving it out. */
  aspects?: AspectChoice;
  /** Of each part at most so many questions, spread over all of them: with a slow model the whole takes hours. */
  most?: number;
  /** Takes from it what was asked before, and keeps there what is. */
  journal?: ReplyJournal;
  signal: AbortSignal;
  onProgress?: (progress: EvaluationProgress) => void;
}

export interface EvaluationProgress {
  part: EvaluationPartName;
  /** In this part. */
  asked: number;
  /** Until all was asked, by what the model's replies took so far; null while that is not known. */
  leftMs: number | null;
}

/**
 * Measures a persona through the API that its users speak to, as a stranger: nothing is learnt of it, and what was
 * said is deleted.
 * @throws PersonateError of the server; the signal's reason
 */
export async function evaluatePersona(
  client: EvaluationClient,
  input: EvaluateInput,
): Promise<Evaluation> {
  const { personaId, probes, signal } = input;
  const startedAt = new Date().toISOString();
  const speaker = await speakerOf(client, personaId, signal);
  const version = input.version ?? (await client.personas.get(personaId)).headVersion;
  const { document } = await client.versions.get(personaId, version);
  // The head is asked as everybody asks it, so that what is measured is what is served.
  const asked = input.version === undefined ? personaId : `${personaId}@${version}`;
  const wanted = input.only ?? evaluationPartNames;
  const { most = Number.POSITIVE_INFINITY } = input;
  const scope: Scope = {
    document,
    probes,
    speaker,
    isHead: input.version === undefined,
    some: (questions) => sample(questions, most),
  };
  const tally = new Tally(speaker.kind === 'extractive' ? 0 : plannedReplies(wanted, scope));
  const asker = openAsker(client, {
    persona: asked,
    pace: new Pace(),
    ...(input.aspects === undefined ? {} : { aspects: input.aspects }),
    ...(input.journal === undefined ? {} : { journal: input.journal }),
    onReply: (reply, isNew) => tally.add(reply, isNew),
    signal,
  });
  const replies = new Map<string, Promise<Reply>>();
  let revision: number | null = null;
  const answerOf = (question: string): Promise<Reply> => {
    const reply = replies.get(question) ?? asker.ask(question);
    replies.set(question, reply);
    return reply.then((told) => {
      revision = told.extension.knowledgeRevision;
      return told;
    });
  };
  const measured: Evaluation['parts'] = [];
  for (const part of evaluationPartNames.filter((one) => wanted.includes(one))) {
    signal.throwIfAborted();
    let count = 0;
    const onAsked = () => input.onProgress?.({ part, asked: (count += 1), leftMs: tally.leftMs() });
    measured.push(
      asPart(
        part,
        await parts[part]({
          ...scope,
          asker,
          client,
          personaId,
          answerOf,
          judge: input.judge?.ask ?? null,
          blind: input.blind ?? [],
          signal,
          onAsked,
        }),
      ),
    );
  }
  return {
    personaId,
    name: document.name,
    version,
    knowledgeRevision: revision,
    speaker: speakerName(speaker),
    judge: input.judge?.model ?? null,
    ...(input.most === undefined ? {} : { most: input.most }),
    modelFailed: tally.failed,
    startedAt,
    endedAt: new Date().toISOString(),
    parts: measured,
  };
}
