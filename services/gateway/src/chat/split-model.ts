import { ExpectedError, personaIdSchema } from '@personate/contracts';

/** `id` or `id@version`. @throws ExpectedError `persona.missing` with the param `model`. */
export function splitModel(model: string): { personaId: string; version?: number } {
  const [, id = '', version] = /^([^@]*)(?:@([1-9][0-9]{0,8}))?$/.exec(model) ?? [];
  if (!personaIdSchema.safeParse(id).success) {
    throw new ExpectedError(
      'missing',
      'persona.missing',
      `There is no persona "${model.slice(0, 80)}".`,
      {
        fix: 'Set `model` to a persona’s id, or to `id@version`; GET /v1/models lists them.',
        param: 'model',
      },
    );
  }
  return version === undefined ? { personaId: id } : { personaId: id, version: Number(version) };
}
