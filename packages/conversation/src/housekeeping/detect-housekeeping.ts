import type { ChatMessage } from '@personate/language';
import { quotedParts } from './quoted-parts.ts';

/** What stock chat clients ask for behind the user's back. */
export type Housekeeping =
  | 'title'
  | 'tags'
  | 'follow-ups'
  | 'search-queries'
  | 'emoji'
  | 'completion'
  | 'image-prompt'
  | 'summary'
  | 'other';

const kinds: ReadonlyArray<readonly [Housekeeping, RegExp]> = [
  [
    'follow-ups',
    /\bfollow[- ]?ups?\b|\bfollow-up (?:questions|prompts)|\bsuggest(?:ed)? (?:\d+ )?(?:relevant )?(?:questions|replies|prompts)\b/iu,
  ],
  [
    'search-queries',
    /\bsearch (?:quer(?:y|ies)|terms|keywords)\b|\bstandalone question\b|\brephrase the follow up\b/iu,
  ],
  ['tags', /\btags?\b(?!>)/iu],
  [
    'emoji',
    /\bemojis?\b(?! (?:is|are) allowed)(?=.*\b(?:reflect|express|respond|reply|only|single|facial)\b)/isu,
  ],
  [
    'title',
    /\b(?:title|topic|headline|heading|name (?:for|of) (?:this|the) (?:chat|conversation)|标题)\b|标题|总结为/iu,
  ],
  [
    'image-prompt',
    /\bimage (?:generation|prompt)|\b(?:stable diffusion|pictur|visual details|portrait of)\b/iu,
  ],
  ['summary', /\bsummar(?:y|i[sz]e|i[sz]er|i[sz]ing|i[sz]ation)\b|\bsynopsis\b/iu],
  ['completion', /\bautocomplet|\bcomplete the (?:text|sentence|message|user)/iu],
];

/** Markers that no person types: the task templates of the clients themselves. */
const templates: readonly RegExp[] = [
  /^\s*#{2,3} ?Task\s*:/iu, // Open WebUI
  /<chat_history>[\s\S]*<\/chat_history>/iu,
  /^\s*(?:please )?(?:provide|generate|create|write|suggest|come up with|give)(?: me)? (?:a|an|the)? ?(?:short|concise|brief|very short|new|descriptive|suitable|appropriate|[\d\-–, ]*word)?,? ?(?:[\w\s,'-]{0,60})?\btitle\b[\s\S]*\b(?:conversation|chat|dialog(?:ue)?|discussion|message|exchange|summar)/iu, // LibreChat, Chatbox, Jan, NextChat
  /\b(?:conversation|chat) (?:title|name) (?:generator|summari[sz]er)\b|\byou are (?:a|an) (?:[\w-]+ ){0,12}(?:conversation(?:al)? (?:summari[sz]er|assistant (?:who|that) (?:summari|names))|title generator|expert at (?:creating|generating|writing) (?:titles|tags))/iu, // LobeChat
  /你是一名擅长会话的助理|将用户的会话总结为|使用四到五个字直接返回|简要总结一下对话内容/u, // LobeChat, NextChat
  /please generate a four to five word title summari[sz]ing our conversation|summari[sz]e the discussion briefly in 200 words or less/iu, // NextChat
  /^\[?\s*(?:pause your roleplay|system note:|ooc:|stop the roleplay)|ignore previous instructions\. summari[sz]e the most important facts|\bin the next response i want you to provide (?:only )?a (?:detailed )?(?:comma-delimited|description)/iu, // SillyTavern
  /^\s*(?:given the following (?:conversation|chat history)|based on (?:the|our|this) (?:conversation|chat|dialogue|chat history)(?: above| so far)?,? (?:please )?(?:generate|suggest|create|write|provide|extract|propose))/iu,
  /\b(?:respond|reply|return|output|answer)(?: only)? (?:with|in|as) (?:a |valid |raw )?json\b[\s\S]*\b(?:title|tags|queries|follow_ups)\b/iu,
  /^\s*(?:USER'?S? ?LANGUAGE|Detect user language and write in the same language an extremely concise title)/iu, // LibreChat
];

/** Answers to questions that clients wrap in a task of their own are wanted from the persona. */
const wrappedQuestion =
  /^\s*#{2,3} ?Task\s*:\s*\n?\s*(?:respond|answer|reply) to the (?:user['’]?s? )?(?:query|question)/iu;

/**
 * The chore, if the last message (or the system's before it) is a client's template; null for what a person asks.
 * "What was the title of your first book?" is a person's.
 */
export function detectHousekeeping(messages: readonly ChatMessage[]): Housekeeping | null {
  const last = messages.at(-1)?.content ?? '';
  const system =
    messages.length <= 3 ? (messages.find(({ role }) => role === 'system')?.content ?? '') : '';
  const template = [last, system].find((text) => isTemplate(text));
  if (template === undefined || wrappedQuestion.test(last)) return null;
  const instructions = withoutConversation(template).slice(0, 6000);
  const head = instructions.slice(0, 400);
  return (
    kinds.find(([, pattern]) => pattern.test(head))?.[0] ??
    kinds.find(([, pattern]) => pattern.test(instructions))?.[0] ??
    'other'
  );
}

/** A client says what it wants before the chat that it quotes, or after it. */
const templateEnds = { head: 6_000, tail: 2_000 };

function isTemplate(text: string): boolean {
  const plain = text.trim();
  const head = plain.slice(0, templateEnds.head);
  const tail = plain.slice(templateEnds.head).slice(-templateEnds.tail);
  return templates.some((pattern) => pattern.test(`${head}\n${tail}`));
}

/** What a client puts the chat between. */
export const chatTags: readonly string[] = ['chat_history', 'conversation', 'messages'];

/** The template without the chat that it quotes: that one may speak of titles too. */
export function withoutConversation(text: string): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of quotedParts(text, [...chatTags, 'context'])) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  return rest + text.slice(from);
}

/** The user's own question inside a client's retrieval template; else the text as it is. */
export function unwrapQuestion(text: string): string {
  if (!wrappedQuestion.test(text)) return text;
  const tagged = quotedParts(text, ['user_query', 'query', 'question'])[0]?.inside.trim();
  if (tagged !== undefined && tagged !== '') return tagged;
  const after = text
    .split(/<\/context>/iu)
    .at(-1)
    ?.replace(/^\s*(?:user )?(?:query|question)\s*:/iu, '')
    .trim();
  return after === undefined || after === '' || after === text ? text : after;
}
