import { detectLanguage, plainTerms, wordsOf, type ChatMessage } from '@personate/language';
import { chatTags, withoutConversation, type Housekeeping } from './detect-housekeeping.ts';
import { quotedParts } from './quoted-parts.ts';

interface Exchange {
  user: string[];
  assistant: string[];
}

const titleWords = 6;

/** A plain answer by rules, in JSON where the client asks for JSON; the persona takes no part in it. */
export function answerHousekeeping(chore: Housekeeping, messages: readonly ChatMessage[]): string {
  const prompt = messages.at(-1)?.content ?? '';
  const said = conversationIn(messages);
  const wantsJson = /\bjson\b/iu.test(
    messages.map(({ content }) => withoutConversation(content)).join('\n'),
  );
  switch (chore) {
    case 'title': {
      const title = titleOf(said);
      return wantsJson ? JSON.stringify({ title }) : title;
    }
    case 'tags': {
      const tags = topicsOf(said, 3);
      return wantsJson ? JSON.stringify({ tags }) : tags.join(', ');
    }
    case 'follow-ups':
      return wantsJson ? JSON.stringify({ follow_ups: [] }) : '';
    case 'search-queries':
      return wantsJson ? JSON.stringify({ queries: [] }) : (said.user.at(-1) ?? '').slice(0, 200);
    case 'completion':
      return wantsJson ? JSON.stringify({ text: '' }) : '';
    case 'image-prompt':
      return wantsJson ? JSON.stringify({ prompt: '' }) : '';
    case 'emoji':
      return '💬';
    case 'summary':
      return summaryOf(said);
    case 'other':
      return wantsJson || /\bjson\b/iu.test(prompt) ? '{}' : summaryOf(said);
  }
}

/** The chat that the template quotes, or the messages before it. */
function conversationIn(messages: readonly ChatMessage[]): Exchange {
  const prompt = messages.map(({ content }) => content).join('\n');
  const quoted = quotedParts(prompt, chatTags)[0]?.inside;
  if (quoted !== undefined) return parseTranscript(quoted);
  const before = messages.slice(0, -1).filter(({ role }) => role !== 'system');
  if (before.length > 0) {
    return {
      user: before.filter(({ role }) => role === 'user').map(({ content }) => content),
      assistant: before.filter(({ role }) => role === 'assistant').map(({ content }) => content),
    };
  }
  return parseTranscript(messages.at(-1)?.content ?? '');
}

const speaker =
  /^\s*(?:[*#>-]+\s*)?(?:(user|human|you|me)|(assistant|ai|bot|model|response))\s*:\s*/iu;

function parseTranscript(text: string): Exchange {
  const said: Exchange = { user: [], assistant: [] };
  let current: string[] | null = null;
  for (const line of text.slice(0, 20_000).split('\n')) {
    const label = speaker.exec(line);
    if (label !== null) {
      current = label[1] === undefined ? said.assistant : said.user;
      current.push(line.slice(label[0].length).trim());
    } else if (current !== null && line.trim() !== '') {
      current[current.length - 1] = `${current.at(-1) ?? ''} ${line.trim()}`.trim();
    }
  }
  return { user: said.user.map(unquoted), assistant: said.assistant.map(unquoted) };
}

function unquoted(text: string): string {
  return text
    .replace(/^["“'”]+/u, '')
    .replace(/(?<!["“”'])["“”']+$/u, '')
    .trim();
}

/** The first question's own words, few enough for a sidebar. */
function titleOf(said: Exchange): string {
  const question =
    said.user.find((text) => plainTerms(text).length > 0) ?? said.user[0] ?? said.assistant[0];
  if (question === undefined) return 'Conversation';
  const first = question.split(/(?<=[.!?])\s/u)[0] ?? question;
  const words = wordsOf(first).filter(
    (word, _, all) => plainTerms(word).length > 0 || all.length <= titleWords,
  );
  const title = words.slice(0, titleWords).join(' ').slice(0, 60);
  return title === ''
    ? 'Conversation'
    : title.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** The longest-lived content words of what the user said. */
function topicsOf(said: Exchange, count: number): string[] {
  const seen = new Map<string, { word: string; times: number }>();
  for (const word of wordsOf([...said.user, ...said.assistant].join(' ').slice(0, 8000))) {
    const term = plainTerms(word)[0];
    if (term === undefined || word.length < 4) continue;
    const entry = seen.get(term);
    if (entry === undefined) seen.set(term, { word: word.toLowerCase(), times: 1 });
    else entry.times += 1;
  }
  return [...seen.values()]
    .toSorted((a, b) => b.times - a.times)
    .slice(0, count)
    .map(({ word }) => word);
}

function summaryOf(said: Exchange): string {
  const asked = said.user
    .filter((text) => text !== '')
    .slice(-3)
    .map((text) => text.slice(0, 120));
  if (asked.length === 0) return '';
  const language = detectLanguage(asked.join(' '));
  const lead =
    { de: 'Der Nutzer fragte', sv: 'Användaren frågade', es: 'El usuario preguntó' }[language] ??
    'The user asked';
  return `${lead}: ${asked.map((text) => `“${text}”`).join('; ')}`;
}
