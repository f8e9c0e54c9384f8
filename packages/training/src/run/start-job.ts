import { ExpectedError, type SentSet, type TrainingSet } from '@personate/contracts';
import type { RunWork } from '@personate/records';
import type { WorkOnRunDeps } from './run-deps.ts';
import { filesOf, namesBegin } from './run-files.ts';
import type { TuningEndpoint } from './tuning-endpoint.ts';

type StartDeps = Pick<WorkOnRunDeps, 'runs' | 'set'> & { endpoint: TuningEndpoint };

/**
 * Makes the set, writes down what it holds, sends it and starts the job. Killed anywhere, the next one goes on: what was
 * sent and not written down is found by its name, and a job by its file.
 * What belongs to a run that is erased by then, or is ended by another worker, is taken back.
 * @returns false where it is to be stopped, or is another worker's by now.
 * @throws ExpectedError as `buildTrainingSet`; `persona.busy`; `training.endpoint-*`
 */
export async function startJob(
  { runs, endpoint, set: makeSet }: StartDeps,
  run: RunWork,
  signal: AbortSignal,
): Promise<boolean> {
  const { personaId, audience, heldOutShare } = run;
  const set = await makeSet({ personaId, audience, heldOutShare, signal });
  const { manifest } = set;
  const sent: SentSet = {
    sha256: manifest.files.train.sha256,
    examples: manifest.files.train.examples,
    heldOut: manifest.files.heldOut.examples,
    personaVersion: manifest.personaVersion,
    knowledgeRevision: manifest.knowledgeRevision,
  };
  let { files } = run;
  if (run.sent !== null && run.sent.sha256 !== sent.sha256) {
    // What the earlier set held is not what is written down of this one.
    const there = await endpoint.findFiles(namesBegin(run.runId), signal);
    for (const fileId of new Set([...filesOf(files), ...there]))
      await endpoint.removeFile(fileId, signal);
    files = {};
    if ((await runs.saveFiles(run, files)) !== 'go-on') return false;
  }
  const keys = [...new Set(manifest.documents.map(({ documentKey }) => documentKey))];
  if (!(await runs.saveSet(run, sent, keys))) throw busy(personaId);
  for (const part of ['train', 'heldOut'] as const) {
    if (files[part] !== undefined || set[part] === '') continue;
    const fileId = await send(endpoint, { run, set, part }, signal);
    files = { ...files, [part]: fileId };
    const saved = await runs.saveFiles(run, files);
    if (saved === 'gone')
      for (const sentId of filesOf(files)) await endpoint.removeFile(sentId, signal);
    if (saved !== 'go-on') return false;
  }
  const { train, heldOut } = files;
  if (train === undefined) throw new Error('a set without examples was let through');
  const isTakenOver = run.attempt > 1;
  const [known] = isTakenOver ? await endpoint.findJobs([train], signal) : [];
  const jobId = known ?? (await endpoint.start({ model: run.baseModel, train, heldOut }, signal));
  const saved = await runs.saveJob(run, jobId);
  if (saved === 'gone') await endpoint.cancel(jobId, signal);
  if (saved !== 'go-on') return false;
  // Whoever was taken for dead may have started one too since we looked; once ours is saved it takes its own back.
  const others = isTakenOver ? await endpoint.findJobs([train], signal) : [];
  for (const other of others) if (other !== jobId) await endpoint.cancel(other, signal);
  return true;
}

async function send(
  endpoint: TuningEndpoint,
  { run, set, part }: { run: RunWork; set: TrainingSet; part: 'train' | 'heldOut' },
  signal: AbortSignal,
): Promise<string> {
  const digest = set.manifest.files[part].sha256.slice(0, 12);
  const name = `${namesBegin(run.runId)}${digest}-${part === 'train' ? 'train' : 'held-out'}.jsonl`;
  const [known] = run.attempt > 1 ? await endpoint.findFiles(name, signal) : [];
  return known ?? endpoint.upload({ name, text: set[part] }, signal);
}

function busy(personaId: string): ExpectedError {
  return new ExpectedError(
    'conflict',
    'persona.busy',
    `The knowledge of "${personaId}" changes while it is read.`,
    { fix: 'It is read again; wait until its ingestion has ended.' },
  );
}
