import { z } from 'zod';

const urlEntity = z.object({ url: z.string(), expanded_url: z.string().nullish() });
const entities = z.object({
  urls: z.array(urlEntity).nullish().catch(null),
  media: z
    .array(z.object({ url: z.string() }))
    .nullish()
    .catch(null),
});

/** What is read of a post; both layouts. Everything else, counters above all, is left where it is. */
const postSchema = z
  .object({
    id_str: z.string().min(1).max(64),
    full_text: z.string().optional(),
    text: z.string().optional(),
    created_at: z.string(),
    lang: z.string().nullish().catch(null),
    in_reply_to_status_id_str: z.string().nullish(),
    in_reply_to_user_id_str: z.string().nullish(),
    in_reply_to_screen_name: z.string().nullish(),
    retweeted_status: z.unknown().optional(),
    entities: entities.nullish().catch(null),
    extended_entities: entities.nullish().catch(null),
    scopes: z.object({ followers: z.boolean() }).nullish().catch(null),
    community_id_str: z.string().nullish().catch(null),
    /** 2012–2018 only. */
    user: z
      .object({ id_str: z.string(), name: z.string(), protected: z.boolean().optional() })
      .nullish()
      .catch(null),
  })
  .refine((post) => post.full_text !== undefined || post.text !== undefined, {
    message: 'it has no text',
  });
export type Post = z.infer<typeof postSchema>;

/** @returns a message when the record is no post. */
export function toPost(record: Record<string, unknown>): Post | string {
  const parsed = postSchema.safeParse(record.tweet ?? record.communityTweet ?? record);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.length ? `"${issue.path.join('.')}": ` : '';
  return `The post cannot be read: ${where}${issue?.message}.`;
}

export function rawText(post: Post): string {
  return post.full_text ?? post.text ?? '';
}

/** Somebody else's words, passed on. */
export function isRepost(post: Post): boolean {
  return post.retweeted_status != null || /^RT @\w{1,50}:/.test(rawText(post));
}

/** Twitter's own codes and those that say "no language", as BCP 47 or undefined. */
export function languageOf(lang: string | null | undefined): string | undefined {
  if (!lang || /^(?:und|zxx|q[a-z]{2})$/.test(lang)) return undefined;
  return { in: 'id', iw: 'he', ji: 'yi' }[lang] ?? lang;
}
