import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { ChatPage } from './chat/chat-page.tsx';
import { AboutPage } from './persona/about-page.tsx';
import { Shell } from './shell/shell.tsx';
import { IngestionPage } from './start/ingestion-page.tsx';
import { StartPage } from './start/start-page.tsx';
import { Empty } from './ui/parts.tsx';

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

const root = createRootRoute({
  component: Shell,
  notFoundComponent: () => (
    <div className="p-6">
      <Empty>There is no such page.</Empty>
    </div>
  ),
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: (search: Record<string, unknown>): { for?: string } => {
    const into = text(search['for']);
    return into === undefined ? {} : { for: into };
  },
  component: function Start() {
    return <StartPage into={start.useSearch().for} />;
  },
});

const chat = createRoute({
  getParentRoute: () => root,
  path: '/p/$personaId',
  validateSearch: (search: Record<string, unknown>): { c?: string } => {
    const conversation = text(search['c']);
    return conversation === undefined ? {} : { c: conversation };
  },
  component: function Chat() {
    const { personaId } = chat.useParams();
    return <ChatPage key={personaId} personaId={personaId} conversationId={chat.useSearch().c} />;
  },
});

const about = createRoute({
  getParentRoute: () => root,
  path: '/p/$personaId/about',
  component: function About() {
    return <AboutPage personaId={about.useParams().personaId} />;
  },
});

const ingestion = createRoute({
  getParentRoute: () => root,
  path: '/p/$personaId/ingestions/$ingestionId',
  component: function Ingestion() {
    return <IngestionPage {...ingestion.useParams()} />;
  },
});

export const router = createRouter({
  routeTree: root.addChildren([start, chat, about, ingestion]),
  defaultPreload: false,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
