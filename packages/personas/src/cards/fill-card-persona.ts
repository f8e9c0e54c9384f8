import { personaDocumentSchema, type PersonaDocument } from '@personate/contracts';
import { minimalPersona } from '../yaml/minimal-persona.ts';
import type { ReadModules } from './read-character.ts';

/** A persona document of what was read; what it was read from goes along. */
export function fillPersona(input: {
  id: string;
  read: ReadModules;
  subject: PersonaDocument['subject']['kind'];
  extensions: Record<string, unknown>;
}): PersonaDocument {
  const { id, read, subject, extensions } = input;
  return personaDocumentSchema.parse({
    ...minimalPersona({
      id,
      name: read.name,
      subject: { kind: subject, note: 'Imported from a character file.' },
    }),
    ...read.modules,
    extensions,
  });
}
