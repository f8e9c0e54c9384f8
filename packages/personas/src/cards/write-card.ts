import type { PersonaDocument } from '@personate/contracts';
import { canonicalJson } from '../yaml/seed-hash.ts';
import { cardDataSchema, type CardData } from './card-schema.ts';
import { withCardSubject } from './carried-subject.ts';
import { writeExamples } from './example-dialogue.ts';
import { isRecord } from './parse-card-json.ts';
import { readCard, summaryField } from './read-card.ts';

type Json = Record<string, unknown>;

const emptyData = {
  name: '',
  description: '',
  personality: '',
  scenario: '',
  first_mes: '',
  mes_example: '',
  creator_notes: '',
  system_prompt: '',
  post_history_instructions: '',
  alternate_greetings: [],
  tags: [],
  creator: '',
  character_version: '',
  extensions: {},
};

/**
 * The persona as a character card. A card that it was imported from is the ground: a field is written anew only
 * where the persona says something else by now than that card told of it.
 */
export function cardOf(document: PersonaDocument, version: 2 | 3): Json {
  const original = originalOf(document);
  const flat = original !== null && !isRecord(original['data']);
  const before: Json =
    original === null
      ? madeUp(document)
      : { ...(flat ? { ...emptyData, ...original } : (original['data'] as Json)) };
  const changed = changedFields(document, cardDataSchema.parse(before));
  const data = withCardSubject({ ...before, ...changed }, document);
  const top = original === null || flat ? {} : original;
  const spec = `chara_card_v${version}`;
  return {
    ...top,
    // Some applications keep the fields of V1 beside `data`.
    ...Object.fromEntries(Object.entries(changed).filter(([key]) => Object.hasOwn(top, key))),
    spec,
    spec_version: top['spec'] === spec ? (top['spec_version'] ?? `${version}.0`) : `${version}.0`,
    data:
      version === 3 && !Object.hasOwn(data, 'group_only_greetings') && top['spec'] !== spec
        ? { ...data, group_only_greetings: [] }
        : data,
  };
}

function originalOf(document: PersonaDocument): Json | null {
  const card = document.extensions?.['card'];
  return isRecord(card) ? card : null;
}

function changedFields(document: PersonaDocument, data: CardData): Json {
  const read = readCard(data);
  const was = read.modules.persona ?? {};
  const { summary, voice, typicalResponses } = document.persona;
  const differs = (a: unknown, b: unknown) => canonicalJson(a) !== canonicalJson(b);
  const changed: Json = {};
  if (document.name !== read.name) changed['name'] = document.name;
  if (summary !== was.summary) changed[summaryField(data)] = summary;
  if (differs(voice.greetings, was.voice?.greetings)) {
    const [first = '', ...others] = voice.greetings;
    changed['first_mes'] = first;
    changed['alternate_greetings'] = others;
  }
  const exchanges = typicalResponses.map(({ prompt, response }) => ({ prompt, response }));
  if (differs(exchanges, was.typicalResponses)) changed['mes_example'] = writeExamples(exchanges);
  return changed;
}

/** For a persona that never was a card: its summary and traits as the description. */
function madeUp(document: PersonaDocument): Json {
  const { persona, goals } = document;
  const listed = (label: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`${label}: ${items.join('; ')}.`];
  const { eliza } = document.extensions ?? {};
  return {
    ...emptyData,
    name: document.name,
    description: [
      persona.summary,
      ...listed(
        'Traits',
        persona.traits.map(({ name }) => name),
      ),
      ...listed('Behaviour', persona.behaviours),
      ...listed(
        'Goals',
        goals.goals.map(({ goal }) => goal),
      ),
    ]
      .filter((line) => line !== '')
      .join('\n'),
    personality: persona.summary,
    creator_notes: document.disclosure,
    ...(eliza === undefined ? {} : { extensions: { personate: { eliza } } }),
  };
}
