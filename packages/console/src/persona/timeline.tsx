import type { PersonaDocument } from '@personate/contracts';
import { Empty, More, Panel } from '../ui/parts.tsx';
import { useShown } from '../ui/use-shown.ts';

export function Timeline({ document }: { document: PersonaDocument }) {
  const { timeline } = document.persona;
  const { shown, left, more } = useShown(timeline, 20);
  return (
    <Panel title="Life line">
      {timeline.length === 0 && <Empty>No dates yet. A LinkedIn export fills them in.</Empty>}
      <ol className="flex flex-col gap-2 border-l border-line pl-4">
        {shown.map((one) => (
          <li key={`${one.from} ${one.what}`} className="text-sm">
            <span className="text-muted tabular-nums">
              {[one.from, one.to].filter(Boolean).join(' – ')}
            </span>
            <span className="block" dir="auto">
              {one.what}
              {one.where ? `, ${one.where}` : ''}
            </span>
          </li>
        ))}
      </ol>
      <More left={left} onMore={more} />
    </Panel>
  );
}
