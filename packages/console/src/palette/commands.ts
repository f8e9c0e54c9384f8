import type { ConversationSummary, PersonaSummary } from '@personate/contracts';
import type { NavigateOptions } from '@tanstack/react-router';
import { formatDate } from '../ui/format.ts';

export type Go = NavigateOptions;
export interface Command {
  id: string;
  label: string;
  hint: string;
  run: { go: Go } | { act: () => void };
}

const mostShown = 50;

/** Letters without case and marks, so that "e" finds "É". */
const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Those that have every word; first those that begin with what was typed. */
export function matching(commands: readonly Command[], typed: string): Command[] {
  const query = fold(typed.trim());
  if (query === '') return commands.slice(0, mostShown);
  const words = query.split(/\s+/);
  const found = commands.flatMap((command) => {
    const text = fold(`${command.label} ${command.hint}`);
    return words.every((word) => text.includes(word)) ? [{ command, text }] : [];
  });
  return [
    ...found.filter(({ text }) => text.startsWith(query)),
    ...found.filter(({ text }) => !text.startsWith(query)),
  ]
    .slice(0, mostShown)
    .map(({ command }) => command);
}

export const ofPersonas = (personas: readonly PersonaSummary[]): Command[] =>
  personas.map((one) => ({
    id: `persona ${one.id}`,
    label: one.name,
    hint: `talk · ${one.subject}`,
    run: { go: { to: '/p/$personaId', params: { personaId: one.id }, search: {} } },
  }));

/** What can be done with the persona whose page it is. */
export function ofPersona({ id: personaId, name }: PersonaSummary): Command[] {
  const params = { personaId };
  return [
    ['New conversation', { to: '/p/$personaId', params, search: {} }],
    ['Search what it knows', { to: '/p/$personaId/knowledge', params, search: {} }],
    ['About: character, life line, versions', { to: '/p/$personaId/about', params }],
    ['Add knowledge', { to: '/', search: { for: personaId } }],
    ['Edit as YAML', { to: '/p/$personaId/edit', params }],
  ].map(([label, go]) => ({
    id: `${label as string} ${personaId}`,
    label: label as string,
    hint: name,
    run: { go: go as Go },
  }));
}

export const ofConversations = (conversations: readonly ConversationSummary[]): Command[] =>
  conversations.map((one) => ({
    id: `conversation ${one.conversationId}`,
    label: one.title,
    hint: formatDate(one.lastAt, 'day'),
    run: {
      go: {
        to: '/p/$personaId',
        params: { personaId: one.personaId },
        search: { c: one.conversationId },
      },
    },
  }));
