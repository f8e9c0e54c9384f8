export { minimalPersona } from './yaml/minimal-persona.ts';
export type { YamlProblem } from './yaml/parse-persona-yaml.ts';
export { parsePersonaYaml } from './yaml/parse-persona-yaml.ts';
export { personaJsonSchema } from './yaml/persona-json-schema.ts';
export { renderPersonaYaml } from './yaml/render-persona-yaml.ts';
export { canonicalJson, seedHash } from './yaml/seed-hash.ts';
export { buildPrompt } from './prompt/build-prompt.ts';
export type { Prompt, PromptInput, PromptMessage, PromptPart } from './prompt/prompt-types.ts';
