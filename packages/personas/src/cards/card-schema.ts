import { z } from 'zod';

/** A field of the wrong type counts as empty: cards in the wild have `null`, numbers and lists where text belongs. */
const text = z.string().catch('');
const texts = z
  .array(z.unknown())
  .catch([])
  .transform((all) => all.filter((one) => typeof one === 'string'));
const flag = (usual: boolean) => z.boolean().catch(usual);

/** A lorebook entry, as far as it becomes knowledge. Character card V2 `character_book`, V3 `Lorebook`. */
export const loreEntrySchema = z.looseObject({
  id: z.union([z.number(), z.string()]).optional().catch(undefined),
  name: text,
  comment: text,
  keys: texts,
  secondary_keys: texts,
  content: text,
  enabled: flag(true),
  use_regex: flag(false),
});
export type LoreEntry = z.infer<typeof loreEntrySchema>;

export const loreEntriesOf = (book: unknown): LoreEntry[] =>
  z
    .looseObject({
      entries: z
        // SillyTavern's world books have an object of entries.
        .union([
          z.array(z.unknown()),
          z.record(z.string(), z.unknown()).transform((of) => Object.values(of)),
        ])
        .catch([]),
    })
    .catch({ entries: [] })
    .parse(book)
    .entries.flatMap((entry) => loreEntrySchema.safeParse(entry).data ?? []);

/** `data` of a character card V2 or V3, as far as it is understood; everything else is kept as it is. */
export const cardDataSchema = z.looseObject({
  name: text,
  nickname: text,
  description: text,
  personality: text,
  scenario: text,
  first_mes: text,
  mes_example: text,
  alternate_greetings: texts,
  character_book: z.unknown().optional(),
  tags: texts,
});
export type CardData = z.infer<typeof cardDataSchema>;

/** elizaOS character, all its versions so far: `bio` a text or a list, speakers as `user` or `name`. */
export const elizaSchema = z.looseObject({
  name: text,
  bio: z
    .union([z.string().transform((one) => [one]), z.array(z.unknown())])
    .catch([])
    .transform((all) => [...all].filter((one: unknown) => typeof one === 'string')),
  lore: texts,
  knowledge: z.array(z.unknown()).catch([]),
  adjectives: texts,
  topics: texts,
  postExamples: texts,
  messageExamples: z
    .array(
      z
        .array(
          z
            .looseObject({
              user: text,
              name: text,
              content: z.looseObject({ text }).catch({ text: '' }),
            })
            .catch({ user: '', name: '', content: { text: '' } }),
        )
        .catch([]),
    )
    .catch([]),
  style: z
    .looseObject({ all: texts, chat: texts, post: texts })
    .catch({ all: [], chat: [], post: [] }),
});
export type ElizaCharacter = z.infer<typeof elizaSchema>;
