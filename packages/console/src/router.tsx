import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { ChatPage } from './chat/chat-page.tsx';
import { KnowledgePage } from './knowledge/knowledge-page.tsx';
import { InterviewPage } from './interview/interview-page.tsx';
import { PassagePage } from './passage/passage-page.tsx';
import { AboutPage } from './persona/about-page.tsx';
import { EditPage } from './persona/edit-page.tsx';
import { Shell } from './shell/shell.tsx';
import { IngestionPage } from './start/ingestion-page.tsx';
import { StartPage } from './start/start-page.tsx';
import { Empty } from './ui/parts.tsx';

type Search = Record<string, unknown>;
/** Only what is there: the router writes every member into the address. */
function texts<Name extends string>(search: Search, ...names: Name[]): { [N in Name]?: string } {
  const found: { [N in Name]?: string } = {};
  for (const name of names) {
    const value = search[name];
    // The router reads `?q=1815` as a number.
    if (typeof value === 'number') found[name] = String(value);
    if (typeof value === 'string' && value !== '') found[name] = value;
  }
  return found;
}

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
  validateSearch: (search: Search) => texts(search, 'for'),
  component: function Start() {
    return <StartPage into={start.useSearch().for} />;
  },
});

/** `c`: the conversation; `e`: the answer and the source in it that is open, as `<turnId>.<n>`. */
const chat = createRoute({
  getParentRoute: () => root,
  path: '/p/$personaId',
  validateSearch: (search: Search) => texts(search, 'c', 'e'),
  component: function Chat() {
    const { personaId } = chat.useParams();
    const { c, e } = chat.useSearch();
    return <ChatPage key={personaId} personaId={personaId} conversationId={c} opened={e} />;
  },
});

const about = createRoute({
  getParentRoute: () => root,
  path: '/p/$personaId/about',
  component: function About() {
    const { personaId } = about.useParams();
    return <AboutPage key={personaId} personaId={personaId} />;
  },
});

const edit = createRoute({
  getParentRoute: () => root,
  path: '/p/$personaId/edit',
  component: function Edit() {
    const { personaId } = edit.useParams();
    return <EditPage key={personaId} personaId={personaId} />;
  },
});

const knowledge = createRoute({
  getParentRoute: () => root,
  path: '/p/$personaId/knowledge',
  validateSearch: (search: Search) => texts(search, 'q'),
  component: function Knowledge() {
    const { personaId } = knowledge.useParams();
    const { q = '' } = knowledge.useSearch();
    return <KnowledgePage key={`${personaId} ${q}`} personaId={personaId} question={q} />;
  },
});

const passage = createRoute({
  getParentRoute: () => root,
  path: '/p/$personaId/passages/$passageId',
  component: function Passage() {
    return <PassagePage {...passage.useParams()} />;
  },
});

const interview = createRoute({
  getParentRoute: () => root,
  path: '/p/$personaId/interview',
  component: function Interview() {
    const { personaId } = interview.useParams();
    return <InterviewPage key={personaId} personaId={personaId} />;
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
  routeTree: root.addChildren([start, chat, about, edit, knowledge, passage, interview, ingestion]),
  defaultPreload: false,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
