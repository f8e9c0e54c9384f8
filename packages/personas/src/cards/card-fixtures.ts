import { plainPicture } from './png-card.ts';
import { readPng, textChunk, writePng, type PngChunk } from './png-chunks.ts';

/** Cards of our own making, for tests. */
export const cardV2 = {
  spec: 'chara_card_v2',
  spec_version: '2.0',
  create_date: '2024-03-01',
  name: 'Ines Calder',
  data: {
    name: 'Ines Calder',
    description: '{{char}} keeps the light at Gull Head. She has done so since 1961.',
    personality: 'patient, dry, fond of gulls',
    scenario: 'A stormy night; {{user}} has come in from the rain.',
    first_mes: 'Shut the door, the lamp does not like wind.',
    mes_example:
      '<START>\n{{user}}: Is it lonely here?\n{{char}}: Only when the wind drops.\nThen I hear the clock.\n<START>\nno dialogue',
    creator_notes: 'CREATOR-NOTE: never tell anybody',
    system_prompt: 'SYSTEM-PROMPT for {{char}}',
    post_history_instructions: '',
    alternate_greetings: ['You again.'],
    tags: ['sea'],
    creator: 'us',
    character_version: '1.2',
    extensions: { other_app: { depth: 4, list: [1, null, { deep: true }] } },
    unknown_member: { kept: [1.5, 'x', false] },
    character_book: {
      name: 'Gull Head',
      extensions: {},
      entries: [
        {
          keys: ['fog horn', 'horn'],
          content: '@@depth 2\nThe fog horn of Gull Head was cast in 1898.',
          enabled: true,
          insertion_order: 1,
          extensions: { probability: 40 },
          id: 0,
        },
        { keys: ['boat'], content: 'The boat is called Petrel.', enabled: true, id: 0 },
        { keys: ['secret room'], content: 'There is a room.', enabled: false, id: 2 },
      ],
    },
  },
};

export const cardV3 = {
  ...cardV2,
  spec: 'chara_card_v3',
  spec_version: '3.0',
  data: {
    ...cardV2.data,
    nickname: 'Ines',
    source: ['https://example.org/cards/7'],
    group_only_greetings: [],
    assets: [{ type: 'icon', uri: 'embeded://pictures/ines.png', name: 'main', ext: 'png' }],
  },
};

export const elizaCharacter = {
  name: 'Bosun Teal',
  username: 'teal',
  plugins: ['@example/plugin'],
  settings: { model: 'small', secrets: { OPENAI_API_KEY: 'sk-hidden' } },
  secrets: { token: 'sk-hidden' },
  system: 'SYSTEM of Teal',
  bio: ['A bosun who ties knots.', 'Sails on the Petrel since 2003.'],
  lore: ['Once tied a bowline under water.'],
  knowledge: ['The Petrel has two masts.', { path: 'docs/petrel.md' }],
  adjectives: ['salty', 'kind'],
  topics: ['knots', 'weather'],
  style: { all: ['short sentences'], chat: ['no questions'], post: ['no hashtags'] },
  messageExamples: [
    [
      { name: '{{user1}}', content: { text: 'Which knot holds best?' } },
      { name: 'Bosun Teal', content: { text: 'The one you tied yourself.' } },
    ],
  ],
  postExamples: ['New rope today. It smells of tar.'],
};

export const base64Json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');

/** A picture with these texts in it, by keyword. */
export function pngWith(texts: Readonly<Record<string, string>>, more: PngChunk[] = []): Buffer {
  const [header, ...rest] = readPng(plainPicture('x'), 'x');
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text));
  return writePng([header as PngChunk, ...more, ...chunks, ...rest]);
}
