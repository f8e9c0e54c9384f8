import {
  evaluationPartNames,
  type AspectChoice,
  type BlindGuesses,
  type Evaluation,
  type EvaluationPartName,
  type Probes,
} from '@personate/contracts';
import { speakerName } from './speaker-name.ts';
import { openAsker, type EvaluationClient, type Reply } from './ask.ts';
import type { Judge } from './judge/judge.ts';
import { asPart, type Part } from './part.ts';
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
  signal: AbortSignal;
  onProgress?: (part: EvaluationPartName, asked: number) => void;
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
  const { speaker } = await client.status(signal);
  const version = input.version ?? (await client.personas.get(personaId)).headVersion;
  const { document } = await client.versions.get(personaId, version);
  // The head is asked as everybody asks it, so that what is measured is what is served.
  const asked = input.version === undefined ? personaId : `${personaId}@${version}`;
  const asker = openAsker(client, asked, signal, input.aspects);
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
  const wanted = input.only ?? evaluationPartNames;
  const measured: Evaluation['parts'] = [];
  for (const part of evaluationPartNames.filter((one) => wanted.includes(one))) {
    signal.throwIfAborted();
    let count = 0;
    const onAsked = () => input.onProgress?.(part, (count += 1));
    measured.push(
      asPart(
        part,
        await parts[part]({
          asker,
          client,
          personaId,
          isHead: input.version === undefined,
          document,
          probes,
          speaker,
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
    startedAt,
    endedAt: new Date().toISOString(),
    parts: measured,
  };
}
