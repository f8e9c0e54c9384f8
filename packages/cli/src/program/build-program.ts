import { Command } from 'commander';
import type { Io } from '../io.ts';
import { addCancel } from '../verbs/cancel.ts';
import { addChat } from '../verbs/chat.ts';
import { addCommon } from '../verbs/common.ts';
import { addDoctor } from '../verbs/doctor.ts';
import { addEval } from '../verbs/eval.ts';
import { addErasure } from '../verbs/erasure.ts';
import { addIngest } from '../verbs/ingest.ts';
import { addInterview } from '../verbs/interview.ts';
import { addIngestions } from '../verbs/ingestions.ts';
import { addInspect } from '../verbs/inspect.ts';
import { addKeys } from '../verbs/keys.ts';
import { addKnowledge } from '../verbs/knowledge.ts';
import { addLogin } from '../verbs/login.ts';
import { addMemories } from '../verbs/memories.ts';
import { addMove } from '../verbs/move.ts';
import { addPack } from '../verbs/pack.ts';
import { addPersona } from '../verbs/persona/persona.ts';
import { addProbe } from '../verbs/probe.ts';
import { addStatus } from '../verbs/status.ts';
import { addTrain } from '../verbs/train.ts';
import { Cli } from './cli.ts';
import { examples } from './examples.ts';

/** Every verb, in the order in which a newcomer needs them. */
export function buildProgram(io: Io): { program: Command; cli: Cli } {
  const program = new Command('personate')
    .description(
      'Personas that answer only from what they could know: make, feed, ask, watch them.',
    )
    .version(io.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .option('--json', 'print exactly one JSON value on standard output')
    .option('--url <address>', 'the server; else PERSONATE_URL, else the one on this machine')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      `${examples(
        'personate doctor',
        'personate persona create ada-m --name "Ada M."',
        'personate ingest ada-m ~/Downloads/twitter-2026-01-05.zip',
        'personate chat ada-m',
      )}

Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with problems.`,
    );
  const cli = new Cli(program, io);
  // Before the verbs: they take these settings over when they are added.
  program.exitOverride().configureOutput({
    writeOut: (text) => io.stdout.write(text),
    writeErr: (text) => io.stderr.write(text),
    // Told with its fix and code once the run has ended.
    outputError: () => {},
  });
  for (const add of [
    addPersona,
    addInspect,
    addIngest,
    addIngestions,
    addInterview,
    addCancel,
    addKnowledge,
    addPack,
    addCommon,
    addChat,
    addProbe,
    addEval,
    addTrain,
    addMemories,
    addErasure,
    addKeys,
    addLogin,
    addMove,
    addStatus,
    addDoctor,
  ]) {
    add(program, cli);
  }
  return { program, cli };
}
