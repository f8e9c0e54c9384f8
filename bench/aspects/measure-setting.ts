import type { AspectChoice } from '../../packages/contracts/src/index.ts';
import { answerTurn, type AnswerTurnDeps } from '../../packages/conversation/src/index.ts';
import { humourOf, splitSentences, type ToneHead } from '../../packages/language/src/index.ts';
import type { LoadedPersona } from '../../scripts/load-persona-folder.ts';

export interface Figures {
  /** Probes whose reply cites a right document, `n of m`. */
  answered: string;
  /** Probes beyond its knowledge that were declined. */
  declined: string;
  /** Follow-ups to them that are answered from a document which the first reply cited. */
  kept: string;
  /** Replies with a humorous sentence. */
  humorous: string;
  /** Of the replies at 100 of the dial, by the persona's own head. */
  meanTone: number;
}

interface Reply {
  text: string;
  cited: string[];
  isDeclined: boolean;
}

/** They hang on what was told, each in another way. */
const followUps = ['Tell me more about it.', 'Why was that?', 'And when was it?'];
const humorousFrom = 0.3;

export async function measureSetting(
  deps: AnswerTurnDeps,
  input: {
    persona: LoadedPersona;
    head: ToneHead;
    aspects: AspectChoice;
    most: number;
    signal: AbortSignal;
  },
): Promise<Figures> {
  const { persona, head, aspects, most, signal } = input;
  const ask = (question: string, style?: number, history: readonly string[] = []) =>
    askOnce(deps, { personaId: persona.document.id, question, history, aspects, style, signal });
  const answerable = persona.probes.answer.slice(0, most);
  const beyond = persona.probes.decline.slice(0, most);
  const replies: Reply[] = [];
  const scores: number[] = [];
  let right = 0;
  let kept = 0;
  let followed = 0;
  for (const [place, probe] of answerable.entries()) {
    const reply = await ask(probe.question);
    replies.push(reply);
    if (probe.documents.some((id) => reply.cited.includes(id))) right += 1;
    const full = await ask(probe.question, 100);
    const [vector] = await deps.similarity.vectors([full.text], signal);
    if (vector !== null && vector !== undefined) scores.push(head(full.text, vector));
    if (reply.cited.length === 0) continue;
    followed += 1;
    const next = followUps[place % followUps.length] ?? '';
    const more = await ask(next, undefined, [probe.question, reply.text]);
    if (more.cited.some((id) => reply.cited.includes(id))) kept += 1;
  }
  let declined = 0;
  for (const { question } of beyond) if ((await ask(question)).isDeclined) declined += 1;
  const light = replies.filter(({ text }) =>
    splitSentences(text, 'en').some((one) => humourOf(one, 'en') >= humorousFrom),
  );
  return {
    answered: `${right} of ${answerable.length}`,
    declined: `${declined} of ${beyond.length}`,
    kept: `${kept} of ${followed}`,
    humorous: `${light.length} of ${replies.length}`,
    meanTone: scores.reduce((sum, one) => sum + one, 0) / Math.max(1, scores.length),
  };
}

async function askOnce(
  deps: AnswerTurnDeps,
  input: {
    personaId: string;
    question: string;
    history: readonly string[];
    aspects: AspectChoice;
    style: number | undefined;
    signal: AbortSignal;
  },
): Promise<Reply> {
  const { personaId, question, history, aspects, style, signal } = input;
  const said = history.map((content, place) => ({
    role: place % 2 === 0 ? ('user' as const) : ('assistant' as const),
    content,
  }));
  const reply: Reply = { text: '', cited: [], isDeclined: false };
  const turn = {
    personaId,
    messages: [...said, { role: 'user' as const, content: question }],
    userId: null,
    keyId: 'bench',
    audience: ['public'],
    aspects,
    ...(style === undefined ? {} : { style }),
    signal,
  };
  for await (const event of answerTurn(deps, turn)) {
    if (event.type === 'delta') reply.text += event.text;
    if (event.type !== 'done') continue;
    reply.cited = event.extension.citations.map(({ documentId }) => documentId);
    reply.isDeclined = event.extension.decision === 'declined';
  }
  return reply;
}
