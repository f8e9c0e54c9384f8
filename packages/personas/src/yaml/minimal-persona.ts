import type { PersonaDocument } from '@personate/contracts';
import { personaDocumentSchema } from '@personate/contracts';

/**
 * The least a persona can be: it has a name and says what it is; ingestion and an operator fill the rest.
 * Whom it is made of is never guessed: unstated, it counts as somebody living, and answers nobody.
 */
export function minimalPersona(input: {
  id: string;
  name: string;
  subject?: PersonaDocument['subject'];
}): PersonaDocument {
  return personaDocumentSchema.parse({
    id: input.id,
    name: input.name,
    subject: input.subject ?? {
      kind: 'real',
      note: 'Not yet stated: until then it counts as a living person and answers nobody.',
    },
    disclosure: `This is a synthetic persona named ${input.name}: an AI that answers from the documents it was given, not a person.`,
  });
}
