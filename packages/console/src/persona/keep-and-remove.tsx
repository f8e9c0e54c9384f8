import type { CharacterExportFormat } from '@personate/contracts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, Panel } from '../ui/parts.tsx';
import { ErasePersona } from './erase-persona.tsx';

const formats: ReadonlyArray<readonly [CharacterExportFormat, string]> = [
  ['yaml', 'YAML'],
  ['png', 'Character card (PNG)'],
  ['card-v3', 'Character card (JSON)'],
  ['eliza', 'elizaOS character'],
];

const link = 'text-accent hover:underline';

/** The persona as files, in an editor, and away. */
export function KeepAndRemove({ personaId, name }: { personaId: string; name: string }) {
  const [erasing, setErasing] = useState(false);
  const from = `/v1/personas/${encodeURIComponent(personaId)}`;
  return (
    <Panel title="Keep, change, remove">
      <p className="text-sm">
        <a href={`${from}/pack`} download className={link}>
          Download all of it
        </a>{' '}
        <span className="text-muted">
          One file with character, versions and documents; dropped on a start page it is the persona
          again.
        </span>
      </p>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <li className="text-muted">Character alone:</li>
        {formats.map(([format, label]) => (
          <li key={format}>
            <a href={`${from}/export?format=${format}`} download className={link}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2">
        <Link
          to="/p/$personaId/edit"
          params={{ personaId }}
          className="rounded-lg border border-line bg-raised px-3 py-1.5 text-sm font-medium hover:bg-sunken"
        >
          Edit as YAML
        </Link>
        <Button tone="quiet" onClick={() => setErasing(true)}>
          Erase …
        </Button>
      </div>
      <ErasePersona
        personaId={personaId}
        name={name}
        open={erasing}
        onClose={() => setErasing(false)}
      />
    </Panel>
  );
}
