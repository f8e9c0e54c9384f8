import { authorSchema, kindSchema, stanceSchema, visibilitySchema } from '@personate/contracts';
import { z } from 'zod';

const text = z.string();
const idText = z.union([z.string().min(1).max(1024), z.int()]);

/** One line of the neutral format. `null` says the same as a missing member; members not named here are ignored. */
export const jsonlLineSchema = z
  .object({
    id: idText.describe('Stable and unique within the source: the same id is the same document.'),
    text: text.describe('What was said, as plain text or Markdown headings and paragraphs.'),
    title: text.nullish(),
    author: z
      .union([z.string(), authorSchema])
      .nullish()
      .describe('Who said it: a name, or `{id, name}` where accounts have ids.'),
    time: z
      .union([z.string(), z.number()])
      .nullish()
      .describe(
        'ISO 8601 to any precision (`2019`, `2019-04`, `2019-04-02`, `2019-04-02T10:15:00+02:00`), Unix time, or a form such as `1:56 pm on 8 May, 2023`. Without a zone it is UTC.',
      ),
    thread: idText.nullish().describe('Documents with the same value belong to one conversation.'),
    session: idText.nullish().describe('Another name for `thread`.'),
    replyTo: idText.nullish().describe('The id of the document this one answers.'),
    kind: kindSchema
      .nullish()
      .describe(
        '`social` (said in public; the default), `history` (their life), `career` (their work), `common` (shared with people like them).',
      ),
    url: z
      .string()
      .regex(/^https?:\/\//i)
      .nullish(),
    stance: stanceSchema
      .nullish()
      .describe(
        '`by` (the persona’s own words), `about` (others on it), `to` (addressed to it). Follows from the author when it is missing.',
      ),
    audience: z
      .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
      .nullish()
      .describe('Groups that may hear of it; everybody when it is missing.'),
    visibility: visibilitySchema.nullish(),
    language: z.string().min(2).max(35).nullish().describe('BCP 47.'),
  })
  .meta({
    title: 'Personate jsonl line',
    description: 'One document a line, each line one JSON object, UTF-8, at most 1 MiB a line.',
  });
export type JsonlLine = z.infer<typeof jsonlLineSchema>;

/** JSON Schema (draft 2020-12) of one line. */
export const jsonlSchema = z.toJSONSchema(jsonlLineSchema, { io: 'input' });
