import { Readable } from 'node:stream';
import {
  ExpectedError,
  ingestionOptionsSchema,
  interviewDocumentIds,
  interviewSource,
  newInterviewSchema,
  type Interview,
  type InterviewAnswer,
  type NewInterview,
  type SettledInterview,
} from '@personate/contracts';
import { documentKey, interviewLines } from '@personate/ingestion';
import { planInterview } from '@personate/personas';
import type { GatewayDeps } from './deps.ts';

type Deps = Pick<
  GatewayDeps,
  'personas' | 'interviews' | 'uploads' | 'ingestions' | 'pokeIngestion' | 'newId' | 'log'
>;

const mostEarlier = 50;
/** Far beyond forty answers of 20,000 characters. */
const answersLimitBytes = 32 * 1024 ** 2;

/** Plans the questions from what the persona, or its open draft, lacks or is not sure of. */
export async function beginInterview(
  { personas, interviews, newId }: Pick<Deps, 'personas' | 'interviews' | 'newId'>,
  { personaId, wanted }: { personaId: string; wanted: NewInterview },
): Promise<Interview> {
  const { role, respondent, questions: count, audience } = newInterviewSchema.parse(wanted);
  const { headVersion } = await personas.get(personaId);
  const [{ document: head }, proposals, earlier] = await Promise.all([
    personas.version(personaId, headVersion),
    personas.listProposals(personaId),
    interviews.list(personaId, { limit: mostEarlier }),
  ]);
  const draft = proposals.find(({ origin, status }) => origin === 'derive' && status === 'open');
  const asked = new Set(
    earlier.flatMap(({ questions }) =>
      questions.flatMap(({ text, status }) => (status === 'open' ? [] : [text])),
    ),
  );
  const planned = planInterview({
    document: draft?.document ?? head,
    items: draft?.items ?? [],
    role,
    count,
    asked,
  });
  if (planned.length === 0) throw nothingToAsk();
  return interviews.create({
    interviewId: newId(),
    personaId,
    role,
    respondent: respondent ?? head.name,
    audience,
    questions: planned.map((question, place) => ({
      ...question,
      n: place + 1,
      status: 'open' as const,
      answer: null,
      answeredAt: null,
    })),
  });
}

/** Stores an answer. One that is a document already, and is skipped now, is erased as that is, and not asked for again. */
export async function answerInterview(
  {
    interviews,
    knowledge,
    now,
  }: Pick<GatewayDeps, 'interviews' | 'now'> & {
    knowledge: Pick<GatewayDeps['knowledge'], 'removeDocument'>;
  },
  input: {
    personaId: string;
    interviewId: string;
    answer: InterviewAnswer;
    requestedBy: string;
    signal: AbortSignal;
  },
): Promise<Interview> {
  const { personaId, interviewId, answer, requestedBy, signal } = input;
  const { questions, ingestionId } = await interviews.get(personaId, interviewId);
  const given = questions.find(({ n }) => n === answer.n);
  const mayBeTaken = answer.skip === true && given?.status === 'answered' && ingestionId !== null;
  if (!mayBeTaken) return interviews.answer(personaId, interviewId, answer, now());
  const isErased = async (externalId: string): Promise<boolean> => {
    const key = documentKey(personaId, interviewSource, externalId);
    const document = { personaId, documentKey: key, requestedBy, signal };
    return knowledge.removeDocument(document).then(
      () => true,
      (error: unknown) => {
        if (error instanceof ExpectedError && error.code === 'document.missing') return false;
        throw error;
      },
    );
  };
  const ids = interviewDocumentIds(interviewId, answer.n);
  if (!(await isErased(ids.answer)))
    return interviews.answer(personaId, interviewId, answer, now());
  await isErased(ids.question);
  return interviews.get(personaId, interviewId);
}

/** Has the answers so far ingested as documents; the same answers twice change nothing. */
export async function settleInterview(
  deps: Deps,
  {
    personaId,
    interviewId,
    signal,
  }: { personaId: string; interviewId: string; signal: AbortSignal },
): Promise<SettledInterview> {
  const { interviews, uploads, ingestions, pokeIngestion, log } = deps;
  const lines = [...interviewLines(await interviews.get(personaId, interviewId))];
  if (lines.length === 0) throw nothingAnswered();
  const fileName = 'interview.jsonl';
  const { blobId, sha256 } = await uploads.put(Readable.from(lines), {
    name: fileName,
    limitBytes: answersLimitBytes,
    signal,
  });
  const options = ingestionOptionsSchema.parse({ format: 'jsonl', source: interviewSource });
  const ingestion = await ingestions
    .create({ personaId, options, blobId, sha256, fileName })
    .catch(async (error: unknown) => {
      await uploads.delete(blobId);
      throw error;
    });
  const interview = await interviews.settle(personaId, interviewId, ingestion.ingestionId);
  await pokeIngestion({ personaId }).catch((error: unknown) => {
    log.warn({ err: error, ingestionId: ingestion.ingestionId }, 'ingestion was not announced');
  });
  return { interview, ingestion };
}

function nothingAnswered(): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'interview.nothing-answered',
    'No question of the interview is answered yet.',
    { fix: 'Answer at least one, or leave the interview as it is.' },
  );
}

function nothingToAsk(): ExpectedError {
  return new ExpectedError(
    'unprocessable',
    'interview.nothing-to-ask',
    'Every question that there is was asked in earlier interviews.',
    { fix: 'Derive the persona anew: what the draft is not sure of can be asked then.' },
  );
}
