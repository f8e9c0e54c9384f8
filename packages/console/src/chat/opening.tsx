import { startingQuestions, type PersonaDocument } from '@personate/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { client } from '../client.ts';
import { Button, Empty } from '../ui/parts.tsx';

/** Who it is, and questions to begin with. */
export function Opening({
  personaId,
  document,
  onAsk,
}: {
  personaId: string;
  document: PersonaDocument;
  onAsk: (question: string) => void;
}) {
  const status = useQuery({ queryKey: ['status'], queryFn: ({ signal }) => client.status(signal) });
  const knowledge = useQuery({
    queryKey: ['statistics', personaId],
    queryFn: () => client.knowledge.statistics(personaId),
  });
  const isLoading = status.data?.loading.includes(personaId) === true;
  const { summary } = document.persona;
  const isEmpty = knowledge.data?.documents === 0;
  const prompts = isEmpty ? [] : startingQuestions(document);
  return (
    <div className="flex flex-col gap-5 lg:pt-6">
      {summary && (
        <p
          className="font-serif text-[17px] leading-relaxed lg:text-xl lg:leading-relaxed"
          dir="auto"
        >
          {summary}
        </p>
      )}
      <p className="text-sm text-muted">{document.disclosure}</p>
      {isLoading && (
        <p role="status" className="text-sm text-warn">
          Its documents are still being read: until that is done it knows only a part of them.
        </p>
      )}
      {isEmpty && !isLoading && (
        <Empty
          action={
            <Link to="/" search={{ for: personaId }} className="text-accent hover:underline">
              Add knowledge
            </Link>
          }
        >
          It knows nothing yet: it declines whatever it is asked.
        </Empty>
      )}
      {prompts.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label="Questions to begin with">
          {prompts.map((prompt) => (
            <li key={prompt} className="max-w-full">
              <Button className="max-w-full text-left" onClick={() => onAsk(prompt)}>
                <span className="line-clamp-2" dir="auto">
                  {prompt}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
