import { personaDocumentSchema, type PersonaDocument } from '@personate/contracts';

export function personaDocument(id: string, change: { name?: string } = {}): PersonaDocument {
  return personaDocumentSchema.parse({
    id,
    name: change.name ?? 'Mira Holt',
    subject: { kind: 'fictional' },
    disclosure: 'A synthetic persona.',
    persona: { summary: 'A lighthouse keeper.', traits: [{ name: 'patience', strength: 0.8 }] },
  });
}
