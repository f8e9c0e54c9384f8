import { fillMacros } from './macros.ts';

export interface Exchange {
  prompt: string;
  response: string;
}

const most = 200;
const longest = 4_000;

/** What was said to the character and what it answered, in `mes_example`: dialogues apart by `<START>`. */
export function readExamples(text: string, name: string): Exchange[] {
  return text
    .split(/<start>/i)
    .flatMap((dialogue) => pairs(turnsOf(dialogue, name), name))
    .slice(0, most);
}

export interface SpokenTurn {
  own: boolean;
  text: string;
}

/** Each of the character's turns with what was said right before it. */
export function pairs(turns: readonly SpokenTurn[], name: string): Exchange[] {
  return turns.flatMap((turn, at) => {
    const before = turns[at - 1];
    if (!turn.own || before === undefined || before.own) return [];
    const prompt = fillMacros(before.text, name).slice(0, longest);
    const response = fillMacros(turn.text, name).slice(0, longest);
    return prompt === '' || response === '' ? [] : [{ prompt, response }];
  });
}

function turnsOf(dialogue: string, name: string): SpokenTurn[] {
  const own = new Set(['{{char}}', '<bot>', '<char>', name.toLowerCase()]);
  const turns: SpokenTurn[] = [];
  for (const line of dialogue.split(/\r\n?|\n/)) {
    const speaker =
      /^\s*(\{\{(?:char|user)\}\}|<(?:bot|char|user)>|[^:\n]{1,60}?)\s*:\s?(.*)$/i.exec(line);
    const who = speaker?.[1]?.toLowerCase() ?? '';
    const isTurn = own.has(who) || who === '{{user}}' || who === '<user>';
    const last = turns.at(-1);
    if (isTurn) turns.push({ own: own.has(who), text: speaker?.[2] ?? '' });
    else if (last !== undefined) last.text += `\n${line}`;
  }
  return turns;
}

/** The other way round, for a card that has no examples of its own. */
export function writeExamples(exchanges: readonly Exchange[]): string {
  return exchanges
    .map(({ prompt, response }) => `<START>\n{{user}}: ${prompt}\n{{char}}: ${response}`)
    .join('\n');
}
