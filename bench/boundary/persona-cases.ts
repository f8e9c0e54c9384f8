import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { probesSchema } from '../../packages/contracts/src/index.ts';
import { parsePersonaYaml } from '../../packages/personas/src/index.ts';
import type { Embedder } from '../../packages/knowledge/src/index.ts';
import { loadPersonaFolder } from '../../scripts/load-persona-folder.ts';
import { generalCases, type Case, type GeneralQuestion } from './cases.ts';
import type { Asked } from './rows.ts';
import { parse } from 'yaml';

const every = 2;

/** Personas with probes (`personas-data`): their own, those of one another, and general ones. */
export function askedOfPersonas(
  folder: string,
  embedder: Embedder,
  general: readonly GeneralQuestion[],
  signal: AbortSignal,
): Asked[] {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'probes.yaml')));
  const personas = names.map((name) => {
    const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
    return {
      path: join(folder, name),
      document: parsePersonaYaml(read('persona.yaml'), { file: join(folder, name) }),
      probes: probesSchema.parse(parse(read('probes.yaml'))),
    };
  });
  return personas.map((persona, place) => {
    const others = personas.filter((other) => other !== persona);
    const you = { form: 'you', relevant: [] } as const;
    const cases: Case[] = [
      ...persona.probes.answer.map(({ question, documents }) => ({
        ...you,
        kind: 'answerable' as const,
        sort: 'probe',
        question,
        relevant: documents,
        answerable: true,
      })),
      ...persona.probes.decline.map(({ question, near }) => ({
        ...you,
        kind: 'unanswerable' as const,
        sort: near ? 'near' : 'far',
        question,
        answerable: false,
      })),
      ...others.flatMap(({ probes }) =>
        probes.answer.map(({ question }) => ({
          ...you,
          kind: 'other, renamed' as const,
          sort: 'probe',
          question,
          answerable: false,
        })),
      ),
      ...generalCases(general, place, every),
    ];
    return {
      group: persona.document.id,
      conversation: false,
      document: persona.document,
      open: async () => (await loadPersonaFolder(persona.path, embedder, signal)).reader,
      cases,
    };
  });
}
