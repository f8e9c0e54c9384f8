import type { PersonaDocument } from '@personate/contracts';
import { Empty, Panel, Share } from '../ui/parts.tsx';

export function Character({ document }: { document: PersonaDocument }) {
  const { traits, voice } = document.persona;
  return (
    <Panel title="Character and voice">
      {traits.length === 0 && (
        <Empty>No traits yet. They come with the YAML, or with the draft from its own words.</Empty>
      )}
      <ul className="flex flex-col gap-2">
        {traits.map((trait) => (
          <li key={trait.name} className="grid grid-cols-[9rem_1fr] items-center gap-3 text-sm">
            <span className="leading-tight" title={trait.note} dir="auto">
              {trait.name}
            </span>
            <Share value={trait.strength} label={`${trait.name}, 0 to 1`} />
          </li>
        ))}
      </ul>
      {[voice.register, voice.rhythm, voice.humour].filter(Boolean).map((line) => (
        <p key={line} className="mt-3 text-sm text-muted" dir="auto">
          {line}
        </p>
      ))}
    </Panel>
  );
}
