import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { client, consoleUser } from '../client.ts';
import { switchTheme } from '../shell/theme.ts';
import { usePersonas } from '../shell/use-personas.ts';
import { Dialog } from '../ui/dialog.tsx';
import { matching, ofConversations, ofPersona, ofPersonas, type Command } from './commands.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  /** The persona whose page it is. */
  current: string | undefined;
}

/** Everything that one can go to or do, by typing a part of its name. */
export function Palette({ open, onClose, current }: Props) {
  return (
    <Dialog
      label="Go to"
      open={open}
      onClose={onClose}
      className="mx-auto mt-[10vh] mb-auto w-[min(36rem,calc(100vw-2rem))] rounded-lg border border-line p-0 shadow-xl"
    >
      <Chooser onClose={onClose} current={current} />
    </Dialog>
  );
}

function Chooser({ onClose, current }: Omit<Props, 'open'>) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const commands = useCommands(current);
  const found = matching(commands, typed);
  const asked = typed.trim();
  if (current !== undefined && asked !== '') {
    found.push({
      id: 'search',
      label: `Search what it knows for “${asked}”`,
      hint: current,
      run: {
        go: {
          to: '/p/$personaId/knowledge',
          params: { personaId: current },
          search: { q: asked },
        },
      },
    });
  }
  const chosen = Math.min(at, found.length - 1);
  const run = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    if ('act' in command.run) command.run.act();
    else void navigate(command.run.go);
  };
  return (
    <>
      <input
        autoFocus
        role="combobox"
        aria-label="Go to"
        aria-expanded
        aria-controls="palette"
        aria-activedescendant={found[chosen] && `palette-${chosen}`}
        placeholder="A persona, a page, a conversation …"
        value={typed}
        dir="auto"
        className="w-full border-b border-line bg-transparent px-4 py-3 text-base outline-none placeholder:text-muted"
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step !== undefined) {
            event.preventDefault();
            setAt((chosen + step + found.length) % Math.max(1, found.length));
          } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault();
            run(found[chosen]);
          }
        }}
      />
      <ul id="palette" role="listbox" aria-label="Found" className="max-h-80 overflow-y-auto p-2">
        {found.map((command, i) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Keys are the field's: the focus stays there.
          <li
            key={command.id}
            id={`palette-${i}`}
            role="option"
            aria-selected={i === chosen}
            ref={(row) => {
              if (i === chosen) row?.scrollIntoView({ block: 'nearest' });
            }}
            className={`flex cursor-pointer items-baseline gap-3 rounded-lg px-3 py-1.5 ${i === chosen ? 'bg-accent-soft' : ''}`}
            onPointerMove={() => setAt(i)}
            onClick={() => run(command)}
          >
            <span className="truncate" dir="auto">
              {command.label}
            </span>
            <span className="ml-auto max-w-[40%] shrink-0 truncate text-xs text-muted">
              {command.hint}
            </span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="px-5 pb-4 text-muted">Nothing is called so.</p>}
    </>
  );
}

function useCommands(current: string | undefined): Command[] {
  const { active } = usePersonas();
  const conversations = useQuery({
    queryKey: ['conversations', current],
    queryFn: () =>
      client.conversations.list({ persona: current ?? '', user: consoleUser, limit: 50 }),
    enabled: current !== undefined,
  });
  return useMemo(() => {
    const persona = active.find((one) => one.id === current);
    return [
      ...(persona ? ofPersona(persona) : []),
      ...ofPersonas(active),
      ...ofConversations(conversations.data ?? []),
      { id: 'start', label: 'Add somebody', hint: 'drop an export', run: { go: { to: '/' } } },
      { id: 'theme', label: 'Light or dark', hint: 'theme', run: { act: switchTheme } },
      {
        id: 'docs',
        label: 'HTTP API',
        hint: 'reference',
        run: { act: () => location.assign('/docs') },
      },
      {
        id: 'logout',
        label: 'Log out',
        hint: 'of this console',
        run: {
          // Loaded anew: nothing of the page is left to whoever comes next.
          act: () => void client.session.logOut().then(() => location.assign('/')),
        },
      },
    ];
  }, [active, conversations.data, current]);
}
