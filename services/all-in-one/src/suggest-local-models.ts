import type { Suggestion } from '@personate/contracts';
import { findLocalModels } from '@personate/language';

/** A server on this machine is suggested, never used on its own. */
export async function suggestLocalModels(): Promise<Suggestion[]> {
  const found = await findLocalModels().catch(() => []);
  return found.flatMap(({ server, baseUrl, models }) => {
    const model = models[0];
    if (model === undefined) return [];
    return [
      {
        code: 'local-model',
        message: `${server} runs on this machine with ${models.slice(0, 3).join(', ')}.`,
        fix: `PERSONATE_CHAT_MODEL=${model} OPENAI_BASE_URL=${baseUrl} npm start`,
      },
    ];
  });
}
