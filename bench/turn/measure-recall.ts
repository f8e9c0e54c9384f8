import { startScriptedEndpoint } from '../../packages/language/src/testing.ts';
import type { Server } from '../../tests/harness/server.ts';
import { askStreamed } from '../measure/ask-streamed.ts';
import { makeTexts } from '../measure/make-texts.ts';
import { progress } from '../measure/progress.ts';
import type { Row } from '../measure/report.ts';
import { median, summarise } from '../measure/summarise.ts';
import { model, reply, user, type TurnContext } from './context.ts';

const personaId = 'many-passages';
const wordsEach = 30;
/** Passages that the answer's own recall reads too. */
const k = 24;

interface Measured {
  recallMs: number;
  beforeMs: number;
  /** Nobody had asked it since the server started. */
  new: boolean;
}

/** At that many passages: everything before the model is called, against recall alone for the same question. */
export async function measureRecall(
  context: Pick<TurnContext, 'rounds' | 'start'>,
  options: { passages: number; questions: number },
): Promise<{ rows: Row[]; setting: Record<string, number> }> {
  await using endpoint = await startScriptedEndpoint([reply], { models: [model] });
  const server = await context.start({
    PERSONATE_CHAT_MODEL: model,
    OPENAI_BASE_URL: endpoint.baseUrl,
  });
  try {
    await fill(server, options.passages);
    const behind = { baseUrl: `${server.url}/v1`, key: server.key, model: personaId };
    const measured: Measured[] = [];
    // Loads what is loaded at the first answer: the index, the model's client.
    await askStreamed({ ...behind, messages: user('Who taught you to mend a narrow boat?') });
    for (let round = 0; round < context.rounds; round += 1) {
      for (const question of questionsOf(options.questions)) {
        // Which of the two goes first changes with the round, so that neither warms up for the other.
        const alone = round % 2 === 0 ? await recallAlone(server, question) : null;
        const { personate } = await askStreamed({ ...behind, messages: user(question) });
        const recallMs = alone ?? (await recallAlone(server, question));
        if (personate?.speaker !== 'endpoint')
          throw new Error(`"${question}" did not reach the model: ${personate?.decision}`);
        const { understandMs, recallMs: within, decideMs } = personate.timings;
        measured.push({ recallMs, beforeMs: understandMs + within + decideMs, new: round === 0 });
      }
      progress(`recall: round ${round + 1} of ${context.rounds}, ${measured.length} answers`);
    }
    return { rows: rowsOf(measured), setting: { manyPassages: options.passages } };
  } finally {
    await server.stop();
  }
}

/** Gives the persona its passages unless a run before has. */
async function fill(server: Server, passages: number): Promise<void> {
  const { items } = await server.call<{ items: Array<{ id: string }> }>('GET', '/v1/personas');
  if (!items.some(({ id }) => id === personaId))
    await server.call('POST', '/v1/personas', {
      id: personaId,
      name: 'Many Passages',
      subject: { kind: 'fictional' },
      disclosure: 'Synthetic.',
      // Nothing is declined: every question goes the whole way to the model.
      knowledgeLimits: { enabled: false },
    });
  const path = `/v1/personas/${personaId}`;
  const count = async (): Promise<number> =>
    (await server.call<{ passages: number }>('GET', `${path}/knowledge/statistics`)).passages;
  if ((await count()) >= passages) return;
  const lines = makeTexts(passages, wordsEach, 7).map((text, i) =>
    JSON.stringify({ id: `post-${i}`, text, stance: 'by', time: timeOf(i) }),
  );
  const form = new FormData();
  form.set('source', 'posts');
  form.set('file', new Blob([lines.join('\n')]), 'posts.jsonl');
  const { ingestionId } = await server.call<{ ingestionId: string }>(
    'POST',
    `${path}/ingestions`,
    form,
  );
  for (let told = 0; ;) {
    const job = await server.call<{ status: string; progress: { documents: number } }>(
      'GET',
      `${path}/ingestions/${ingestionId}`,
    );
    if (job.status === 'done') break;
    if (job.status === 'failed' || job.status === 'cancelled') throw new Error(JSON.stringify(job));
    if (job.progress.documents - told >= 2_000) {
      told = job.progress.documents;
      progress(`${told} of ${passages} documents`);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const timeOf = (i: number): string => new Date(Date.UTC(2000, 0, 1) + i * 86_400_000).toISOString();

/** Recall's own clock, so that the search's HTTP does not count as recall. */
async function recallAlone(server: Server, question: string): Promise<number> {
  const { timings } = await server.call<{ timings: Record<string, number> }>(
    'GET',
    `/v1/personas/${personaId}/knowledge/search?k=${k}&q=${encodeURIComponent(question)}`,
  );
  return Object.values(timings).reduce((sum, ms) => sum + ms, 0);
}

/** Each on another text, by its own words. */
function questionsOf(count: number): string[] {
  return makeTexts(count, 12, 11).map((text) => {
    const told = text.replaceAll(/\bI\b/g, 'you').replaceAll(/\bmy\b/g, 'your');
    return `When was it that ${told.replace(/\.$/, '')}?`;
  });
}

function rowsOf(measured: readonly Measured[]): Row[] {
  const both = (label: string, of: readonly Measured[]): Row[] => [
    {
      what: `many passages, ${label}: recall alone`,
      unit: 'ms',
      ...summarise(of.map(({ recallMs }) => recallMs)),
    },
    {
      what: `many passages, ${label}: all before the model is called`,
      unit: 'ms',
      ...summarise(of.map(({ beforeMs }) => beforeMs)),
      ratio: median(of.map(({ recallMs, beforeMs }) => beforeMs / recallMs)),
    },
  ];
  return [
    ...both(
      'new question',
      measured.filter((one) => one.new),
    ),
    ...both(
      'asked before',
      measured.filter((one) => !one.new),
    ),
  ];
}
