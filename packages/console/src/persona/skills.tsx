import type { PersonaDocument } from '@personate/contracts';
import { Empty, More, Panel } from '../ui/parts.tsx';
import { useShown } from '../ui/use-shown.ts';

export function Skills({ document }: { document: PersonaDocument }) {
  const { skills } = document.skills;
  const { goals } = document.goals;
  const { shown, left, more } = useShown(skills, 20);
  return (
    <Panel title="Skills and goals">
      {skills.length === 0 && goals.length === 0 && <Empty>None yet.</Empty>}
      <ul className="flex flex-col gap-1 text-sm">
        {shown.map((one) => (
          <li key={one.skill} className="flex justify-between gap-3">
            <span className="min-w-0 break-words" dir="auto">
              {one.skill}
            </span>
            <span className="shrink-0 text-muted">{one.level}</span>
          </li>
        ))}
      </ul>
      <More left={left} onMore={more} />
      <ul className="mt-3 flex list-disc flex-col gap-1 pl-4 text-sm">
        {goals.map((one) => (
          <li key={one.goal} dir="auto">
            {one.goal}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
