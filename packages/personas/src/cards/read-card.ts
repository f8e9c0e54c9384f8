import { loreEntriesOf, type CardData, type LoreEntry } from './card-schema.ts';
import { readExamples } from './example-dialogue.ts';
import { fillMacros, firstSentences, withoutDecorators } from './macros.ts';
import type { ReadModules } from './read-character.ts';

/** A document of the character's knowledge, of the shape of a line of the neutral format. */
export interface Lore {
  id: string;
  text: string;
  title?: string;
  kind: 'history' | 'social';
  stance: 'about' | 'by';
  author?: string;
}

const summaryLength = 800;
const greetingLength = 300;

/**
 * What a card tells of a persona. Instructions to a model (`system_prompt`, `post_history_instructions`, depth
 * prompts) and the creator's notes are no part of it: they stay where they are, and reach no prompt.
 */
export function readCard(data: CardData): ReadModules {
  const name = data.name.trim().slice(0, 200);
  const called = data.nickname.trim() || name;
  const fill = (text: string) => fillMacros(text, called);
  const entries = loreEntriesOf(data.character_book);
  const enabled = entries.filter(({ enabled: on, content }) => on && content.trim() !== '');
  const lore = [
    ...document('card/description', `${name}: who this is`, fill(data.description)),
    ...document('card/scenario', `${name}: where it stands`, fill(data.scenario)),
    ...withDistinctIds(enabled.flatMap((entry, index) => loreOf(entry, index, called))),
  ];
  const { greetings, typicalResponses } = spoken(data, called);
  const left = entries.length - enabled.length;
  const instructions = [data['system_prompt'], data['post_history_instructions']].some(
    (one) => typeof one === 'string' && one.trim() !== '',
  );
  return {
    name,
    modules: {
      persona: { summary: summaryOf(data, called), voice: { greetings }, typicalResponses },
    },
    lore,
    notes: [
      ...(left > 0
        ? [`${left} lorebook entries are switched off or empty, and were left out.`]
        : []),
      ...(instructions ? ['Its instructions to the model are kept, not used.'] : []),
    ],
  };
}

/** The field that the summary is made of, for it to be written back. */
export function summaryField(data: CardData): 'personality' | 'description' {
  return data.personality.trim() === '' ? 'description' : 'personality';
}

function summaryOf(data: CardData, called: string): string {
  return firstSentences(fillMacros(data[summaryField(data)], called), summaryLength);
}

function spoken(data: CardData, called: string) {
  const greetings = [data.first_mes, ...data.alternate_greetings]
    .map((text) => fillMacros(text, called))
    .filter((text) => text !== '' && text.length <= greetingLength);
  return { greetings, typicalResponses: readExamples(data.mes_example, called) };
}

function loreOf(entry: LoreEntry, index: number, called: string): Lore[] {
  const name = (entry.name || entry.comment).trim();
  // The keys are what an application looks for in the chat; in the title, recall finds them.
  const keys = entry.use_regex
    ? []
    : [...entry.keys, ...entry.secondary_keys].map((key) => key.trim());
  const title = [...new Set([name, ...keys].filter((part) => part !== ''))]
    .join(', ')
    .slice(0, 300);
  const text = fillMacros(withoutDecorators(entry.content), called);
  return document(
    `lorebook/${String(entry.id ?? `entry-${index + 1}`).slice(0, 200)}`,
    fillMacros(title, called),
    text,
  );
}

/** Editors are known to give every entry the id 0. */
function withDistinctIds(lore: readonly Lore[]): Lore[] {
  const seen = new Map<string, number>();
  return lore.map((one) => {
    const count = (seen.get(one.id) ?? 0) + 1;
    seen.set(one.id, count);
    return count === 1 ? one : { ...one, id: `${one.id}~${count}` };
  });
}

function document(id: string, title: string, text: string): Lore[] {
  if (text === '') return [];
  return [{ id, ...(title === '' ? {} : { title }), text, kind: 'history', stance: 'about' }];
}
