import { personaDocumentSchema, personaVersionSchema } from '@personate/contracts';
import type { RestoredVersion } from '@personate/records';
import type { Export } from '@personate/sources';
import { packLimits } from './pack-layout.ts';
import { packBroken, readWhole } from './read-whole.ts';

/** The persona's versions under its new id, oldest first. @throws ExpectedError `pack.broken`. */
export async function readVersions(
  pack: Export,
  personaId: string,
  signal: AbortSignal,
): Promise<RestoredVersion[]> {
  const text = (await readWhole(pack, 'versions.jsonl', packLimits.versionsBytes, signal)).toString(
    'utf8',
  );
  const lines = text.split('\n').filter((line) => line !== '');
  if (lines.length > packLimits.versions)
    throw packBroken(`it holds more than ${packLimits.versions} versions`);
  return lines.map((line, index) => {
    const parsed = personaVersionSchema.safeParse(parse(line, index));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw packBroken(`version ${index + 1}: ${issue?.path.join('.')}: ${issue?.message}`);
    }
    const { personaId: _was, document, ...version } = parsed.data;
    return { ...version, document: personaDocumentSchema.parse({ ...document, id: personaId }) };
  });
}

function parse(line: string, index: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw packBroken(`line ${index + 1} of its versions.jsonl is not JSON`);
  }
}
