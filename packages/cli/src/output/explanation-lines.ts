import type { Explanation, Shown } from '@personate/contracts';
import { reasons } from '../chat/reasons.ts';
import { formatDate } from './format.ts';
import type { Output } from './output.ts';
import { table } from './table.ts';
import { shorten } from './wrap.ts';

const width = 100;

/** What a turn would put before a model, for people; with `text` the prompt itself. */
export function explanationLines(
  told: Explanation,
  out: Pick<Output, 'paint'>,
  options: { text: boolean },
): string[] {
  const heading = (words: string): string[] => ['', out.paint('bold', words)];
  const { prompt, modules, evidence, memories } = told;
  return [
    ...verdictLines(told),
    ...(prompt === null
      ? []
      : [
          ...heading(`Prompt: ${prompt.tokens} tokens (${told.tokenizer})`),
          ...partLines(prompt, out),
          ...(options.text
            ? prompt.messages.flatMap(({ role, content }) => [
                ...heading(role),
                ...content.split('\n'),
              ])
            : []),
        ]),
    ...(modules.length === 0 ? [] : [...heading('Modules'), ...table(modules.map(moduleRow))]),
    ...(evidence.length === 0 ? [] : [...heading('Evidence'), ...table(evidence.map(evidenceRow))]),
    ...(memories.length === 0
      ? []
      : [
          ...heading('Memory'),
          ...table(memories.map(({ text, shown }) => [marks[shown], shorten(text, width)])),
        ]),
  ];
}

function aspectLines({ aspects }: Explanation): string[] {
  if (aspects === undefined) return [];
  const { understanding, tone, humour, models, humorous } = aspects;
  const by = (name: 'understanding' | 'tone' | 'humour', one: { by: string }): string =>
    models[name] === undefined ? one.by : models[name];
  const resolved = understanding.resolved ? ', made to stand alone' : '';
  const called = `${humour.called ? 'called for' : 'not called for'} (${humour.reason})`;
  return [
    `Understanding: ${by('understanding', understanding)}${resolved}. Tone: ${by('tone', tone)}. Humour: ${by('humour', humour)}, ${called}.`,
    ...humorous.map(({ text, from }) => `  “${shorten(text, width)}” (${from})`),
  ];
}

function verdictLines(told: Explanation): string[] {
  const { decision, reason, confidence, question, understood, speaker, model, sent } = told;
  const because = reason === undefined ? '' : ` (${reason}: ${reasons[reason]})`;
  const by = model === undefined ? speaker : `${speaker}, ${model}`;
  return [
    `Version ${told.version}, knowledge revision ${told.knowledgeRevision}.`,
    ...(understood === question ? [] : [`Understood as: ${understood}`]),
    ...aspectLines(told),
    `${decision}${because}, confidence ${confidence.toFixed(3)}; spoken by ${by}.`,
    ...(sent
      ? []
      : [
          told.prompt === null
            ? 'Rules settle it: no prompt is made.'
            : 'No model is connected: this is what one would be sent.',
        ]),
  ];
}

function partLines(
  { parts }: NonNullable<Explanation['prompt']>,
  out: Pick<Output, 'paint'>,
): string[] {
  const rows = parts.map(({ name, tokens, estimated, budget, stable, prompt }) => [
    name,
    String(tokens),
    String(estimated),
    budget === null ? '' : String(budget),
    stable ? 'stable' : '',
    prompt === null ? '' : `${prompt.name} ${prompt.version}`,
  ]);
  const [head = '', ...lines] = table([
    ['part', 'tokens', 'estimated', 'budget', '', 'text'],
    ...rows,
  ]);
  return [out.paint('dim', head), ...lines];
}

const marks: Readonly<Record<Shown, string>> = {
  whole: '+',
  cut: '~',
  'left-out': '-',
};

function moduleRow({ path, shown, text }: Explanation['modules'][number]): string[] {
  return [marks[shown], shorten(path, 48), shorten(text, width)];
}

function evidenceRow(record: Explanation['evidence'][number]): string[] {
  const { n, shown, score, source, documentId, stance, at, text } = record;
  const date = at === null ? '' : `, ${formatDate(at, undefined)}`;
  return [
    `${marks[shown]} [${n}]`,
    score.toFixed(3),
    `${source} › ${shorten(documentId, 40)}${date} (${stance})`,
    shorten(text, width),
  ];
}
