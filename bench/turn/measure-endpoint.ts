import { startScriptedEndpoint } from '../../packages/language/src/testing.ts';
import { askStreamed, type Streamed } from '../measure/ask-streamed.ts';
import { progress } from '../measure/progress.ts';
import type { Row } from '../measure/report.ts';
import { median, summarise } from '../measure/summarise.ts';
import { model, reply, user, type TurnContext } from './context.ts';

interface Pair {
  direct: Streamed;
  behind: Streamed;
  /** Nobody had asked it since the server started. */
  new: boolean;
}

/** The same endpoint, the same prompt, called directly and behind the gateway, one after the other. */
export async function measureEndpoint(
  context: TurnContext,
): Promise<{ rows: Row[]; setting: Record<string, number> }> {
  await using endpoint = await startScriptedEndpoint([reply], { models: [model] });
  const server = await context.start({
    PERSONATE_CHAT_MODEL: model,
    OPENAI_BASE_URL: endpoint.baseUrl,
  });
  try {
    const behind = { baseUrl: `${server.url}/v1`, key: server.key, model: context.personaId };
    const direct = { baseUrl: endpoint.baseUrl, key: 'none', model };
    const { passages } = await server.call<{ passages: number }>(
      'GET',
      `/v1/personas/${context.personaId}/knowledge/statistics`,
    );
    // Loads what is loaded at the first answer: the index, the model's client.
    for (let i = 0; i < 3; i += 1)
      await askStreamed({ ...behind, messages: user('Tell me about yourself and your work.') });

    const pairs: Pair[] = [];
    const promptLengths: number[] = [];
    for (let round = 0; round < context.rounds; round += 1) {
      for (const question of context.questions) {
        const calls = endpoint.requests.length;
        const answer = await askStreamed({ ...behind, messages: user(question) });
        const messages = endpoint.requests.slice(calls).at(-1)?.body.messages;
        // What is declined or settled by rules never reaches the endpoint.
        if (messages === undefined || answer.personate?.speaker !== 'endpoint') continue;
        promptLengths.push(messages.reduce((sum, { content }) => sum + content.length, 0));
        pairs.push({
          behind: answer,
          direct: await askStreamed({ ...direct, messages }),
          new: round === 0,
        });
      }
      progress(`endpoint: round ${round + 1} of ${context.rounds}, ${pairs.length} pairs`);
    }
    return {
      rows: rowsOf(pairs),
      setting: { passages, promptCharacters: Math.round(median(promptLengths)) },
    };
  } finally {
    await server.stop();
  }
}

function rowsOf(pairs: readonly Pair[]): Row[] {
  const row = (what: string, of: (pair: Pair) => number, only = pairs, ratio?: number): Row => ({
    what,
    unit: 'ms',
    ...summarise(only.map(of)),
    ...(ratio === undefined ? {} : { ratio }),
  });
  const part =
    (name: 'understandMs' | 'recallMs' | 'decideMs' | 'firstTokenMs') =>
    ({ behind }: Pair): number =>
      behind.personate?.timings[name] ?? Number.NaN;
  const prepared = (pair: Pair): number =>
    part('understandMs')(pair) + part('recallMs')(pair) + part('decideMs')(pair);
  const over = (of: (streamed: Streamed) => number): number =>
    median(pairs.map(({ direct, behind }) => of(behind) / of(direct)));
  const fresh = pairs.filter((pair) => pair.new);
  const known = pairs.filter((pair) => !pair.new);
  return [
    row('endpoint, first word: direct', ({ direct }) => direct.firstMs),
    row(
      'endpoint, first word: behind the gateway',
      ({ behind }) => behind.firstMs,
      pairs,
      over((s) => s.firstMs),
    ),
    row('endpoint, whole answer: direct', ({ direct }) => direct.totalMs),
    row(
      'endpoint, whole answer: behind the gateway',
      ({ behind }) => behind.totalMs,
      pairs,
      over((s) => s.totalMs),
    ),
    row('added to the first word, new question', added, fresh),
    row('added to the first word, asked before', added, known),
    row('  understand', part('understandMs'), known),
    row('  recall, new question', part('recallMs'), fresh),
    row('  recall, asked before', part('recallMs'), known),
    row('  decide, new question', part('decideMs'), fresh),
    row('  decide, asked before', part('decideMs'), known),
    row(
      '  prompt and client of the endpoint',
      (pair) => part('firstTokenMs')(pair) - prepared(pair) - pair.direct.firstMs,
      known,
    ),
    row('  HTTP in and out', (pair) => pair.behind.firstMs - part('firstTokenMs')(pair), known),
    row(
      'added between first and last word',
      ({ direct, behind }) => behind.lastMs - behind.firstMs - (direct.lastMs - direct.firstMs),
    ),
    row(
      'added after the last word (storing)',
      ({ direct, behind }) => behind.totalMs - behind.lastMs - (direct.totalMs - direct.lastMs),
    ),
  ];
}

const added = ({ direct, behind }: Pair): number => behind.firstMs - direct.firstMs;
