import { PersonateError } from '@personate/client';
import type { PersonaDocument } from '@personate/contracts';
import { randomBytes } from 'node:crypto';
import type { EvaluationClient } from './ask.ts';

/**
 * A persona that is nobody, through which the server's model speaks as it would by itself; made for the test and erased.
 * Without the right to make one the work goes on without.
 */
export async function withPlainPersona<Result>(
  client: Pick<EvaluationClient, 'personas' | 'erasures'>,
  like: PersonaDocument,
  work: (personaId: string | undefined) => Promise<Result>,
): Promise<Result> {
  const id = `evaluation-${randomBytes(4).toString('hex')}`;
  const name = 'Nobody in particular';
  try {
    const { version } = await client.personas.create({ id, name, subject: { kind: 'fictional' } });
    const made = await client.personas.get(id);
    await client.personas.replace(
      id,
      {
        ...made.document,
        persona: { ...made.document.persona, voice: { languages: like.persona.voice.languages } },
        knowledgeLimits: { ...made.document.knowledgeLimits, enabled: false },
      },
      { expectedHead: version },
    );
  } catch (error) {
    if (error instanceof PersonateError && (error.status === 403 || error.status === 409))
      return work(undefined);
    throw error;
  }
  try {
    return await work(id);
  } finally {
    await client.erasures.persona(id);
  }
}
