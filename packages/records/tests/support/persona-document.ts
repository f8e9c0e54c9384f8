import { personaDocumentSchema, type PersonaDocument } from '@personate/contracts';

export function personaDocument(
  id: string,
  change: { name?: string; kind?: PersonaDocument['subject']['kind']; evidence?: string } = {},
): PersonaDocument {
  const { name = 'Mira Holt', kind = 'fictional', evidence } = change;
  return personaDocumentSchema.parse({
    id,
    name,
    subject: { kind },
    ...(evidence === undefined ? {} : { consent: { basis: 'She agreed.', evidence } }),
    disclosure: 'A synthetic persona.',
    persona: { summary: 'A lighthouse keeper.', traits: [{ name: 'patience', strength: 0.8 }] },
  });
}
