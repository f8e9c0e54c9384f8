import { z } from 'zod';
import { ingestionJobSchema } from './ingestion.ts';
import { personaIdSchema } from './ids.ts';
import { personaVersionSchema } from './persona.ts';

/** What a persona can be written as: our YAML, character cards (JSON, PNG, CHARX), an elizaOS character. */
export const characterExportFormatSchema = z.enum([
  'yaml',
  'card-v2',
  'card-v3',
  'png',
  'charx',
  'eliza',
]);
export type CharacterExportFormat = z.infer<typeof characterExportFormatSchema>;

export const characterImportSchema = z
  .object({
    format: z.string(),
    version: personaVersionSchema,
    /** The ingestion of what it tells: descriptions, lorebook entries; null when it tells nothing. */
    ingestion: ingestionJobSchema.nullable(),
    /** What was left out or is not used, for people. */
    notes: z.array(z.string()),
  })
  .meta({ id: 'CharacterImport' });
export type CharacterImport = z.infer<typeof characterImportSchema>;

/** The form of an import: one file, and the persona's id where it is not to follow from the name. */
export const characterFormSchema = z
  .object({ as: personaIdSchema.optional(), file: z.string().meta({ format: 'binary' }) })
  .meta({ id: 'CharacterForm' });
