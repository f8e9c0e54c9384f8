import type { z } from 'zod';
import type { settings, SettingName } from './settings.ts';

export type Values = { [Name in SettingName]: z.output<(typeof settings)[Name]['schema']> };

/**
 * A setting that a service does not run without; that it needs where another one has one of these values; or of which
 * it needs one where another one is set.
 */
export type RequiredSetting =
  | SettingName
  | { name: SettingName; where: SettingName; is: readonly string[] }
  | { oneOf: readonly SettingName[]; where: SettingName; told: string };

/** Of whoever speaks with a model. A server of one's own needs no key, OpenAI no address; with neither nobody is asked. */
export const reachableModel: RequiredSetting = {
  oneOf: ['OPENAI_BASE_URL', 'OPENAI_API_KEY'],
  where: 'PERSONATE_CHAT_MODEL',
  told: 'it says which model, and not where: set OPENAI_BASE_URL to the address of its server (for Ollama http://127.0.0.1:11434/v1), or OPENAI_API_KEY for one of OpenAI’s',
};

/** @param values those that were read; what was given and refused is not among them, and was named already. */
export function missingSettings(
  required: readonly RequiredSetting[],
  values: Partial<Values>,
): string[] {
  return required.flatMap((one) => {
    if (typeof one !== 'string' && 'oneOf' in one) {
      const isOwed = values[one.where] !== undefined;
      const isLacking = one.oneOf.every((name) => name in values && values[name] === undefined);
      return isOwed && isLacking ? [`${one.where}: ${one.told}`] : [];
    }
    const name = typeof one === 'string' ? one : one.name;
    if (!(name in values) || values[name] !== undefined) return [];
    if (typeof one === 'string') return [`${name}: it must be set for this service`];
    const value = one.is.find((each) => values[one.where] === each);
    return value === undefined ? [] : [`${name}: it must be set where ${one.where} is ${value}`];
  });
}

/** What is wrong of settings that are well in themselves. */
export function problemsBetween(values: Partial<Values>): string[] {
  const isAbsent = (name: SettingName) => name in values && values[name] === undefined;
  const isThere = (name: SettingName) => values[name] !== undefined;
  const problems: string[] = [];
  if (
    values.PERSONATE_EMBEDDING_MODEL?.some((name) => name !== 'bundled') === true &&
    isAbsent('PERSONATE_EMBEDDING_BASE_URL') &&
    isAbsent('OPENAI_BASE_URL')
  )
    problems.push(
      'PERSONATE_EMBEDDING_MODEL: it names a model behind an endpoint; say where with PERSONATE_EMBEDDING_BASE_URL (for OpenAI: https://api.openai.com/v1)',
    );
  if (isThere('PERSONATE_RERANK_MODEL') && isAbsent('PERSONATE_RERANK_BASE_URL'))
    problems.push(
      'PERSONATE_RERANK_MODEL: it names a model behind an endpoint; say where with PERSONATE_RERANK_BASE_URL',
    );
  const [id, secret] = ['PERSONATE_S3_ACCESS_KEY_ID', 'PERSONATE_S3_SECRET_ACCESS_KEY'] as const;
  if (
    isAbsent('PERSONATE_S3_BUCKET') &&
    [id, secret, 'PERSONATE_S3_ENDPOINT' as const].some((name) => isThere(name))
  )
    problems.push(
      'PERSONATE_S3_BUCKET: other settings of an S3-compatible store are there; name its bucket',
    );
  for (const [given, other] of [
    [id, secret],
    [secret, id],
  ] as const)
    if (isThere(given) && isAbsent(other))
      problems.push(`${other}: it must be set where ${given} is, or neither`);
  return problems;
}
