import { kindSchema, stanceSchema, visibilitySchema } from '@personate/contracts';
import { readStrictYaml } from '@personate/strict-yaml';
import { z } from 'zod';

/** More than this is no front matter but a text that happens to begin with a rule. */
const maxMatterLength = 16_384;

const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const list = z.union([
  z.array(scalar),
  scalar.transform((text) => text.split(/[\s,]+/).filter(Boolean)),
]);
const authorName = z.union([z.string(), z.object({ name: z.string() }).transform((a) => a.name)]);

/** YAML 1.1, which the tools of blogs read, takes these words for truth values; the core schema leaves them strings. */
const flag = z.union([z.boolean(), z.string()]).transform((value) => {
  if (typeof value === 'boolean') return value;
  if (/^(?:no|n|off|false)$/i.test(value)) return false;
  return /^(?:yes|y|on|true)$/i.test(value) ? true : null;
});

/** What a note may say of itself; keys are read without regard to case, others are ignored. */
const frontMatterSchema = z.object({
  id: scalar.pipe(z.string().min(1).max(1024)).nullish(),
  title: scalar.nullish(),
  date: z.union([z.string(), z.number()]).nullish(),
  created: z.union([z.string(), z.number()]).nullish(),
  author: z
    .union([authorName, z.array(authorName).transform((names) => names.join(', '))])
    .nullish(),
  kind: kindSchema.nullish(),
  stance: stanceSchema.nullish(),
  audience: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .transform((groups) => [groups].flat())
    .nullish(),
  visibility: visibilitySchema.nullish(),
  language: z.string().min(2).max(35).nullish(),
  lang: z.string().min(2).max(35).nullish(),
  tags: list.nullish(),
  url: scalar.nullish(),
  thread: scalar.nullish(),
  published: flag.nullish(),
  draft: flag.nullish(),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;

export interface SplitNote {
  matter: FrontMatter;
  body: string;
}

/** Splits a note into its YAML front matter, if it has one, and the text. @returns a message when the front matter cannot be trusted. */
export function splitFrontMatter(text: string): SplitNote | { message: string } {
  if (/^\+\+\+[ \t]*\n/.test(text))
    return { message: 'It has front matter in TOML; write it as YAML between two lines of "---".' };
  if (!/^---[ \t]*\n/.test(text)) return { matter: frontMatterSchema.parse({}), body: text };
  const start = text.indexOf('\n') + 1;
  const end = /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(start, start + maxMatterLength));
  // A rule at the top of a text is no front matter.
  if (!end) return { matter: frontMatterSchema.parse({}), body: text };
  const yaml = text.slice(start, start + end.index);
  const body = text.slice(start + end.index + end[0].length);

  let value: unknown;
  try {
    // The core schema has no dates and no tags of its own.
    const { document, toValue } = readStrictYaml(yaml, { schema: 'core' });
    const [wrong] = document.errors;
    if (wrong !== undefined) throw wrong;
    value = toValue();
  } catch (error) {
    const [first] = (error as Error).message.split('\n');
    return { message: `Its front matter is not YAML: ${first}` };
  }
  if (value === null || value === undefined) return { matter: frontMatterSchema.parse({}), body };
  if (typeof value !== 'object' || Array.isArray(value))
    return { matter: frontMatterSchema.parse({}), body: text };
  const entries = Object.entries(value).map(([key, entry]) => [key.toLowerCase(), entry] as const);
  const parsed = frontMatterSchema.safeParse(Object.fromEntries(entries));
  if (parsed.success) return { matter: parsed.data, body };
  const issue = parsed.error.issues[0];
  return { message: `Its front matter has a wrong "${issue?.path.join('.')}": ${issue?.message}` };
}
