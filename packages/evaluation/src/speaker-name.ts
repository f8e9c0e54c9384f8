import type { Status } from '@personate/contracts';

type Speaker = Status['speaker'];

/** Who speaks for that persona: a tuned model of its own goes before the server's. */
export async function speakerOf(
  client: {
    status(signal?: AbortSignal): Promise<Pick<Status, 'speaker'>>;
    personas: { get(id: string): Promise<{ tunedModel?: string | undefined }> };
  },
  personaId: string,
  signal?: AbortSignal,
): Promise<Speaker> {
  const { speaker } = await client.status(signal);
  if (speaker.kind === 'extractive') return speaker;
  const { tunedModel } = await client.personas.get(personaId);
  return tunedModel === undefined ? speaker : { ...speaker, model: tunedModel };
}

/** As reports name who spoke. */
export const speakerName = ({ kind, model }: Speaker): string =>
  kind === 'extractive' ? 'extractive' : (model ?? 'endpoint');
