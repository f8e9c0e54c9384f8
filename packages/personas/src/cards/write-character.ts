import {
  ExpectedError,
  type CharacterExportFormat,
  type PersonaDocument,
} from '@personate/contracts';
import { renderPersonaYaml } from '../yaml/render-persona-yaml.ts';
import { cardOf } from './write-card.ts';
import { elizaOf } from './write-eliza.ts';
import { plainPicture, writePngCard } from './png-card.ts';
import { writeCharx } from './write-charx.ts';

export interface WrittenCharacter {
  bytes: Buffer;
  mediaType: string;
  fileName: string;
}

/**
 * A persona as a file for other applications. What it was imported from is written back, equal in value, but for
 * what has changed since; knowledge stays behind (`personate knowledge export`).
 * @param input.picture its portrait as PNG, if it has one.
 */
export async function writeCharacter(input: {
  document: PersonaDocument;
  format: CharacterExportFormat;
  picture: Buffer | null;
}): Promise<WrittenCharacter> {
  const { document, format, picture } = input;
  const { id } = document;
  const json = (value: object, fileName: string): WrittenCharacter => ({
    bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
    mediaType: 'application/json',
    fileName,
  });
  switch (format) {
    case 'yaml':
      return {
        bytes: Buffer.from(renderPersonaYaml(document)),
        mediaType: 'application/yaml',
        fileName: `${id}.yaml`,
      };
    case 'card-v2':
      return json(cardOf(document, 2), `${id}.card.json`);
    case 'card-v3':
      return json(cardOf(document, 3), `${id}.card.json`);
    case 'eliza':
      return json(elizaOf(document), `${id}.character.json`);
    case 'png':
      return {
        bytes: writePngCard(picture ?? plainPicture(id), {
          chara: cardOf(document, 2),
          ccv3: cardOf(document, 3),
        }),
        mediaType: 'image/png',
        fileName: `${id}.png`,
      };
    case 'charx':
      return {
        bytes: await writeCharx(cardOf(document, 3), picture),
        mediaType: 'application/zip',
        fileName: `${id}.charx`,
      };
    default: {
      const never: never = format;
      throw new ExpectedError(
        'invalid',
        'export.format-unknown',
        `There is no format ${String(never)}.`,
        {
          fix: 'See /openapi.json for the formats.',
        },
      );
    }
  }
}
