import type { PersonaDocument } from '@personate/contracts';
import { personaDocumentSchema } from '@personate/contracts';

/**
 * The least a persona can be: it has a name and says what it is; ingestion and an operator fill the rest.
 * Nothing is claimed about whom it is made of: `subject.note` asks the operator to say so.
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
      kind: 'fictional',
      note: 'Not yet stated: say whom this persona is made of.',
    },
    disclosure: `This is a synthetic persona named ${input.name}: an AI that answers from the documents it was given, not a person.`,
  });
}
