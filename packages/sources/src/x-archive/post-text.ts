import { decodeHTML } from 'entities';
import { type Post, rawText } from './post.ts';

export interface PostText {
  /** '' when the post has no words beside links and mentions. */
  text: string;
  /** Whom a reply was addressed to, without `@`; taken off the beginning of the text. */
  replyingTo: string[];
  /** The post that is quoted. */
  quotes?: string;
}

interface Link {
  short: string;
  long: string;
}

/** A post as it was meant to be read: entities decoded, short links resolved, links to its own pictures gone. */
export function postText(post: Post, note?: { text: string; links: readonly Link[] }): PostText {
  const links = [
    ...(note?.links ?? []),
    ...(post.entities?.urls ?? []).map(({ url, expanded_url }) => ({
      short: url,
      long: expanded_url || url,
    })),
  ];
  const media = [...(post.entities?.media ?? []), ...(post.extended_entities?.media ?? [])];
  let text = note?.text ?? decodeHTML(rawText(post));
  for (const { url } of media) if (url) text = text.replaceAll(url, '');
  const quoted = links.find(({ long }) => statusLink.test(long));
  if (quoted && text.trimEnd().endsWith(quoted.short))
    text = text.trimEnd().slice(0, -quoted.short.length);
  for (const { short, long } of links) if (short) text = text.replaceAll(short, () => long);

  const replyingTo: string[] = [];
  if (post.in_reply_to_status_id_str || post.in_reply_to_user_id_str) {
    for (let lead = leadingMention.exec(text); lead?.[1]; lead = leadingMention.exec(text)) {
      replyingTo.push(lead[1]);
      text = text.slice(lead[0].length);
    }
  }
  text = tidy(text);
  return {
    text: hasWords(text) ? text : '',
    replyingTo,
    ...(quoted ? { quotes: quoted.long } : {}),
  };
}

const statusLink = /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/\w+\/status\/\d+/i;
const leadingMention = /^\s*@(\w{1,50})(?=\s|$)/;

function hasWords(text: string): boolean {
  return /\S/.test(text.replace(/https?:\/\/\S+/g, '').replace(/@\w{1,50}/g, ''));
}

function tidy(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd().replace(/([^\s]) {2,}/g, '$1 '));
  return lines.join('\n').trim();
}
