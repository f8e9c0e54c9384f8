import type { ElizaCharacter } from './card-schema.ts';
import { pairs } from './example-dialogue.ts';
import { fillMacros, firstSentences } from './macros.ts';
import type { Lore } from './read-card.ts';
import type { ReadModules } from './read-character.ts';
import { isRecord } from './parse-card-json.ts';

const summaryLength = 800;
/** An adjective is said without a measure; a trait needs one. */
export const adjectiveStrength = 0.6;

/** What an elizaOS character tells of a persona. `system`, plugins, clients and settings stay where they are. */
export function readEliza(character: ElizaCharacter): ReadModules {
  const name = character.name.trim().slice(0, 200);
  const texts = (all: readonly string[]) =>
    all.map((text) => fillMacros(text, name)).filter((text) => text !== '');
  const { style } = character;
  const files = character.knowledge.filter(
    (item) => typeof item !== 'string' && textOf(item) === '',
  );
  return {
    name,
    modules: {
      persona: {
        summary: firstSentences(texts(character.bio).join(' '), summaryLength),
        traits: texts(character.adjectives).map((one) => ({
          name: one,
          strength: adjectiveStrength,
        })),
        behaviours: [...texts(style.all), ...texts(style.chat)],
        typicalResponses: examplesOf(character, name),
      },
      knowledgeLimits: { known: texts(character.topics).map((domain) => ({ domain })) },
    },
    lore: [
      ...numbered('bio', texts(character.bio)),
      ...numbered('lore', texts(character.lore)),
      ...numbered('knowledge', texts(character.knowledge.map(textOf))),
      ...numbered('post', texts(character.postExamples), {
        kind: 'social',
        stance: 'by',
        author: name,
      }),
    ],
    notes:
      files.length > 0
        ? [`${files.length} knowledge files that it points to were not read; ingest them.`]
        : [],
  };
}

/** Knowledge as a text, or as an object that has one. */
function textOf(item: unknown): string {
  if (typeof item === 'string') return item;
  if (!isRecord(item)) return '';
  if (typeof item['text'] === 'string') return item['text'];
  const { content } = item;
  return isRecord(content) && typeof content['text'] === 'string' ? content['text'] : '';
}

function examplesOf({ messageExamples }: ElizaCharacter, name: string) {
  const isOwn = (who: string) =>
    ['{{char}}', '{{agent}}', name.toLowerCase()].includes(who.toLowerCase());
  return messageExamples
    .flatMap((dialogue) =>
      pairs(
        dialogue.map((turn) => ({ own: isOwn(turn.user || turn.name), text: turn.content.text })),
        name,
      ),
    )
    .slice(0, 200);
}

/** In the order of the file; of two alike, the first counts. */
function numbered(group: string, texts: readonly string[], more: Partial<Lore> = {}): Lore[] {
  return [...new Set(texts)].map((text, index) => ({
    id: `${group}/${index + 1}`,
    text,
    kind: 'history',
    stance: 'about',
    ...more,
  }));
}

/** The character that a card was made of; see `cardOf`. */
export function carriedEliza(card: unknown): Record<string, unknown> | null {
  const found = ['data', 'extensions', 'personate', 'eliza'].reduce<unknown>(
    (value, key) => (isRecord(value) ? value[key] : undefined),
    card,
  );
  return isRecord(found) ? found : null;
}
