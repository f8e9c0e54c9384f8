import { askStreamed, type Streamed } from '../measure/ask-streamed.ts';
import { progress } from '../measure/progress.ts';
import type { Row } from '../measure/report.ts';
import { summarise } from '../measure/summarise.ts';
import { user, type TurnContext } from './context.ts';

interface Pass {
  answers: Streamed[];
  perSecond: number;
}

const crowd = 8;

/** The speaker without a model: one client, and eight at once, taking turns; after a pass that nobody measures. */
export async function measureExtractive(context: TurnContext): Promise<{ rows: Row[] }> {
  const server = await context.start();
  try {
    const behind = { baseUrl: `${server.url}/v1`, key: server.key, model: context.personaId };
    const pass = async (clients: number): Promise<Pass> => {
      const questions = [...context.questions];
      const answers: Streamed[] = [];
      const beganAt = performance.now();
      const client = async (): Promise<void> => {
        for (let next = questions.shift(); next !== undefined; next = questions.shift())
          answers.push(await askStreamed({ ...behind, messages: user(next) }));
      };
      await Promise.all(Array.from({ length: clients }, client));
      return { answers, perSecond: (answers.length * 1_000) / (performance.now() - beganAt) };
    };
    const first = await pass(1);
    const alone: Pass[] = [];
    const together: Pass[] = [];
    for (let round = 0; round < context.rounds; round += 1) {
      alone.push(await pass(1));
      together.push(await pass(crowd));
      progress(`extractive: round ${round + 1} of ${context.rounds}`);
    }
    return {
      rows: [
        ...rowsOf('extractive, new question', [first]),
        ...rowsOf('extractive, 1 client', alone),
        ...rowsOf(`extractive, ${crowd} clients`, together, alone),
      ],
    };
  } finally {
    await server.stop();
  }
}

function rowsOf(label: string, passes: readonly Pass[], against?: readonly Pass[]): Row[] {
  const row = (what: string, unit: string, of: (pass: Pass) => number[]): Row => {
    const summary = summarise(passes.flatMap(of));
    const other = against === undefined ? undefined : summarise(against.flatMap(of)).median;
    return {
      what: `${label}: ${what}`,
      unit,
      ...summary,
      ...(other === undefined ? {} : { ratio: summary.median / other }),
    };
  };
  return [
    row('first word', 'ms', ({ answers }) => answers.map(({ firstMs }) => firstMs)),
    row('whole answer', 'ms', ({ answers }) => answers.map(({ totalMs }) => totalMs)),
    row('answers', '/s', ({ perSecond }) => [perSecond]),
  ];
}
